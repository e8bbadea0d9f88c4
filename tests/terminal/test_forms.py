"""Every command that answers does so as a table, as JSON and as CSV."""

import csv
import io
import json

import pytest

from areasend.answers.questions import QUESTIONS
from areasend.config.command import command
from areasend.domain.measures import MEASURES, WAITS

pytestmark = [pytest.mark.usefixtures("record", "postcodes"), pytest.mark.slow]

DAYS = ("--as-at", "2026-11-21", "--known-at", "2027-01-01")
ANSWERS = {
    "national": ("national", *DAYS),
    "where": ("where", *DAYS),
    "find": ("find", "TD15", "--as-at", "2026-11-21"),
    "area": ("area", "Hull, Kingston upon", *DAYS),
    "area, its working": ("area", "Oldham", "--working", *DAYS),
    "area, abolished": ("area", "dorset-county", "--as-at", "2019-03-31"),
    "context": ("context", "Dudley", "--as-at", "2026-11-21"),
    "due": ("due", *DAYS),
    "due, soon": ("due", "--within", "90", *DAYS),
    "answer": ("answer", "--as-at", "2021-04-13", "--known-at", "2027-01-01"),
    "answer, letters": ("answer", "letters", *DAYS),
    "answer, what followed": ("answer", "what-followed", *DAYS),
    "answer, since 2023": ("answer", "since-2023", *DAYS),
    "answer, weaknesses": ("answer", "weaknesses", *DAYS),
    "answer, regions": ("answer", "regions", *DAYS),
    "answer, progress": ("answer", "progress-of-the-programme", *DAYS),
    "measure": ("measure", "statement-required", *DAYS),
    "measure, official": (
        *("measure", "inspected", "--as-at", "2022-08-31", "--counting", "official"),
        *("--known-at", "2027-01-01"),
    ),
    "reconcile": ("reconcile", "--as-at", "2021-03-31", "--known-at", "2027-01-01"),
    "reconcile, since": ("reconcile", *DAYS),
    "measure, by region": (
        *("measure", "statement-required", "--as-at", "2022-08-31", "--counting", "official"),
        *("--by", "region", "--known-at", "2027-01-01"),
    ),
    "measure, a sum": ("measure", "weaknesses", "--counting", "abolished-too", *DAYS),
    "measure, perhaps": (
        *("measure", "inspected-since-2023", "--by", "started", "--by", "year"),
        *("--as-at", "2025-12-31", "--known-at", "2027-01-01"),
    ),
    "measure, a time": ("measure", "report-to-statement", *DAYS),
    "measure, a time waited for": (
        *("measure", "report-to-revisit", "--as-at", "2018-12-31", "--known-at", "2027-01-01"),
    ),
    "measure, a time by year": (
        *("measure", "visit-to-report-since-2023", "--by", "year", "--by", "started", *DAYS),
    ),
    "measure, without years": ("measure", "inspected-under-neither", "--by", "year", *DAYS),
    "measure, moved": ("measure", "weaknesses", "--moved-since", "2026-11-20", *DAYS),
    "measures": ("measures", *DAYS),
    "measures, by school year": ("measures", "--by", "school-year", "--by", "started", *DAYS),
    "themes": ("themes",),
    "themes, of a text": ("themes", "Waits for autism assessments are long."),
    "deadline": ("deadline", "70 working days", "--from", "2022-07-01", "--working"),
    "rules": ("rules",),
    "coverage": ("coverage",),
    "merge": ("merge",),
    "merge, of an area": ("merge", "Dudley"),
}

#: What a person must find on the page.
SHOWN = {
    "national": "England's local areas as at 21 November 2026",
    "where": "14  found wanting under both frameworks",
    "find": "Northumberland",
    "area": "Kingston upon Hull",
    "area, its working": "Of the 101 days after it",
    "area, abolished": "Dorset (county council, to 2019)",
    "context": "Dudley in context",
    "due": "duties are open as at 21 November 2026",
    "due, soon": "Surrey",
    "answer": "Sefton",
    "answer, letters": "Letters of which we hold a trace",
    "answer, what followed": "Nothing held since the letter",
    "answer, since 2023": "year not settled",
    "answer, weaknesses": "Themes of the 154 weaknesses that have one",
    "answer, regions": "Yorkshire and The Humber",
    "answer, progress": "Begun by then and published later",
    "measure": "Counting rule: published by 21 November 2026",
    "measure, official": "Stated officially: the same",
    "reconcile": "+ Northamptonshire [inspected]: it ended on 31 March 2021",
    "reconcile, since": "97 published",
    "measure, by region": "North East, Yorkshire and the  20 of 27",
    "measure, a sum": "Number not held (1)",
    "measure, perhaps": "perhaps Thurrock",
    "measure, a time": "No event held by us (68)",
    "measure, a time waited for": "It cannot be said yet how soon half end",
    "measure, a time by year": "2024       28 of 28  Half took at most 41.5 working days",
    "measure, without years": "There are no such parts",
    "measure, moved": "Known by 2027-01-01T23:59:59Z: 427 from 81 of 81.",
    "measures": "How whole our record of these is",
    "measures, by school year": "2015/16",
    "themes": "The 27 themes of weaknesses",
    "themes, of a text": "no person has looked",
    "deadline": "State Funeral",
    "rules": "What is not known",
    "coverage": "report-published",
    "merge": "rows tell of",
    "merge, of an area": "Dudley",
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_person_reads_it_as_a_table(run, answer):
    found = run(*ANSWERS[answer])

    assert found.exit_code == 0, found.stderr
    assert SHOWN[answer] in found.stdout
    assert found.stderr == ""
    assert [line for line in found.stdout.splitlines() if not fits(line)] == []


def fits(line):
    # An address is never broken: whoever copies it gets all of it.
    return len(line) <= 100 or "http" in line


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_program_reads_it_as_json(run, answer):
    found = run(*ANSWERS[answer], "--format", "json")
    told = json.loads(found.stdout)

    assert found.exit_code == 0
    assert isinstance(told, dict)
    assert told
    assert "NaN" not in found.stdout
    if "as_at" in told:
        assert len(told["as_at"]) == len("2026-11-21")


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_spreadsheet_reads_it_as_csv(run, answer):
    found = run(*ANSWERS[answer], "--format", "csv")
    head, *rows = csv.reader(io.StringIO(found.stdout))

    assert found.exit_code == 0
    assert rows
    assert len(set(head)) == len(head)
    assert {len(row) for row in rows} == {len(head)}


def test_every_command_with_a_format_is_asked_above():
    with_format = {
        name
        for name, one in command().commands.items()
        if any(option.name == "form" for option in one.params)
    }

    # `read` writes what documents say, and is tried with some.
    assert with_format - {"read"} == {words[0] for words in ANSWERS.values()}


@pytest.mark.parametrize("day", ["2012-01-01", "2018-01-01", "2026-11-21"])
def test_every_sentence_ends_with_one_stop(run, day):
    page = run("area", "Bury", "--as-at", day).stdout

    assert ("With the council: " in page) != ("We hold no list of " in page)
    assert ".." not in page.replace("…", "")


def test_a_heading_stands_over_something(run):
    page = run("reconcile", "--known-at", "2020-01-01", "--as-at", "2026-11-21").stdout

    assert "What was said" not in page
    assert "What was said, and what it leaves out" in run("reconcile", *DAYS).stdout


def test_nothing_late_says_why_on_the_page_and_in_the_data(run):
    page = run("due", "--late", *DAYS)
    told = json.loads(run("due", "--late", *DAYS, "--format", "json").stdout)

    assert page.stdout.startswith("0 duties may be called late as at 21 November 2026")
    assert "Nothing is called late. Where the law or the handbook sets a day" in page.stdout
    assert told["duties"] == []
    assert told["why"].startswith("Nothing is called late")


def test_the_csv_of_a_figure_names_every_area_behind_it(run):
    found = run(
        *("measure", "progress-on-none", "--as-at", "2022-08-31", "--counting", "official"),
        *("--known-at", "2027-01-01", "--format", "csv"),
    )
    counted = [row for row in csv.DictReader(io.StringIO(found.stdout)) if row["is"] == "counted"]

    assert [row["area"] for row in counted] == ["Devon", "Sefton"]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("measures",), "published by 21 November 2026; areas that existed on that day"),
        (("measures", "--by", "year"), "published by 21 November 2026; areas that existed"),
        (("measure", "progress-on-none", "--by", "started"), "carried out by 21 November 2026"),
        (("measure", "progress-on-none", "--by", "region"), "published by 21 November 2026"),
        (("measure", "report-to-fit"), "published by 21 November 2026"),
        (("measure", "report-to-fit", "--by", "year"), "published by 21 November 2026"),
    ],
)
def test_every_line_of_figures_says_by_which_rule_and_known_when(run, words, rule):
    rows = list(csv.DictReader(io.StringIO(run(*words, *DAYS, "--format", "csv").stdout)))

    assert rows
    for row in rows:
        assert row["rule"].startswith(rule)
        assert (row["as_at"], row["known_at"]) == ("2026-11-21", "2027-01-01T23:59:59.999999+00:00")


def test_every_line_of_what_moved_says_by_which_rule_and_between_which_moments(run):
    words = ("measure", "weaknesses", "--moved-since", "2026-11-20", *DAYS, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run(*words).stdout)))

    assert rows
    for row in rows:
        assert row["rule"].startswith("published by 21 November 2026")
        assert row["as_at"] == "2026-11-21"
        assert row["known_before"].startswith("2026-11-20T23:59:59")
        assert row["known_at"].startswith("2027-01-01T23:59:59")


def test_a_program_gets_the_range_of_what_is_dated_to_the_day_and_how_many_are_not(run):
    listed = run("measures", *DAYS, "--format", "csv").stdout
    row = next(
        row for row in csv.DictReader(io.StringIO(listed)) if row["measure"] == "report-to-fit"
    )
    took = json.loads(run("measure", "report-to-fit", *DAYS, "--format", "json").stdout)["took"]

    assert 0 < int(row["least"]) < int(row["most"])
    assert int(row["vague"]) == took["vague"] > 0


def test_a_program_gets_the_curve_of_those_still_waiting(run):
    asked = ("measure", "report-to-revisit", "--as-at", "2022-08-31", "--known-at", "2027-01-01")
    told = json.loads(run(*asked, "--format", "json").stdout)

    assert told["endings"] == {"ended": 46, "still waiting": 36}
    assert told["took"]["median"] == "913"
    assert told["took"]["curve"][0]["days"] == 651
    assert all(0 <= step["waiting"] < 1 for step in told["took"]["curve"])


def test_every_measure_is_in_the_list_with_its_definition(run):
    page = run("measures", *DAYS).stdout
    listed = list(csv.DictReader(io.StringIO(run("measures", *DAYS, "--format", "csv").stdout)))

    assert [row["measure"] for row in listed] == [*MEASURES, *WAITS]
    assert all(f"\n{name}\n" in page for name in (*MEASURES, *WAITS))


def test_nothing_moved_between_two_moments_without_a_release(run):
    found = run("measure", "inspected", "--moved-since", "2026-12-31", *DAYS)

    assert "Nothing that was released between the two moments moved it." in found.stdout


def test_the_permalink_of_an_answer_gives_the_same_answer(run):
    first = run("answer", "--as-at", "2021-04-13", "--known-at", "2026-12-01T09:00:00+01:00")
    link = first.stdout.rsplit("The same answer again: areasend ", 1)[1].split()

    assert link[-1] == "2026-12-01T08:00:00Z"
    assert run(*link).stdout == first.stdout


def test_a_day_in_the_moment_is_its_end_in_london(run):
    told = run("national", "--known-at", "2026-07-01", "--as-at", "2026-07-01", "--format", "json")

    assert json.loads(told.stdout)["known_at"] == "2026-07-01T22:59:59.999999+00:00"


def test_names_with_hyphens_stay_whole(run):
    found = run("where", *DAYS)

    for name in ("Stoke-on-Trent", "Southend-on-Sea", "Stockton-on-Tees"):
        assert name in found.stdout


def test_the_csv_of_an_answer_is_its_main_table(run):
    found = run("answer", "what-followed", "--as-at", "2020-05-31", "--format", "csv")
    told = list(csv.DictReader(io.StringIO(found.stdout)))

    assert len(told) == 12
    assert [row["progress"] for row in told if row["area"] == "Sefton"] == ["none of 5 weaknesses"]


def test_the_help_lists_every_question_with_a_line(run):
    page = run("answer", "--help").stdout

    assert all(f"\n  {name} " in page and one.title in page for name, one in QUESTIONS.items())


def test_what_is_no_question_is_refused_with_those_there_are(run):
    found = run("answer", "everything")

    assert found.exit_code == 2
    assert "what-followed" in found.stderr


# Deadlines across a bank holiday that was announced while the time ran.


def test_a_deadline_before_and_after_the_state_funeral_was_announced(run):
    asked = ("deadline", "70 working days", "--from", "2022-07-01", "--as-at")
    before, after = run(*asked, "2022-09-09").stdout, run(*asked, "2022-09-10").stdout

    assert "end on Monday 10 October 2022." in before
    assert "end on Tuesday 11 October 2022." in after
    assert "was announced on 10 September 2022, while" in after


# Help.


@pytest.mark.parametrize("name", command().commands)
def test_the_help_of_every_command_has_an_example(run, name):
    found = run(name, "--help")

    assert found.exit_code == 0
    assert f"\n  areasend {name}" in found.stdout
    assert found.stdout.startswith(f"Usage: areasend {name} ")


def test_the_help_lists_every_command_and_where_to_begin(run):
    found = run("--help")

    assert all(f"\n  {name} " in found.stdout for name in command().commands)
    assert "areasend area Dudley" in found.stdout
