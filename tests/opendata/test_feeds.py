"""Feeds and calendars, as parsers that are not ours read them."""

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
import vobject
from django.test import Client

from areasend.answers.areas import area_story
from areasend.answers.asked import Asked
from areasend.answers.due import due
from areasend.answers.duties import FORCES
from areasend.answers.owing import OWING
from areasend.answers.passing import no_longer_passed, passed
from areasend.answers.stage_changes import stage_changes
from areasend.answers.standing import limits
from areasend.answers.topics import STAGES
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.domain.stages import Stage
from areasend.ledger import entries, releases
from areasend.opendata.addresses import addresses
from areasend.opendata.feeds.catalogue import NATIONAL
from areasend.register.asking import now
from tests.asking import asked
from tests.builders import build_attestation, build_report, build_source, build_started, build_step

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    "/feeds/areas/oldham.atom",
    "/feeds/areas/dorset.atom",
    "/feeds/areas/isles-of-scilly.atom",
]


def read(site, address):
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def opened(site, address):
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def every_feed():
    return [*FEEDS, *(f"/feeds/{name}.atom" for name in NATIONAL)]


@pytest.mark.parametrize("address", every_feed())
def test_an_independent_parser_finds_all_that_atom_demands(site, address):
    found = read(site, address)

    assert found.version == "atom10"
    assert found.feed.id.startswith("tag:areasend.example,2026:feed/")
    assert found.feed.title
    assert found.feed.author == "areasend"
    assert limits(asked()) in found.feed.subtitle
    assert [one.href for one in found.feed.links if one.rel == "self"] == [
        f"http://localhost{address}"
    ]
    assert len({one.id for one in found.entries}) == len(found.entries) > 0
    for one in found.entries:
        assert re.fullmatch(r"tag:areasend\.example,2026:[a-z0-9/-]+", one.id)
        assert one.title
        assert one.summary
        assert one.published_parsed <= one.updated_parsed <= found.feed.updated_parsed
    updated = [one.updated_parsed[:3] for one in found.entries]
    assert updated == sorted(updated, reverse=True)


def test_an_entry_leads_to_its_place_on_a_page(site):
    links = [one.link.partition("#") for one in read(site, "/feeds/areas/oldham.atom").entries]
    pages = {page: site.get(page).content.decode() for page, _, _ in links}

    assert [place for page, _, place in links if f'id="{place}"' not in pages[page]] == []


def test_the_feed_of_an_area_holds_every_fact_of_it_and_of_those_it_was_made_from(site):
    found = {one.id.rpartition(":")[2] for one in read(site, "/feeds/areas/dorset.atom").entries}
    told = releases.events(known_at=asked().known_at)

    facts = [one for one in found if one.startswith("fact/")]
    assert len(facts) == len(told["dorset"]) + len(told["dorset-county"])


def test_each_stage_has_a_feed_of_those_that_came_to_it(site):
    slug = next(slug for slug, words in STAGES.items() if words == Stage.EFFECTIVE_ACTION)

    found = read(site, f"/feeds/stages/{slug}.atom").entries

    assert found
    assert all(one.title.endswith(f"came to stand at: {Stage.EFFECTIVE_ACTION}") for one in found)


def test_a_change_of_stage_is_told_of_its_day_and_never_of_now(site):
    found = [one for name in ("stages", "areas/cumbria") for one in stage_entries(site, name)]

    assert len(found) > 100
    assert not [one.title for one in found if "now stands" in one.title or "Since " in one.summary]
    assert all(
        re.match(r"(On|In|By|Between) .*\d{4} .* came to stand at: ", one.title) for one in found
    )


def test_what_was_told_on_one_day_comes_in_the_order_in_which_it_happened(site):
    when = {one.fact: (one.told_since.date(), one.latest) for one in stage_changes(asked())}

    found = [when[one.id.rpartition("/")[2]] for one in stage_entries(site, "stages")]

    assert found == sorted(found, reverse=True)


def stage_entries(site, name):
    return [one for one in read(site, f"/feeds/{name}.atom").entries if ":stage/" in one.id]


def test_the_last_change_of_an_area_is_where_it_stands():
    from areasend.answers.listing import Narrowed, listing

    last = {}
    for one in sorted(stage_changes(asked()), key=lambda one: (one.latest, one.told_since)):
        last[one.area] = one.after
    lines = {one.slug: one.stage for one in listing(asked(), Narrowed()).lines}

    assert {area: last.get(area, Stage.NOT_INSPECTED.value) for area in lines} == lines


def test_a_feed_changes_only_with_what_it_tells(site):
    assert site.get("/feeds/nation.atom").content == site.get("/feeds/nation.atom").content


def test_what_has_passed_is_what_the_list_of_duties_says():
    found = passed(asked())

    open_ones = [one for one in due(asked()).duties if not one.duty.running]
    assert {one.duty.name for one in found} == {one.duty.name for one in open_ones}
    assert len(found) == len(open_ones)
    assert all("late" not in one.says.split() for one in found)


def report_and_plan():
    """Record and release an inspection whose plan was due, and nothing of the plan."""
    told = (build_attestation("2026-06-15", source=build_source()),)
    name = {"inspection": "dudley/2023/9", "attested": told}
    for event in (
        build_started(framework=Framework.AREA_SEND_2023, **name),
        build_report(outcome=Outcome.WIDESPREAD_FAILINGS, **name),
    ):
        publish(event)


def publish(event):
    at = now()
    number = entries._append(entries.Told(event=event), by=1, at=at, corrects=None)
    releases.release(number, takes_effect_at=at, now=at)


@pytest.mark.usefixtures("record")
def test_a_date_passes_with_its_day_and_no_longer_once_its_fulfilment_is_released():
    report_and_plan()
    at = now()
    today = Asked(at.date(), releases.in_effect_since(known_at=at))
    name = "dudley/2023/9/priority-plan-published"
    newly = {one.duty.name: one for one in passed(today)}[name]

    assert newly.at >= datetime.fromisoformat("2026-11-22T00:40:00Z")
    assert name not in {one.duty.name for one in no_longer_passed(today)}

    published = (build_attestation("2026-08-03", source=build_source()),)
    publish(
        build_step(
            step=StepKind.PRIORITY_PLAN_PUBLISHED, inspection="dudley/2023/9", attested=published
        )
    )
    # A day has one ending: what passed and was fulfilled within it is told of only once.
    later = Asked(at.date(), releases.in_effect_since(known_at=now()))
    assert name not in {one.duty.name for one in passed(later)}


def test_what_was_found_within_a_day_takes_back_what_had_passed():
    found = no_longer_passed(asked("2026-11-22"))

    assert found
    now_passed = {one.duty.name for one in passed(asked("2026-11-22"))}
    assert all(one.duty.name not in now_passed for one in found)
    assert all(one.says.startswith(("Now: ", "What we hold since")) for one in found)


def test_nothing_no_longer_passes_once_it_is_long_ago():
    assert no_longer_passed(asked("2027-11-22")) == ()


def calendars():
    return [
        "/feeds/nation.ics",
        "/feeds/areas/oldham.ics",
        "/feeds/areas/isles-of-scilly.ics",
        "/feeds/to-come/nation.ics",
        "/feeds/to-come/areas/oldham.ics",
        *(f"/feeds/bodies/{slug}.ics" for slug in OWING),
    ]


@pytest.mark.parametrize("address", calendars())
def test_an_independent_parser_opens_a_calendar(site, address):
    words = opened(site, address)
    found = vobject.readOne(words.decode())

    assert found.validate(raiseException=True)
    assert all(len(line) <= 75 for line in words.split(b"\r\n"))
    assert b"\n" not in words.replace(b"\r\n", b"")
    events = found.contents.get("vevent", [])
    assert len({one.uid.value for one in events}) == len(events)
    for one in events:
        assert one.dtstart.value < one.dtend.value
        assert any(f"How binding: {force}" in one.description.value for force in FORCES.values())
        assert any(force in one.summary.value for force in FORCES.values())
        assert limits(asked()) in one.description.value


def test_an_areas_calendar_has_its_open_duties(site):
    found = vobject.readOne(opened(site, "/feeds/areas/oldham.ics").decode())
    open_ones = [one for one in area_story(AREAS["oldham"], asked()).duties if one.open]

    assert {one.uid.value for one in found.vevent_list} == {
        f"{one.name}@areasend.example" for one in open_ones
    }


def test_a_usual_time_is_shown_as_its_month_and_tentative(site):
    found = vobject.readOne(opened(site, "/feeds/areas/oldham.ics").decode())
    coming = next(one for one in found.vevent_list if "monitoring" in one.uid.value)

    assert (coming.dtstart.value, coming.dtend.value) == (date(2025, 2, 1), date(2025, 3, 1))
    assert coming.status.value == "TENTATIVE"
    assert coming.transp.value == "TRANSPARENT"


def test_a_day_is_shown_as_that_day(site):
    found = vobject.readOne(opened(site, "/feeds/nation.ics").decode())
    days = {one.duty.name: one.duty for one in due(asked()).duties if not one.duty.window}
    shown = {one.uid.value.partition("@")[0]: one for one in found.vevent_list}

    assert days
    for name, duty in days.items():
        event = shown[name]
        assert event.dtend.value == duty.due_by + timedelta(1)
        month = duty.headline == "July 2023"
        assert event.dtend.value - event.dtstart.value == timedelta(31 if month else 1)
    assert "July 2023" in {duty.headline for duty in days.values()}


def test_only_one_day_that_law_or_handbook_sets_is_sure(site):
    report_at = {one.duty.name: one.duty for one in due(asked()).duties}
    events = vobject.readOne(opened(site, "/feeds/nation.ics").decode()).vevent_list

    for event in events:
        duty = report_at[event.uid.value.partition("@")[0]]
        one_day = duty.due_earliest == duty.due_latest == duty.due_by
        binding = duty.force in {"the law", "the inspection handbook"}
        sure = one_day and binding and not (duty.window or duty.estimated)
        assert event.status.value == ("CONFIRMED" if sure else "TENTATIVE")


def test_years_between_which_something_fell_due_are_no_day(site):
    found = vobject.readOne(opened(site, "/feeds/areas/cumbria.ics").decode())
    review = next(one for one in found.vevent_list if one.dtstart.value == date(2023, 10, 20))

    assert review.status.value == "TENTATIVE"
    assert review.summary.value == (
        "Cumbria: the Department for Education and NHS England to review progress after the "
        "re-visit, by 20 October 2023; passed, we hold none (usual practice)"
    )
    assert "Due between 8 June 2023 and 20 October 2023." in review.description.value


def test_a_date_says_who_owes_it_and_whether_it_passed(site):
    duties = {one.duty.name: one.duty for one in due(asked()).duties}

    for event in vobject.readOne(opened(site, "/feeds/nation.ics").decode()).vevent_list:
        duty = duties[event.uid.value.partition("@")[0]]
        assert f": {duty.owed_by} to " in event.summary.value
        assert ("passed, we hold none" in event.summary.value) is not duty.running


@pytest.mark.parametrize("rest", ["nation", "areas/surrey", "bodies/a-minister"])
def test_what_is_to_come_has_a_calendar_of_its_own(site, rest):
    whole, ahead = (
        vobject.readOne(opened(site, f"/feeds/{folder}{rest}.ics").decode())
        for folder in ("", "to-come/")
    )
    passed_too = {one.uid.value for one in whole.vevent_list if "passed," in one.summary.value}

    coming = {one.uid.value for one in ahead.vevent_list}
    assert coming == {one.uid.value for one in whole.vevent_list} - passed_too
    assert coming
    assert "to come" in ahead.contents["x-wr-calname"][0].value


def test_the_calendars_of_all_who_owe_make_up_that_of_the_nation(site):
    def names(address):
        return {
            one.uid.value for one in vobject.readOne(opened(site, address).decode()).vevent_list
        }

    parts = [names(f"/feeds/bodies/{slug}.ics") for slug in OWING]

    assert set().union(*parts) == names("/feeds/nation.ics")
    assert sum(map(len, parts)) == len(names("/feeds/nation.ics"))


def test_other_websites_may_read_a_feed(site):
    assert site.get("/feeds/nation.atom").headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "address",
    [
        "/feeds/wonders.atom",
        "/feeds/areas/nowhere.atom",
        "/feeds/areas/nowhere.ics",
        "/feeds/bodies/nobody.ics",
        "/feeds/stages/winning.atom",
    ],
)
def test_an_unknown_feed_is_said_not_to_be_there(site, address):
    answer = site.get(address)

    assert answer.status_code == 404
    assert answer.json()["type"] == "/api#not-found"


def test_pages_lead_to_their_feeds(site):
    home, area = (site.get(one).content.decode() for one in ("/", "/areas/oldham"))

    assert 'type="application/atom+xml"' in home
    assert 'href="/feeds/nation.ics"' in home
    assert 'href="/feeds/areas/oldham.atom"' in area
    assert 'rel="alternate" type="text/calendar"' in area


@pytest.mark.usefixtures("record")
def test_words_of_others_are_no_mark_up():
    hostile = "<script>alert(1)</script> & ]]>"
    source = build_source(title=hostile, publisher=hostile)
    publish(build_step(attested=(build_attestation("2026-08-03", source=source),)))

    told = Client(headers={"host": "localhost"}).get("/feeds/areas/dudley.atom").content
    (entry,) = [
        one
        for one in ElementTree.fromstring(told).iter(f"{ATOM}entry")  # noqa: S314  our own
        if "alert" in one.findtext(f"{ATOM}summary")
    ]

    assert "<script" not in entry.findtext(f"{ATOM}summary")
    assert "&lt;script&gt;" in entry.findtext(f"{ATOM}summary")


def test_a_copy_leads_within_itself():
    site = Client(headers={"host": "localhost"}, **{"areasend.published": True})
    told = site.get("/feeds/areas/oldham.atom").content.decode()

    assert "http://localhost" not in told
    assert 'href="../../areas/oldham/"' in told
    assert 'href="oldham.atom" rel="self"' in told


def test_every_address_is_told_once():
    every = list(addresses())

    assert len(every) == len(set(every)) > 2 * len(AREAS)


@pytest.mark.parametrize("name", ["corrections", "dates", "stages"])
def test_an_entry_leads_to_its_place_on_the_page(site, name):
    pages = {}
    for one in read(site, f"/feeds/{name}.atom").entries:
        path, _, place = one.link.removeprefix("http://localhost").partition("#")
        if path not in pages:
            pages[path] = set(re.findall(r'\bid="([^"]+)"', site.get(path).content.decode()))
        assert place in pages[path], one.link


def test_a_source_set_right_is_called_that_in_the_feed_of_corrections(site):
    found = {
        one.id.rpartition("/")[2]: (one.title, one.tags[0].term)
        for one in read(site, "/feeds/corrections.atom").entries
    }

    assert found["r1206"] == ("Somerset: a source set right", "source-set-right")
    assert found["r1185"] == ("Derby: a correction", "correction")
