"""What the API answers, and how it says that it cannot."""

import csv
import json
from dataclasses import asdict
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

import pytest

from areasend.answers.areas import area_story
from areasend.answers.listing import FRAMEWORKS, Narrowed, listing
from areasend.answers.rows.areas import areas as rows_of_areas
from areasend.answers.rows.events import events as rows_of_events
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.stages import Stage
from areasend.ledger.chain import link
from areasend.ledger.models import Release
from areasend.opendata.api.description import openapi
from areasend.opendata.api.examples import EXAMPLES
from areasend.opendata.api.fields import FIELDS
from areasend.opendata.api.problems import KINDS
from areasend.terminal.upkeep import RECORD
from tests.asking import asked

THEN = "as_at=2026-11-21&known_at=2026-11-22T00:40:00Z"
SHOWN = datetime(2026, 11, 22, 0, 40, tzinfo=UTC)


def got(site, address):
    answer = site.get(address)
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json()


def every(site, address):
    """Return the items of every page from an address on."""
    items = []
    while address:
        page = got(site, address)
        items += page["items"]
        address = page["next"] and page["next"].removeprefix("http://localhost")
    assert len(items) == page["matching"]
    return items


def problem(site, address):
    answer = site.get(address)
    told = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told["status"] == answer.status_code
    amiss = [f"{one['parameter']}: {one['says']}" for one in told["errors"]]
    return told["type"].removeprefix("/api#"), " ".join((told["detail"], *amiss))


def part(answer, place):
    for step in place.split("/"):
        answer = answer[int(step) if step.isdecimal() else step]
    return answer


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.path.split("?")[0])
def test_an_example_gives_what_it_says(site, example):
    answer = got(site, example.path)

    assert {place: part(answer, place) for place in example.holds} == example.holds


def test_the_list_of_areas_is_that_of_the_website(site):
    lines = listing(asked(), Narrowed()).lines

    found = every(site, f"/api/v1/areas?limit=40&{THEN}")

    assert found == json.loads(json.dumps([asdict(one) for one in lines], default=str))


def test_an_area_is_that_of_every_other_face(site):
    told = got(site, f"/api/v1/areas/dudley?{THEN}")

    story = asdict(area_story(AREAS["dudley"], asked()))
    assert told["sentence"] == story["sentence"]
    assert [one["says"] for one in told["lines"]] == [one["says"] for one in story["lines"]]
    assert [one["due"] for one in told["duties"]] == [one["due"] for one in story["duties"]]


def test_every_event_comes_once_with_its_source(site):
    found = every(site, f"/api/v1/events?limit=500&{THEN}")

    assert len({one["fact"] for one in found}) == len(found) > 1000
    assert all(one["source"] and one["confidence"] for one in found)
    days = [(one["latest"], one["earliest"]) for one in found]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("area=dudley", lambda one: one["area"] == "dudley"),
        ("kind=revisited", lambda one: one["kind"] == "revisited"),
        ("outcome=positive", lambda one: one["outcome"] == "positive"),
        ("inspection=dudley/2016/1", lambda one: one["inspection"] == "dudley/2016/1"),
        ("region=London", lambda one: AREAS[one["area"]].region == "London"),
        ("since=2026-01-01", lambda one: one["latest"] >= "2026-01-01"),
        ("until=2017-01-01", lambda one: one["earliest"] <= "2017-01-01"),
    ],
)
def test_events_are_narrowed_down_to_those_asked_for_and_no_others(site, query, holds):
    whole = every(site, f"/api/v1/events?limit=500&{THEN}")

    found = every(site, f"/api/v1/events?limit=500&{query}&{THEN}")

    assert found == list(filter(holds, whole))
    assert found


def test_every_duty_of_an_area_is_among_the_deadlines(site):
    found = every(site, f"/api/v1/deadlines?area=oldham&{THEN}")
    story = got(site, f"/api/v1/areas/oldham?{THEN}")

    assert sorted(one["duty"]["name"] for one in found) == sorted(
        one["name"] for one in story["duties"]
    )


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("open=true", lambda one: one["duty"]["open"]),
        ("open=false", lambda one: not one["duty"]["open"]),
        ("passed=true", lambda one: one["duty"]["open"] and not one["duty"]["running"]),
        ("force=practice", lambda one: one["duty"]["force"] == "usual practice"),
        ("owed_by=a-minister", lambda one: one["duty"]["owed_by"] == "a minister"),
        ("since=2027-01-01", lambda one: one["due_at_latest"] >= "2027-01-01"),
        ("until=2017-01-01", lambda one: one["due_at_latest"] <= "2017-01-01"),
    ],
)
def test_deadlines_are_narrowed_down_to_those_asked_for(site, query, holds):
    here = f"region=North+West&limit=500&{THEN}"
    whole = every(site, f"/api/v1/deadlines?{here}")

    assert every(site, f"/api/v1/deadlines?{query}&{here}") == list(filter(holds, whole))


def test_nothing_is_late_on_the_strength_of_a_gap(site):
    assert got(site, f"/api/v1/deadlines?late=true&{THEN}")["items"] == []


@pytest.mark.slow
def test_every_measure_is_there_by_its_counting_rule(site):
    found = every(site, f"/api/v1/measures?by=started&areas=current&limit=20&{THEN}")

    assert [one["measure"] for one in found] == [*MEASURES, *WAITS]
    assert all("whenever published; areas that existed" in one["rule"] for one in found)


def test_a_measure_has_its_parts_where_they_are_asked_for(site):
    found = got(site, f"/api/v1/measures/statement-required?division=region&{THEN}")

    assert sum(one["count"] for one in found["parts"]) == found["whole"]["count"]


def test_the_releases_are_the_shipped_chain(site):
    with (RECORD / "release.csv").open(encoding="utf-8") as file:
        shipped = list(csv.DictReader(file))

    known = shipped[-1]["takes_effect_at"]
    found = every(site, f"/api/v1/releases?limit=500&known_at={known}")

    assert [one["hash"] for one in found] == [one["hash"] for one in shipped]
    for one in found:
        columns = (one["number"], one["took_effect"], one["corrects"], one["digest"])
        assert link(*columns, previous=one["previous"]) == one["hash"]


def test_a_correction_names_what_it_corrects(site):
    found = every(site, f"/api/v1/releases?limit=500&{THEN}")
    by_number = {one["number"]: one for one in found}

    corrected = [one for one in found if one["corrects"]]

    assert len(corrected) == len(every(site, f"/api/v1/corrections?limit=500&{THEN}")) == 100
    assert all(by_number[one["corrects"]]["corrected_by"] == one["number"] for one in corrected)


def test_pages_of_one_question_are_of_one_answer(site):
    first = got(site, "/api/v1/areas?limit=2&region=London")
    query = urlsplit(first["next"]).query

    last = Release.objects.order_by("number").last().takes_effect_at
    assert f"as_at={first['as_at']}" in query
    assert f"known_at={quote(last)}" in query
    assert first["known_at"] == last


@pytest.mark.parametrize(
    ("address", "kind", "says"),
    [
        ("/api/v1/areas/nowhere", "unknown-area", "nowhere"),
        ("/api/v1/areas/oldhm", "unknown-area", "Did you mean oldham?"),
        ("/api/v1/events?area=dudly", "unknown-area", "Did you mean dudley?"),
        ("/api/v1/areas?like=atlantis", "unknown-area", "atlantis"),
        ("/api/v1/measures/luck", "unknown-measure", "/api/v1/measures"),
        ("/api/v1/wonders", "not-found", "/api"),
        ("/api/v2/areas", "not-found", "/api"),
        ("/api/v1/areas?as_at=1999-01-01", "bad-day", "May 2016"),
        ("/api/v1/areas?as_at=2021-02-30", "bad-day", "no such day"),
        ("/api/v1/areas?as_at=", "bad-day", "not a date"),
        ("/api/v1/areas?known_at=2999-01-01", "bad-day", "later moment"),
        ("/api/v1/areas?known_at=2020-01-01", "bad-day", "began on 21 November 2026"),
        ("/api/v1/areas/dudley?known_at=2026-11-20", "bad-day", "began on 21 November 2026"),
        ("/api/v1/areas?known_at=soon", "bad-day", "“soon” is not a moment"),
        ("/api/v1/events?since=2015-01-01", "bad-day", "May 2016"),
        ("/api/v1/areas?as-at=2021-04-13", "bad-parameter", "no parameter “as-at”"),
        ("/api/v1/areas?limit=2&limit=3", "bad-parameter", "more than once"),
        ("/api/v1/areas?limit=0", "bad-parameter", "limit: "),
        ("/api/v1/areas?limit=501", "bad-parameter", "limit: "),
        ("/api/v1/areas?limit=many", "bad-parameter", "limit: "),
        ("/api/v1/areas?stage=winning", "bad-parameter", "awaiting-monitoring"),
        ("/api/v1/areas?stage=2023+framework:+inconsistent+experiences", "bad-parameter", "stage:"),
        ("/api/v1/events?area=oldham&inspection=kent/2016/1", "contradicting-filters", "Oldham"),
        ("/api/v1/events?inspection=kent/2016/99", "unknown-inspection", "kent/2016/99"),
        ("/api/v1/deadlines?late=yes", "bad-parameter", "late: "),
        ("/api/v1/areas?like=%00", "bad-parameter", "like: "),
        ("/api/v1/areas?cursor=" + "a" * 101, "bad-parameter", "cursor: "),
        ("/api/v1/areas?cursor=abcd", "bad-cursor", "no cursor of ours"),
        ("/api/v1/areas?" + "x" * 5000 + "=1", "bad-parameter", "no parameter"),
        ("/api/v1/areas?region=" + "x" * 50000, "bad-parameter", "North West"),
        ("/api/v1/areas?" + "&".join(f"a{i}=1" for i in range(1500)), "bad-request", "/api"),
        (
            "/api/v1/areas?framework=since+2023&outcome=statement-required",
            "contradicting-filters",
            "statement-required",
        ),
        (
            "/api/v1/areas?outcome=positive&stage=inconsistent",
            "contradicting-filters",
            "inconsistent experiences",
        ),
        (
            "/api/v1/areas?framework=since+2023&stage=no-statement",
            "contradicting-filters",
            "no statement was required",
        ),
        (
            "/api/v1/areas?region=London&ofsted_region=South+West",
            "contradicting-filters",
            "London",
        ),
        ("/api/v1/events?kind=revisited&outcome=positive", "contradicting-filters", "revisited"),
        (
            "/api/v1/events?since=2021-01-02&until=2021-01-01",
            "contradicting-filters",
            "2 January 2021",
        ),
        ("/api/v1/events?area=dudley&region=London", "contradicting-filters", "Dudley"),
        ("/api/v1/deadlines?late=true&force=practice", "contradicting-filters", "usual practice"),
        ("/api/v1/deadlines?passed=true&open=false", "contradicting-filters", "open"),
        ("/api/v1/deadlines?passed=false&late=true", "contradicting-filters", "late has passed"),
        ("/api/v1/measures?published_to=2021-01-01", "contradicting-filters", "by=both"),
        ("/api/v1/measures?since=2021-01-01&as_at=2020-01-01", "contradicting-filters", "2020"),
    ],
    ids=lambda one: one[:60],
)
def test_what_cannot_be_answered_is_said_clearly(site, address, kind, says):
    found, detail = problem(site, address)

    assert found == kind
    assert says in detail
    assert len(detail) < 2500


@pytest.mark.parametrize(
    ("day", "reach"), [("2016-05-01", "1 May 2016"), ("2026-11-21", "29 June 2026")]
)
def test_the_record_reaches_no_further_than_the_day_that_is_asked_for(site, day, reach):
    found = got(site, f"/api/v1/areas?limit=1&as_at={day}&known_at=2026-11-22T00:40:00Z")
    area = got(site, f"/api/v1/areas/dudley?as_at={day}&known_at=2026-11-22T00:40:00Z")

    assert f"inspection reports published to {reach};" in found["limits"]
    assert f"published to {reach};" in json.dumps(area)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("as-at=2021-04-13", "as-at"), ("limit=2&limit=3", "limit"), ("stage=winning", "stage")],
)
def test_a_problem_names_the_parameter_that_is_amiss(site, query, parameter):
    found = site.get(f"/api/v1/areas?{query}").json()

    assert [one["parameter"] for one in found["errors"]] == [parameter]


def test_an_area_is_found_by_the_name_of_its_stage(site):
    found = every(site, f"/api/v1/areas?stage=effective-action&limit=500&{THEN}")

    assert {one["stage"] for one in found} == {Stage.EFFECTIVE_ACTION.value}


def test_a_cursor_of_another_question_is_refused(site):
    following = got(site, f"/api/v1/areas?limit=2&region=London&{THEN}")["next"]
    cursor = following.rpartition("cursor=")[2]

    for other in (
        f"/api/v1/areas?region=North+West&{THEN}",
        f"/api/v1/events?region=London&{THEN}",
        "/api/v1/areas?region=London&as_at=2021-04-13&known_at=2026-11-22T00:40:00Z",
        "/api/v1/areas?region=London&as_at=2026-11-21&known_at=2026-11-21T23:37:00Z",
    ):
        assert problem(site, f"{other}&cursor={cursor}") == (
            "bad-cursor",
            "That cursor is another question's. Follow `next` of a page as it stands.",
        )


def test_a_cursor_beyond_the_list_is_refused(site):
    following = got(site, f"/api/v1/areas?limit=2&region=London&{THEN}")["next"]
    head, _, cursor = following.removeprefix("http://localhost").rpartition("=")

    assert problem(site, f"{head}={cursor[:-1]}A")[0] == "bad-cursor"
    assert problem(site, f"{head}={cursor}{cursor}")[0] == "bad-cursor"


def test_a_stage_that_nobody_is_at_is_an_empty_list(site):
    address = "/api/v1/areas?as_at=2017-01-01&stage=inconsistent"

    assert got(site, address)["items"] == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(site, method):
    answer = getattr(site, method)("/api/v1/areas")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["type"] == "/api#read-only"


def test_other_websites_may_read(site):
    asked_first = site.options(
        "/api/v1/areas",
        headers={"origin": "https://a.example", "access-control-request-method": "GET"},
    )

    assert asked_first.status_code == 204
    assert asked_first.headers["Access-Control-Allow-Headers"] == "If-None-Match"
    for address in ("/api/v1/areas?limit=1", "/api/v1/areas/nowhere", "/api/v1/openapi.json"):
        answer = site.get(address, headers={"origin": "https://a.example"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Origin" not in site.get("/about").headers


def test_a_head_is_answered_as_a_get(site):
    assert site.head("/api/v1/areas?limit=1").status_code == 200


def test_a_fault_of_ours_is_a_problem_and_tells_nothing_of_itself(site, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("a secret")

    monkeypatch.setattr("areasend.opendata.api.operations.listing", broken)

    answer = site.get("/api/v1/areas")

    assert answer.status_code == 500
    assert answer.json()["type"] == "/api#fault"
    assert b"secret" not in answer.content


def test_every_answer_is_described(site):
    described = got(site, "/api/v1/openapi.json")

    assert described == openapi()
    assert described["openapi"] == "3.1.0"
    assert all(one["get"]["description"] for one in described["paths"].values())
    for one in described["paths"].values():
        assert {"as_at", "known_at"} <= {each["name"] for each in one["get"]["parameters"]}


def test_the_page_leads_to_every_problem_and_shows_every_example(site):
    words = site.get("/api").content.decode()

    for kind in KINDS:
        assert f'id="{kind}"' in words
    for example in EXAMPLES:
        assert example.path.replace("&", "&amp;") in words
    for path in openapi()["paths"]:
        assert f"<code>{path}</code>" in words


def test_a_past_day_is_told_as_it_was(site):
    before = got(site, "/api/v1/areas/surrey?as_at=2025-01-01")

    assert before["lineage"] == []
    assert all(
        one["earliest"] <= "2025-01-01" for one in before["lines"] if one["kind"] != "expected"
    )


def test_the_files_and_the_api_say_the_same_of_each_area(site):
    rows = {one.id: one for one in rows_of_areas(asked()) if one.is_current}
    lines = every(site, f"/api/v1/areas?limit=500&{THEN}")

    assert len(lines) == len(rows) == 153
    for line in lines:
        row = rows[line["id"]]
        alike = ("name", "region", "ofsted_region", "stage", "stage_name", "outcome", "next_duty")
        assert [line[name] for name in alike] == [getattr(row, name) for name in alike]
        assert (line["passed"] == "yes", line["late"]) == (row.passed, row.late)
        assert (line["slug"], line["framework_name"]) == (row.id, row.framework)
        assert line["framework"] == (FRAMEWORKS[Framework(row.framework)] if row.framework else "")


def test_an_event_has_one_identifier_in_the_files_and_in_the_api(site):
    rows = {one.id for one in rows_of_events(asked(known_at=SHOWN))}
    lines = every(site, f"/api/v1/events?limit=500&{THEN}")

    assert {line["id"] for line in lines} == {line["fact"] for line in lines} == rows


def test_a_framework_and_a_stage_are_called_by_one_key_in_every_file(site):  # noqa: ARG001
    of_areas = {one.framework for one in rows_of_areas(asked())} - {""}
    of_events = {one.framework for one in rows_of_events(asked())} - {""}

    assert of_areas == of_events == {one.value for one in Framework}


def test_what_may_stand_in_a_parameter_is_said_once(site):
    told = site.get("/api/v1/areas?stage=winning").content.decode()

    assert told.count("awaiting-monitoring") == 1


def test_every_field_of_every_answer_is_described_and_no_description_is_of_none():
    schemas = openapi()["components"]["schemas"]
    fields = [(answer, name) for answer, held in schemas.items() for name in held["properties"]]
    used = {f"{answer.partition('_')[0]}.{name}" for answer, name in fields}

    assert all(schemas[answer]["properties"][name]["description"] for answer, name in fields)
    assert {one for one in FIELDS if "." in one} <= used
    assert {one for one in FIELDS if "." not in one} <= {name for _, name in fields}
