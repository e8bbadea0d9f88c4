"""What official releases stated, and what a publisher revised of it."""

from datetime import date

import pytest

from areasend.answers import official
from areasend.answers.figures import figure
from areasend.answers.official import official_release, official_releases
from tests.asking import asked

DAY = date(2021, 3, 31)


@pytest.fixture
def revised(monkeypatch):
    """Let the record hold that Ofsted revised one figure, and then again."""
    read = official._rows

    def rows(name):
        held = read(name)
        if name == "stated.csv":
            row = {"release": "ofsted-2021-03-31", "measure": "statement-required"}
            held += [
                {**row, "count": "58", "revised_on": "2021-06-01"},
                {**row, "count": "60", "revised_on": "2021-07-01"},
            ]
        return held

    monkeypatch.setattr(official, "_rows", rows)
    official_releases.cache_clear()
    yield
    monkeypatch.undo()
    official_releases.cache_clear()


@pytest.mark.usefixtures("revised", "read_once")
def test_a_figure_that_its_publisher_revised_stands_beside_ours_as_revised():
    release = official_release(DAY)
    answer = figure("statement-required", release.counting, asked(DAY))

    assert (answer.count, answer.stated) == (59, 60)
    assert answer.stated_by.endswith("; revised on 1 July 2021, first stated as 59")


@pytest.mark.usefixtures("revised")
def test_what_was_not_revised_says_nothing_of_it():
    release = official_release(DAY)

    assert set(release.revised) == {"statement-required"}
    assert release.said_by("inspected") == release.title
