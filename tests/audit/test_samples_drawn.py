"""Which facts are drawn, and what is said of the rest."""

import pytest

from areasend.casework.audit.drawing import UnableToDraw, draw, frame
from areasend.casework.audit.models import Sample
from tests.audit.samples import AREAS, NOW, keep_reports, sample_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("record")]


def test_without_documents_nothing_can_be_drawn():
    with pytest.raises(UnableToDraw, match="areasend update"):
        draw(seed="a seed", size=10, at=NOW)


def test_only_facts_that_have_a_document_are_drawn_and_the_rest_are_counted():
    sample = sample_of("dudley")

    assert {fact.area for fact in sample.facts.all()} == {"dudley"}
    assert {fact.field for fact in sample.facts.all()} == {
        "started",
        "ended",
        "outcome-2023",
        "next-full",
    }
    assert (sample.frame, sample.record) == (4, 867)


def test_a_seed_draws_the_same_facts_and_another_seed_others():
    keep_reports()
    first, again, other = (
        {(one.release, one.field) for one in draw_one(seed).facts.all()}
        for seed in ("one", "one", "two")
    )

    assert first == again != other
    assert len(first) == 5


def draw_one(seed):
    return draw(seed=seed, size=5, at=NOW, reason="to compare seeds")


def test_every_fact_can_be_drawn():
    keep_reports()
    every, _ = frame(known_at=NOW)
    drawn = {
        (fact.release, fact.field)
        for seed in map(str, range(40))
        for fact in draw(seed=seed, size=5, at=NOW, reason="to draw often").facts.all()
    }

    assert drawn == {(one.release, one.held.of.key) for one in every}
    assert {one.area for one in every} == set(AREAS)


def test_a_second_sample_is_not_drawn_in_silence():
    sample_of("dudley")

    with pytest.raises(UnableToDraw, match=r"Sample \d+ is not published"):
        draw(seed="another", size=10, at=NOW)
    assert draw(seed="another", size=10, at=NOW, reason="The seed was known before.").reason
    assert Sample.objects.count() == 2
