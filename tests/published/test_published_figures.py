"""Figures that others published and our record gives again; and those that it does not, and why.

Each row of `figures.csv` is a published figure with the counting rule that gives it, and each row
of `computed.csv` one that no measure gives by itself. Both hold theirs, ours, and the difference in
words where there is one. `docs/published-figures.md` is made of these tables.
"""

from collections import Counter
from datetime import date

import pytest

from areasend.answers.figures import FigureAnswer, figure
from areasend.answers.official import official_releases
from areasend.answers.questions import QUESTIONS, answer
from areasend.answers.questions.claims import rows as claims_held
from areasend.answers.statements import statements
from areasend.answers.where import where
from areasend.domain import history
from areasend.domain.areas import AREAS, areas_on, resolve
from areasend.domain.events import Framework
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from tests.asking import TODAY, asked
from tests.published.computing import COMPUTED, NOT_ALL, meant_in_2021, rows
from tests.published.showing import SHOWS, day, found, shown

FIGURES, BY_HAND = rows("figures.csv"), rows("computed.csv")
EVERY = [*FIGURES, *BY_HAND]
WRITTEN_ANSWER = rows("written_answer_179416.csv")

pytestmark = pytest.mark.usefixtures("read_once")


@pytest.fixture(scope="module")
def held(told):
    """Every history of the shipped record by area, read once."""
    return {area: history.read(area, events) for area, events in told.items()}


def counted(measure, as_at, **rule) -> FigureAnswer:
    return figure(measure, Counting(as_at=day(as_at), **rule), asked(as_at))


def slugs(names):
    return {resolve(name).slug for name in names}


# The tables


@pytest.mark.parametrize(
    "row", FIGURES, ids=[f"{row['figure']}: {row['measure']}" for row in FIGURES]
)
def test_a_measure_gives_the_figure_that_the_table_says(row, held):
    answer = found(row, held)

    assert shown(answer, row["shows"]) == row["ours"]
    assert "; ".join(answer.perhaps) == row["perhaps"]


@pytest.mark.parametrize("row", BY_HAND, ids=[row["figure"] for row in BY_HAND])
def test_the_record_gives_the_figure_that_the_table_says(row, held):
    assert COMPUTED[row["computed"]](held) == row["ours"]


@pytest.mark.parametrize("row", EVERY, ids=[row["figure"] for row in EVERY])
def test_a_figure_is_the_same_or_says_why_it_is_not(row):
    assert (row["ours"] == row["theirs"]) is not bool(row["difference"])


def test_every_published_figure_names_its_source_and_how_it_is_known():
    assert all(row["source"] and row["figure"] and row["theirs"] for row in EVERY)
    assert {row["how"] for row in EVERY} == {"stated", "worked out"}


def test_a_claim_beside_an_answer_has_the_verdict_of_its_row_here():
    """Both compare theirs with ours: where one says that they differ, the other says why."""
    claims = {row["key"]: row for row in claims_held()}
    same = {
        (one.says, one.theirs): one.same
        for name in QUESTIONS
        for one in answer(name, asked(TODAY)).claims
        if one.same is not None
    }
    here = {row["claim"]: row for row in EVERY if row["claim"]}

    assert {(claims[key]["says"], claims[key]["stated"]) for key in here} == set(same)
    for key, row in here.items():
        said = not row["difference"] or row["difference"].endswith("the same, in words.")
        assert said is same[claims[key]["says"], claims[key]["stated"]], key


@pytest.mark.parametrize("words", ["just under half", "one in four", "late 2018"])
def test_what_a_source_says_in_words_is_not_given_as_its_number(words):
    (row,) = (row for row in EVERY if row["theirs"] == words)

    assert row["difference"].endswith("the same, in words.")


def test_no_figure_stands_there_twice():
    keys = Counter(tuple(row[key] for key in row if key not in {"ours", "note"}) for row in EVERY)

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_way_to_find_a_figure_is_used():
    assert {row["shows"] for row in FIGURES} == set(SHOWS)
    assert {row["computed"] for row in BY_HAND} == set(COMPUTED)


def test_every_figure_of_an_official_release_is_in_the_table():
    """As each release counts: the measure and the count that `record/stated.csv` holds."""
    table = {
        (
            row["as_at"],
            row["since"],
            row["by"],
            row["areas"],
            row["measure"],
            row["ours"].split()[0],
        )
        for row in FIGURES
    }
    for release in official_releases():
        rule = release.counting
        for measure, count in release.stated.items():
            since = rule.since.isoformat() if rule.since else ""
            key = (rule.as_at.isoformat(), since, rule.by, rule.areas, measure, str(count))
            assert key in table


def test_an_official_figure_that_we_know_stands_beside_ours():
    answer = counted("statement-required", "2021-03-31")

    assert (answer.count, answer.stated) == (59, 59)
    assert "31 March 2021" in answer.stated_by


# The written answer of 15 April 2021, name by name.


def test_the_written_answer_and_our_answer_name_the_same_sixty_areas_with_the_same_outcomes():
    ours = {one.area: one.verdict for one in statements(asked("2021-04-13")).statements}
    theirs = {meant_in_2021(row["area"]): row["revisit_outcome"] for row in WRITTEN_ANSWER}

    assert len(WRITTEN_ANSWER) == 60
    assert set(theirs) == set(ours)
    assert {area for area, outcome in theirs.items() if outcome} == {
        area for area, verdict in ours.items() if verdict
    }


def test_the_written_answer_says_not_sufficient_of_thirteen_and_we_say_some_of_twelve():
    """It knows two outcomes; the letters know three, and only Sefton's found none."""
    none = counted("progress-on-none", "2021-04-13", areas=Areas.ABOLISHED_TOO)

    assert none.names == ("Sefton",)


def test_the_written_answer_counts_two_areas_that_had_been_abolished():
    """On 13 April 2021 there were 152 areas: Northamptonshire had become two. With the four
    abolished by then there had been 156."""
    answer = counted("inspected", "2021-04-13", areas=Areas.ABOLISHED_TOO)

    assert len(areas_on(date(2021, 4, 13))) == 152
    assert (answer.count, answer.out_of) == (117, 156)
    assert {"Dorset (county council, to 2019)", "Northamptonshire"} <= set(answer.names)


def test_the_written_answer_counts_38_revisits_to_come_as_we_do():
    totals = {one.says: one for one in statements(asked("2021-04-13")).totals}
    to_come = totals["Statements whose area was not yet re-visited."]

    assert (to_come.ours, to_come.stated) == (38, 38)


@pytest.mark.parametrize(
    ("as_at", "says"),
    [
        ("2022-10-31", "Statements whose area was not yet re-visited."),
        ("2022-11-01", "Statements of which we hold no re-visit letter."),
        ("2026-11-21", "Statements of which we hold no re-visit letter."),
    ],
)
def test_beyond_the_letters_that_are_held_nobody_is_said_not_to_be_re_visited(as_at, says):
    assert [one.says for one in statements(asked(as_at)).totals if "re-visit" in one.says][
        -1
    ] == says


def test_the_thirteen_areas_of_may_2021_are_those_the_written_answer_called_not_sufficient():
    """Question 6435 listed, as at 27 May 2021, who had been asked for an accelerated plan."""
    listed = slugs(
        (
            *("Bury", "dorset-county", "Hartlepool", "Hull", "Lancashire", "Medway", "Oldham"),
            *("Oxfordshire", "Sefton", "South Gloucestershire", "Suffolk", "Surrey"),
            "Windsor and Maidenhead",
        )
    )
    not_all = {meant_in_2021(r["area"]) for r in WRITTEN_ANSWER if r["revisit_outcome"] == NOT_ALL}

    assert listed == not_all


# By name


def test_2025_lacks_thurrock_whose_visit_is_not_dated():
    answer = counted("inspected-since-2023", "2025-12-31", since=date(2025, 1, 1), by=By.STARTED)

    assert {"Buckinghamshire", "Slough", "Cambridgeshire"} <= set(answer.names)
    assert answer.perhaps == ("Thurrock",)


def test_the_number_of_weaknesses_is_not_held_of_one_area():
    answer = counted("weaknesses", "2020-06-09", areas=Areas.ABOLISHED_TOO)

    assert answer.others == ("Dorset (county council, to 2019)",)


def test_the_official_release_found_enough_progress_on_none_in_two_areas():
    both = {"by": By.BOTH, "published_to": date(2022, 10, 31)}

    assert counted("progress-on-none", "2022-08-31", **both).names == ("Devon", "Sefton")


def test_97_inspections_are_of_96_areas_as_cornwall_was_inspected_twice(held):
    inspected = [
        area
        for area, history_of_it in held.items()
        for one in history_of_it.inspections
        if one.framework is Framework.AREA_SEND_2023
    ]

    assert len(inspected) == 97
    assert [area for area in AREAS if inspected.count(area) == 2] == ["cornwall"]


def test_14_areas_were_found_wanting_under_both_frameworks():
    both = slugs(
        (
            *("Bracknell Forest", "Bury", "Lancashire", "Oldham", "Oxfordshire", "Sheffield"),
            *("Slough", "Suffolk", "Sutton", "Tameside", "Torbay", "Wirral", "Wokingham"),
            "Worcestershire",
        )
    )

    assert slugs(where(asked(TODAY)).wanting_twice) == both
    assert slugs(counted("wanting-under-both", "2026-11-21").names) == both


def test_24_areas_were_never_revisited_of_which_four_were_not_inspected_since():
    never = where(asked(TODAY)).never_revisited

    assert {one.area for one in never} == set(counted("not-revisited", "2026-11-21").names)
    assert [one.area for one in never if "began a full inspection" not in " ".join(one.since)] == [
        "Bradford",
        "Knowsley",
        "South Tyneside",
        "Wolverhampton",
    ]


def test_of_36_not_revisited_by_31_august_2022_twelve_were_by_the_end_of_the_year():
    """The official table says of 36 that they were not revisited yet: true only to its own day."""
    official = counted("not-revisited", "2022-08-31", by=By.BOTH, published_to=date(2022, 10, 31))
    later = counted("not-revisited", "2026-11-21", areas=Areas.ABOLISHED_TOO)

    assert len(set(official.names) - set(later.names)) == official.count - later.count == 12


def test_every_re_visit_published_by_a_day_was_carried_out_by_that_day(held):
    letters = {
        one.revisited.on.latest
        for history_of_it in held.values()
        for one in history_of_it.inspections
        if one.revisited
    }
    assert len(letters) > 30
    for on in letters:
        by = [
            MEASURES["revisited"].of(
                held.values(), Counting(as_at=on, by=by, areas=Areas.ABOLISHED_TOO)
            )
            for by in (By.PUBLISHED, By.STARTED)
        ]
        assert set(by[0].counted) <= set(by[1].counted), on


# Revisions of theirs, corrections of ours


def test_no_official_figure_that_we_hold_was_revised_by_its_publisher():
    assert [one.revised for one in official_releases() if one.revised] == []
