"""A rulebook without a source, a force or a day does not load, and says which line it lacks."""

from datetime import date

import pytest

from areasend.domain.duties import CLOCKS
from areasend.domain.events import Framework
from areasend.domain.periods import Period, Unit
from areasend.domain.rulebooks.reading import Force, UnableToReadRules, read, rulebook
from tests.domain.sentences import is_plain_sentence

TODAY = date(2026, 11, 21)
VALUE = {
    "from": "2015-11-09",
    "value": '"70 working days"',
    "force": '"regulation"',
    "reference": '"Regulations 2015, regulation 4"',
    "href": '"https://www.legislation.gov.uk/uksi/2015/1792"',
    "checked": "2026-11-21",
}
WINDOWS = {Force.PRACTICE, Force.ESTIMATE}


def value(**changed):
    """Write a value of a rule; a line changed to None is left out."""
    lines = VALUE | {key.rstrip("_"): line for key, line in changed.items()}
    written = [f"{key} = {line}" for key, line in lines.items() if line is not None]
    return "\n".join(["[[statement.values]]", *written])


def rules(*values, says='"Time to make a statement."', more=""):
    """Write a rulebook of one rule."""
    line = f"says = {says}" if says else ""
    return "\n".join(["[statement]", line, more, *values])


def refusal(text):
    with pytest.raises(UnableToReadRules) as refused:
        read(text, name="made-up.toml")
    return str(refused.value)


def test_a_rulebook_holds_its_rules_by_key():
    rule = read(rules(value()), name="made-up.toml")["statement"]

    assert (rule.key, rule.says) == ("statement", "Time to make a statement.")
    assert [one.period for one in rule.values] == [Period(70, Unit.WORKING_DAY)]
    assert rule.values[0].force is Force.REGULATION
    assert rule.values[0].reference == "Regulations 2015, regulation 4"
    assert rule.values[0].href == "https://www.legislation.gov.uk/uksi/2015/1792"
    assert (rule.values[0].since, rule.values[0].checked) == (date(2015, 11, 9), TODAY)


def test_a_rulebook_may_hold_no_rule():
    assert read("", name="made-up.toml") == {}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2015, 11, 8), None),
        (date(2015, 11, 9), 70),
        (date(2029, 12, 31), 70),
        (date(2030, 1, 1), 60),
        (date.max, 60),
    ],
)
def test_a_value_holds_from_its_day_until_the_next(day, count):
    later = value(from_="2030-01-01", value='"60 working days"')
    rule = read(rules(value(), later), name="made-up.toml")["statement"]

    found = rule.on(day)

    assert (found and found.period.count) == count


@pytest.mark.parametrize("key", VALUE)
def test_a_value_that_lacks_a_line_is_refused_by_name(key):
    words = refusal(rules(value(**{key: None})))

    assert words.startswith(f"made-up.toml, [statement], a value: '{key}' is missing or is not a ")
    assert is_plain_sentence(ValueError(words))


@pytest.mark.parametrize("key", VALUE)
@pytest.mark.parametrize("line", ["70", "true", "[]", "{}", '""', '"  "', "2015-11-09T00:00:00"])
def test_a_value_with_an_empty_line_or_one_of_another_kind_is_refused_by_name(key, line):
    words = refusal(rules(value(**{key: line})))

    assert words.startswith(f"made-up.toml, [statement], a value: '{key}' is missing or is not a ")


@pytest.mark.parametrize("key", ["value", "force", "reference", "href"])
def test_a_text_is_not_a_day(key):
    assert f"'{key}' is missing or is not a text" in refusal(rules(value(**{key: "2015-11-09"})))


@pytest.mark.parametrize("key", ["from", "checked"])
def test_a_day_is_not_a_text(key):
    assert f"'{key}' is missing or is not a day" in refusal(rules(value(**{key: '"2015-11-09"'})))


@pytest.mark.parametrize("says", ["", '""', '" "', "70", "2015-11-09", "[]"])
def test_a_rule_that_does_not_say_what_it_is_is_refused(says):
    words = refusal(rules(value(), says=says))

    assert words.startswith("made-up.toml, [statement]: 'says' is missing or is not a text.")


@pytest.mark.parametrize("more", ["", 'values = "70 working days"', "values = 70"])
def test_a_rule_without_a_list_of_values_is_refused(more):
    words = refusal(rules(more=more))

    assert words.startswith("made-up.toml, [statement]: 'values' is missing or is not a list.")


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(["values = []"], id="none"),
        pytest.param([value(from_="2030-01-01"), value()], id="the newest first"),
        pytest.param([value(), value()], id="two from one day"),
    ],
)
def test_values_are_at_least_one_and_come_by_their_days(values):
    assert refusal(rules(*values)) == (
        "made-up.toml, [statement]: give 'values' at least one, "
        "each from its own day, the oldest first."
    )


@pytest.mark.parametrize("values", ["values = [70]", 'values = ["70 working days"]'])
def test_a_value_that_is_no_table_is_refused(values):
    words = refusal(rules(values))

    assert words.startswith("made-up.toml, [statement], a value: ")
    assert words.endswith(" is not a table of keys and what they say.")


@pytest.mark.parametrize("line", ["statement = 70", 'title = "What it says and its values"'])
def test_a_line_outside_any_table_is_refused(line):
    assert refusal(line).endswith(" is not a table of keys and what they say.")


def test_an_unknown_force_is_refused_with_those_there_are():
    assert refusal(rules(value(force='"law"'))) == (
        "made-up.toml, [statement], 'force': "
        "'law' is none of regulation, handbook, practice, estimate."
    )


def test_a_value_that_is_no_period_is_refused():
    words = refusal(rules(value(value='"seventy working days"')))

    assert words.startswith(
        "made-up.toml, [statement], 'value': 'seventy working days' is not a period."
    )


def test_a_key_that_a_value_cannot_have_is_refused():
    assert refusal(rules(value() + "\nuntil = 2030-01-01")) == (
        "made-up.toml, [statement], a value: 'until' is not something a rule can say."
    )


def test_a_key_that_a_rule_cannot_have_is_refused():
    assert refusal(rules("worth = 2\nunit = 1", value())) == (
        "made-up.toml, [statement]: 'unit' is not something a rule can say."
    )


@pytest.mark.parametrize("text", ["[statement", "says = ", "[a]\n[a]", "a = 2015-02-30"])
def test_what_is_no_toml_is_refused(text):
    words = refusal(text)

    assert words.startswith("made-up.toml is no TOML: ")
    assert words.endswith(".")


# The rulebooks that there are


@pytest.mark.parametrize("framework", Framework)
def test_the_rulebook_of_every_framework_loads(framework):
    assert rulebook(framework)


@pytest.mark.parametrize("framework", Framework)
def test_every_framework_has_clocks_that_run_by_its_rulebook(framework):
    rules_of_it = list(rulebook(framework).values())

    assert CLOCKS[framework]
    assert all(clock.rule in rules_of_it for clock in CLOCKS[framework])


@pytest.mark.parametrize("framework", Framework)
def test_only_what_binds_is_a_deadline_and_the_rest_are_windows(framework):
    """ADR 14: only regulation and handbook can make anything late; the others give windows."""
    for clock in CLOCKS[framework]:
        assert {one.force in WINDOWS for one in clock.rule.values} == {clock.window}


@pytest.mark.parametrize("framework", Framework)
def test_no_value_was_checked_before_it_took_effect_or_after_today(framework):
    for rule in rulebook(framework).values():
        assert all(one.since <= one.checked <= TODAY for one in rule.values)


def test_the_statement_is_due_after_seventy_working_days_by_regulation():
    statement = rulebook(Framework.LASEND_2016)["statement_submitted"].on(date(2018, 12, 7))

    assert str(statement.period) == "70 working days"
    assert statement.force is Force.REGULATION


def test_a_re_visit_within_eighteen_months_is_only_usual():
    revisit = rulebook(Framework.LASEND_2016)["revisit_started"].on(date(2019, 3, 18))

    assert str(revisit.period) == "18 months"
    assert revisit.force is Force.PRACTICE
