"""How values are shown and taken from a form: what stands in it is read as what it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.casework.addresses import Address
from areasend.casework.day_seen import SEEN, Published
from areasend.casework.editors import Day, NotAValue, Number, Span
from areasend.casework.items import Items
from areasend.casework.shapes import editor, shown

days = st.dates(date(2016, 1, 1), date(2035, 12, 31)).map(date.isoformat)
words = st.text("abc dé’“”&<", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
points = st.lists(st.builds(lambda text: {"text": text}, words), max_size=12)
REPORT = "area-send-report"


@given(days)
def test_a_day_stands_in_the_form_as_it_is_read(day):
    assert Day().read(Day().typed(day)) == day


@given(days, st.sampled_from(sorted(SEEN)))
def test_so_does_the_day_of_publication_with_where_it_was_seen(day, seen):
    value = {"day": day, "seen": seen}

    assert Published().read(Published().typed(value)) == value


def test_a_day_of_publication_is_entered_only_with_where_it_was_seen():
    with pytest.raises(NotAValue, match="where you saw it"):
        Published().read(Published().typed("2025-03-11"))


@given(st.tuples(days, days).map(sorted))
def test_so_do_the_days_of_a_visit(ends):
    span = {"start": ends[0], "end": ends[1]}

    assert Span().read(Span().typed(span)) == span


@given(points)
def test_so_do_points(value):
    assert Items().read(Items().typed(value)) == value


@given(st.lists(st.builds(lambda t, b: {"text": t, "bodies": b}, words, words), max_size=5))
def test_so_do_the_bodies_of_actions(value):
    assert Items(bodies=True).read(Items(bodies=True).typed(value)) == value


@given(st.lists(st.tuples(words, st.integers(1, 39), st.booleans()), max_size=5))
def test_so_do_verdicts(rows):
    value = [{"text": text, "number": number, "sufficient": done} for text, number, done in rows]
    each = Items(verdict="sufficient")

    assert each.read(each.typed(value)) == value


@pytest.mark.parametrize("text", ["11 March 2025", "11 Mar 2025", "11/3/2025", "2025-03-11"])
def test_a_day_is_read_as_people_write_it(text):
    assert Day().read({"value": text}) == "2025-03-11"


@pytest.mark.parametrize("text", ["", "March 2025", "31 February 2025", "3/11/25", "soon"])
def test_what_is_no_day_is_told(text):
    with pytest.raises(NotAValue, match="such as"):
        Day().read({"value": text})


def test_a_visit_does_not_end_before_it_begins():
    with pytest.raises(NotAValue, match="before the first"):
        Span().read({"start": "5 May 2025", "end": "4 May 2025"})


@pytest.mark.parametrize("text", ["", "-1", "three", "٣", "1000"])
def test_what_is_no_number_is_told(text):
    with pytest.raises(NotAValue, match="figures"):
        Number().read({"value": text})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "http://files.ofsted.gov.uk/v1/file/1",
        "https://evil.example/v1/file/1",
        "https://files.ofsted.gov.uk.evil.example/v1",
        "https://files.ofsted.gov.uk@evil.example/v1",
        "https://somebody@files.ofsted.gov.uk/v1",
        "https://files.ofsted.gov.uk:8443/v1",
        "https://evil.example\\@files.ofsted.gov.uk/v1",
        "https://files.ofsted.gov.uk/v1/file/1\0",
        "https://files.ofsted.gov.uk/v1 file",
        "https://files.ofsted.gov.uk/v1\u200b",
        "https://[files.ofsted.gov.uk/v1",
    ],
)
def test_what_is_no_address_of_the_publisher_is_told(text):
    with pytest.raises(NotAValue, match="https"):
        Address().read({"value": text})


def test_what_is_one_stands_in_the_form_as_it_is_read():
    address = "https://files.ofsted.gov.uk/v1/file/50271042"

    assert Address().read(Address().typed(address)) == address


@pytest.mark.parametrize(("name", "typed"), [("outcome", "4"), ("area_slug", "narnia")])
def test_what_cannot_be_chosen_is_told(name, typed):
    with pytest.raises(NotAValue, match="Choose"):
        editor(REPORT, name).read({"value": typed})


def test_an_emptied_point_is_taken_away():
    typed = Items().typed([{"text": "One."}, {"text": "Two."}]) | {"text-1": " "}

    assert Items().read(typed) == [{"text": "Two."}]


def test_a_verdict_without_its_number_is_told():
    typed = {"text-1": "One.", "number-1": "", "enough-1": "yes"}

    with pytest.raises(NotAValue, match="number of point 1"):
        Items(verdict="sufficient").read(typed)


def test_nothing_is_shown_of_nothing():
    assert shown(REPORT, "outcome", None) == shown(REPORT, "improvements", []) == []


def test_a_no_is_shown():
    assert shown(REPORT, "pap_required", False) == ["No"]
