"""A text that says nothing a row can say is refused in one way, whatever is wrong with it."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.ledger.statements import (
    Told,
    UnableToReadStatement,
    event_from_plain,
    event_to_plain,
    read,
    write,
)
from tests.builders import build_judged, build_report, build_step
from tests.ledger.imagined import statements

TOLD = json.loads(write(Told(event=build_report(weaknesses=3), reason="A better source.")))
ATTESTED = ("event", "attested", 0)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def refused(text):
    with pytest.raises(UnableToReadStatement) as refusal:
        read(text)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert len(sentence) < 200
    sentence.encode()


def told_with(path, value):
    plain = copy.deepcopy(TOLD)
    inner = plain
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(plain)


def paths_of(plain, path=()):
    """Every place in plain data, from the outermost in."""
    yield path
    if isinstance(plain, dict | list):
        members = plain.items() if isinstance(plain, dict) else enumerate(plain)
        for step, inner in members:
            yield from paths_of(inner, (*path, step))


@pytest.mark.parametrize(
    "text",
    ["", "{", "told", '{"says":"told"}x', "\x00", "\ufeff{}", "'{}'", "{'says':'told'}"],
)
def test_what_is_no_json_is_refused(text):
    refused(text)


@pytest.mark.parametrize("text", ["null", "1", "NaN", '"told"', "[]", "{}", '[{"says":"told"}]'])
def test_json_that_is_no_statement_is_refused(text):
    refused(text)


@pytest.mark.parametrize(
    "path",
    [("more",), ("event", "more"), (*ATTESTED, "more"), (*ATTESTED, "source", "more")],
    ids=str,
)
def test_a_key_that_we_do_not_know_is_refused(path):
    refused(told_with(path, "more"))


@pytest.mark.parametrize("kind", ["", "Step", "revoked", None, 1, [], {}])
def test_a_kind_that_we_do_not_know_is_refused(kind):
    refused(told_with(("says",), kind))
    refused(told_with(("event", "kind"), kind))
    refused(told_with(("event", "outcome"), kind))
    refused(told_with((*ATTESTED, "confidence"), kind))
    refused(told_with((*ATTESTED, "source", "kind"), kind))


@pytest.mark.parametrize("path", list(paths_of(TOLD))[1:], ids=str)
@pytest.mark.parametrize("wrong", [True, 1.5, float("nan"), [1], {"a": 1}], ids=str)
def test_no_value_is_turned_into_one_of_another_kind(path, wrong):
    refused(told_with(path, wrong))


@pytest.mark.parametrize("path", [("reason",), ("event", "area"), (*ATTESTED, "words")], ids=str)
@pytest.mark.parametrize("wrong", [None, 0, 1])
def test_text_is_text(path, wrong):
    refused(told_with(path, wrong))


@pytest.mark.parametrize("wrong", [None, 0, 1, "true", "yes", ""])
def test_yes_or_no_is_nothing_else(wrong):
    plain = {**event_to_plain(build_judged()), "fit": wrong}

    with pytest.raises(UnableToReadStatement):
        event_from_plain(plain)


NO_DATES = (
    *(20190510, None, "", "yesterday", "10/05/2019", "20190510", "2019-W19", "２０１９"),
    *("2019-02-30", "2019-13", "2019-05-10T00:00:00", "2019-06-01/2019-05-01", "../2013"),
)


@pytest.mark.parametrize("wrong", NO_DATES)
def test_a_date_is_written_as_the_record_writes_dates(wrong):
    refused(told_with((*ATTESTED, "on"), wrong))


@pytest.mark.parametrize("wrong", [20190510, "", "2019-05", "20190510", "2019-W19-5", "../2019"])
def test_the_day_of_a_source_is_one_day(wrong):
    refused(told_with((*ATTESTED, "source", "dated"), wrong))


@pytest.mark.parametrize("wrong", [[], "", {}, None, "abc", {"0": TOLD["event"]["attested"][0]}])
def test_an_event_is_attested_by_a_list_of_at_least_one_source(wrong):
    refused(told_with(("event", "attested"), wrong))


@pytest.mark.parametrize("wrong", ["", {}, "12", [True, 2], ["1", "2"], [[1]], 12])
def test_the_people_who_erased_are_a_list_of_numbers(wrong):
    refused(json.dumps({"says": "erased", "number": 1, "reason": "Ordered.", "by": wrong}))


@pytest.mark.parametrize(
    "path", [path for path in paths_of(TOLD) if path and path[-1] != 0], ids=str
)
def test_a_key_that_every_text_has_may_not_be_missing(path):
    plain = copy.deepcopy(TOLD)
    inner = plain
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]

    if path in {("reason",), ("event", "weaknesses")}:
        assert read(json.dumps(plain))
    else:
        refused(json.dumps(plain))


@pytest.mark.parametrize("key", ["says", "reason", "event"])
def test_a_key_that_is_there_twice_is_refused(key):
    again = json.dumps({key: TOLD[key]})

    refused(f"{again[:-1]},{json.dumps(TOLD)[1:]}")


def test_a_key_that_is_there_twice_deep_within_is_refused():
    refused(json.dumps(TOLD).replace('"weaknesses"', '"weaknesses": 9, "weaknesses"'))


@pytest.mark.parametrize("hole", ["[" * 200_000, '{"a":' * 200_000, "[" * 900 + "]" * 900])
def test_nesting_has_no_bottom_but_reading_has(hole):
    refused(hole)
    refused(json.dumps(TOLD).replace('"A better source."', hole))


def test_a_number_of_thousands_of_digits_is_refused():
    refused('{"says":"erased","reason":"","number":' + "9" * 5_000 + "}")


@pytest.mark.slow
def test_a_megabyte_in_the_wrong_place_is_refused_in_a_short_sentence():
    refused(told_with(("event", "kind"), "a" * 1_000_000))
    refused(told_with(("event", "weaknesses"), "a " * 500_000))


@pytest.mark.parametrize(
    "path", [("reason",), ("event", "area"), (*ATTESTED, "words"), ("\ud800",)], ids=ascii
)
def test_half_of_a_surrogate_pair_cannot_be_stored(path):
    refused(told_with(path, "\ud800"))


@pytest.mark.slow
@given(plain=anything)
def test_any_json_is_refused_or_says_something(plain):
    check_refused_or_stable(json.dumps(plain))


@pytest.mark.slow
@given(text=st.text())
def test_any_text_is_refused_or_says_something(text):
    check_refused_or_stable(text)


@pytest.mark.slow
@given(statement=statements, pick=st.randoms(use_true_random=False), value=anything)
def test_a_statement_altered_anywhere_is_refused_or_says_something(statement, pick, value):
    plain = json.loads(write(statement))
    path = pick.choice(list(paths_of(plain))[1:])
    inner = plain
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value

    check_refused_or_stable(json.dumps(plain))


def check_refused_or_stable(text):
    try:
        statement = read(text)
    except UnableToReadStatement:
        return
    assert read(write(statement)) == statement


def test_an_event_that_a_person_edited_is_refused_in_the_same_way():
    plain = event_to_plain(build_step())

    with pytest.raises(UnableToReadStatement, match="colour"):
        event_from_plain({**plain, "colour": "green"})
