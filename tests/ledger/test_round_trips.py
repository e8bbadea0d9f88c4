"""What is kept in one database and taken into the other is the same: every byte, and the chain."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areasend.ledger import statements
from areasend.ledger.models import EntryText, Publication, ReleaseText
from areasend.ledger.rows import ENTRIES, RELEASES, append
from areasend.ledger.statements import area_of
from areasend.ledger.transfer import export_to, import_from
from areasend.ledger.verifying import verify
from areasend.terminal.upkeep import RECORD
from tests.asking import KNOWN
from tests.builders import build_step
from tests.ledger import imagined
from tests.ledger.deeds import END_OF_TIME, NOW, erase, faults, said, tell, withdraw
from tests.ledger.test_exporting import held, lines_of
from tests.ledgers import Files, connected_to, undone

MOMENT = "2026-11-21T09:00:00.000000Z"
only_with_both = pytest.mark.only_on("postgresql", why="a round trip needs both, and a server")
FEW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

#: What the ledger's only writer lets through: it refuses areas that nobody knows.
tellings = imagined.statements.filter(lambda one: "\x00" not in area_of(one)).filter(
    lambda one: not isinstance(one, statements.Erased)
)


@pytest.fixture
def of_sqlite(tmp_path, django_db_blocker):
    """A new ledger in a file, whatever this run is about."""
    from areasend.ledger import tables

    ledger = Files(tmp_path).new()
    with django_db_blocker.unblock(), connected_to(ledger):
        tables.make()
    return ledger


def fill(told, erased):
    """Record and release statements as they are, and erase some."""
    for says in told:
        number = append(ENTRIES, says, corrects=None, recorded_at=MOMENT, by=1)
        append(RELEASES, says, corrects=None, takes_effect_at=MOMENT)
        Publication.objects.create(entry=number, release=number)
    for number in erased:
        erase(number)


@pytest.mark.slow
@pytest.mark.django_db
@FEW
@given(told=st.lists(tellings, min_size=1, max_size=4), data=st.data())
def test_whatever_was_said_is_kept_as_it_was_written(told, data):
    with undone():
        fill(told, data.draw(st.sets(st.integers(1, len(told)))))

        assert faults() == []
        for texts in (EntryText, ReleaseText):
            for number, text in texts.objects.exclude(text="").values_list("number", "text"):
                if number <= len(told):
                    assert text == statements.write(told[number - 1])


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_the_record_tells_the_events_that_its_files_hold():
    """What most tests of answers take from memory is the same from whichever database."""
    lines = lines_of(RECORD / "release.csv")
    corrected = {line["corrects"] for line in lines}
    held_there = [
        statements.read(line["text"]) for line in lines if line["number"] not in corrected
    ]

    events = [one.event for one in held_there if isinstance(one, statements.Told)]
    assert Counter(said(KNOWN)) == Counter(events)
    assert len(events) > 1000


@only_with_both
@pytest.mark.slow
@pytest.mark.django_db
@FEW
@given(told=st.lists(tellings, max_size=4), data=st.data())
def test_there_and_back_is_the_same_for_whatever_was_said(tmp_path_factory, of_sqlite, told, data):
    folder = tmp_path_factory.mktemp("trip")
    with undone():
        fill(told, data.draw(st.sets(st.integers(1, len(told))) if told else st.just(set())))
        export_to(folder / "here")
    with connected_to(of_sqlite):
        taken_in_and_out(folder / "here", folder / "there")
    taken_in_and_out(folder / "there", folder / "back")

    assert held(folder / "here") == held(folder / "there") == held(folder / "back")


def taken_in_and_out(there, back):
    with undone():
        import_from(there)
        assert faults() == []
        export_to(back)


@only_with_both
@pytest.mark.slow
def test_the_record_goes_both_ways_with_all_that_was_done_to_it(record, of_sqlite, tmp_path):  # noqa: ARG001
    """From PostgreSQL to SQLite, where it goes on, and back to PostgreSQL."""
    words = "Größe, naïve – “quoted”, 👩‍👧, \u0000 and \u2028."
    erase(tell(build_step(words=words), at=KNOWN), at=KNOWN)
    tell(build_step(words=words, area="kent"), at=KNOWN)
    export_to(tmp_path / "first")
    first, answer = verify(), said(NOW)
    with connected_to(of_sqlite):
        import_from(tmp_path / "first")
        assert (verify(), said(NOW)) == (first, answer)
        export_to(tmp_path / "second")
        withdraw(57, at=KNOWN)
        erase(tell(build_step(area="bury"), at=KNOWN), at=KNOWN)
        export_to(tmp_path / "third")
        third, answer = verify(), said(END_OF_TIME)

    import_from(tmp_path / "third")
    export_to(tmp_path / "fourth")

    assert held(tmp_path / "first") == held(tmp_path / "second")
    assert held(tmp_path / "third") == held(tmp_path / "fourth")
    assert (verify(), said(END_OF_TIME)) == (third, answer)
    assert third.heads != first.heads
