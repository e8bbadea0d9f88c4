"""A rulebook without a source, a force or a day does not load, and says which line it lacks."""

import csv
from datetime import date
from importlib.resources import files
from itertools import chain

import pytest

from areasend.domain.duties import CLOCKS
from areasend.domain.events import Framework
from areasend.domain.periods import FixedDay, Period, Unit
from areasend.domain.rulebooks.reading import Force, UnableToReadRules, read, rulebook, rules_of
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
RULEBOOKS = [*(framework.value for framework in Framework), "government"]
ALL_CLOCKS = list(chain.from_iterable(CLOCKS.values()))
#: The handbook itself gives these only as "usually" and "approximately" (rule 5 of what may be
#: said), so that they are windows although it binds.
ABOUT = {
    "monitoring_inspection_started",
    "next_inspection_after_positive",
    "next_inspection_after_other",
}
#: What was promised by a day or within a time, to Parliament: no window, and never late.
PROMISED = {"progress_reviewed", "never_revisited_inspected"}


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


#: The end of the cycle is nobody's duty to one area; notice is counted back from a visit, which
#: the day of a visit that is held cannot owe.
WITHOUT_A_CLOCK = {
    "cycle_ends",
    "inspection_notice",
    "revisit_notice",
    "revisit_evidence",
    "notice_before_fieldwork",
    "notice_before_site",
}


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


def test_a_value_may_be_a_fixed_day():
    rule = read(rules(value(value='"by 2025-12-31"')), name="made-up.toml")["statement"]

    assert rule.values[0].period == FixedDay(date(2025, 12, 31))


def test_a_value_that_is_no_day_is_refused():
    words = refusal(rules(value(value='"by 2025-12"')))

    assert words.startswith("made-up.toml, [statement], 'value': '2025-12' is not one day.")


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


def test_there_is_no_rulebook_that_is_not_read():
    found = {file.name for file in files("areasend.domain.rulebooks").iterdir()}

    assert {name for name in found if name.endswith(".toml")} == {
        f"{one}.toml" for one in RULEBOOKS
    }


@pytest.mark.parametrize("framework", Framework)
def test_every_framework_has_clocks_that_run_by_its_rulebook_or_the_governments(framework):
    own, promises = list(rulebook(framework).values()), list(rules_of("government").values())

    assert CLOCKS[framework]
    assert all(clock.rule in own + promises for clock in CLOCKS[framework])
    assert any(clock.rule in own for clock in CLOCKS[framework])


@pytest.mark.parametrize("name", RULEBOOKS)
def test_every_rule_is_an_estimate_of_receipt_or_has_its_clock(name):
    without = set(rules_of(name)) - {clock.rule.key for clock in ALL_CLOCKS} - WITHOUT_A_CLOCK

    assert all(key.startswith("receipt_before_publication_at_") for key in without)
    assert all(
        {one.force for one in rules_of(name)[key].values} == {Force.ESTIMATE} for key in without
    )


@pytest.mark.parametrize("clock", ALL_CLOCKS, ids=lambda clock: clock.rule.key)
def test_what_is_only_usual_is_a_window_and_what_binds_or_was_promised_is_not(clock):
    """ADR 14: only regulation and handbook can make anything late."""
    binds = clock.rule.values[0].force in {Force.REGULATION, Force.HANDBOOK}
    limit = binds or clock.rule.key in PROMISED

    assert clock.window is (not limit or clock.rule.key in ABOUT)


@pytest.mark.parametrize("clock", ALL_CLOCKS, ids=lambda clock: clock.rule.key)
def test_every_clock_says_what_is_owed_by_whom_and_to_whom(clock):
    assert clock.duty[0].isupper()
    assert not clock.duty.endswith(".")
    assert clock.owed_by
    assert clock.owed_to
    assert clock.owed_by != clock.owed_to


@pytest.mark.parametrize("name", RULEBOOKS)
def test_no_value_was_checked_before_it_took_effect_or_after_today(name):
    for rule in rules_of(name).values():
        assert all(one.since <= one.checked <= TODAY for one in rule.values)


def test_what_the_government_promises_is_practice_and_binds_nobody():
    forces = {one.force for rule in rules_of("government").values() for one in rule.values}

    assert forces == {Force.PRACTICE}


@pytest.mark.parametrize(
    ("key", "day", "written", "force"),
    [
        ("priority_plan_submitted", date(2023, 9, 5), "35 working days", Force.HANDBOOK),
        ("priority_plan_submitted", date(2025, 6, 5), "35 working days", Force.HANDBOOK),
        ("priority_plan_submitted", date(2025, 6, 6), "50 working days", Force.PRACTICE),
        ("priority_plan_published", date(2023, 9, 5), "70 working days", Force.HANDBOOK),
        ("strategic_plan_published", date(2023, 9, 5), "30 working days", Force.HANDBOOK),
        ("monitoring_inspection_started", date(2025, 6, 6), "18 months", Force.HANDBOOK),
        ("next_inspection_after_positive", date(2023, 9, 5), "5 years", Force.HANDBOOK),
        ("next_inspection_after_other", date(2023, 9, 5), "3 years", Force.HANDBOOK),
    ],
)
def test_what_the_framework_of_2023_gives_and_how_binding_it_is(key, day, written, force):
    value_then = rulebook(Framework.AREA_SEND_2023)[key].on(day)

    assert (str(value_then.period), value_then.force) == (written, force)


def test_since_june_2025_no_text_seen_says_how_soon_a_priority_plan_is_due():
    """The contradiction stands in the rulebook: 35 by the handbook of 2023, 35 to 50 since."""
    newest = rulebook(Framework.AREA_SEND_2023)["priority_plan_submitted"].values[-1]

    assert newest.since == date(2025, 6, 6)
    assert "35 to 50" in newest.reference
    assert "has not been seen" in newest.reference


# What is not known


def gaps():
    with (files("areasend.domain.rulebooks") / "gaps.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_gap_names_its_rulebook_and_says_what_is_not_known_and_why():
    for gap in gaps():
        assert gap.keys() == {"framework", "what", "why"}
        assert gap["framework"] in RULEBOOKS
        assert gap["what"][0].isupper()
        assert not gap["what"].endswith(".")
        assert gap["why"].endswith(".")


def test_every_rulebook_has_its_gaps_and_none_is_named_twice():
    named = [(gap["framework"], gap["what"]) for gap in gaps()]

    assert {framework for framework, _ in named} == set(RULEBOOKS)
    assert len(set(named)) == len(named)


def test_the_statement_is_due_after_seventy_working_days_by_regulation():
    statement = rulebook(Framework.LASEND_2016)["statement_submitted"].on(date(2018, 12, 7))

    assert str(statement.period) == "70 working days"
    assert statement.force is Force.REGULATION


def test_a_re_visit_within_eighteen_months_is_only_usual():
    revisit = rulebook(Framework.LASEND_2016)["revisit_started"].on(date(2019, 3, 18))

    assert str(revisit.period) == "18 months"
    assert revisit.force is Force.PRACTICE
