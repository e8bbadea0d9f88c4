"""The page of an area: what it says of every area on several days, and what it never says."""

import gzip
import re
from collections import Counter
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from areasend.domain.areas import AREAS
from areasend.register import asking
from tests.answers.test_true_sentences import TRUE
from tests.asking import KNOWN, TODAY
from tests.register.reading_pages import Page

FORBIDDEN = re.compile(r"\b(late|overdue|failed|fails|missed|in force)\b", re.IGNORECASE)
DAYS = ("2019-03-31", "2022-09-12", str(TODAY))
TINY = ("city-of-london", "isles-of-scilly")
#: As many bytes as a page may have before it is compressed, and after.
LONGEST, HEAVIEST = 150_000, 30_000

#: The site with a page for reports of errors, whatever it shows.
urlpatterns = [
    path("report", HttpResponse, name="report"),
    path("", include("areasend.config.urls")),
]


@pytest.fixture(autouse=True)
def _after_every_release(monkeypatch):
    monkeypatch.setattr(asking, "now", lambda: KNOWN)


@pytest.fixture
def shown(site):
    """Return a page of an area as at a day, read."""

    def of(area, as_at=TODAY, **more):
        answer = site.get(f"/areas/{area}", {"as-at": str(as_at), **more})
        assert answer.status_code == 200
        return Page(answer.content.decode())

    return of


# Every area.


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_a_sound_page_on_every_day(site, area, day):
    answer = site.get(f"/areas/{area}", {"as-at": day})
    text = answer.content.decode()
    page = Page(text)

    assert answer.status_code == 200
    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert AREAS[area].name in page.words
    assert FORBIDDEN.findall(page.ours.replace("Met late", "")) == []
    assert [name for name, times in Counter(page.ids).items() if times > 1] == []
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert not re.search(r"\bNone\b|Undefined", page.words.replace("None held", ""))
    assert len(answer.content) < LONGEST
    assert len(gzip.compress(answer.content)) < HEAVIEST


@pytest.mark.parametrize("area", TRUE)
def test_an_area_reads_as_was_agreed(shown, area):
    words = shown(area).words

    assert [phrase for phrase in TRUE[area] if phrase not in words] == []
    assert "Our record holds inspection reports published to 29 June 2026" in words


# Where few children live.


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("area", TINY)
def test_an_area_where_few_children_live_shows_no_figure_anywhere(site, area, day):
    text = site.get(f"/areas/{area}", {"as-at": day}).content.decode()

    assert "No figures are shown for an area with so few children." in text
    assert "explore-education-statistics.service.gov.uk" in text
    for sign in ("app-card", "<svg", "<table"):
        assert sign not in text
    # How wide a frame is to be is no figure.
    assert not re.search(r"\d ?%", text.replace("width=&#34;100%&#34;", ""))


def test_figures_stand_apart_with_their_caveat_and_hide_small_numbers(shown):
    words = shown("bury").words

    assert "These figures stand beside the inspection and are no part of it" in words
    assert "all but fewer than 5 of 296" in words
    assert "no rate is given beside so small a count" in words
    assert "Middle of its 10 statistical neighbours 39.1\xa0%" in words.replace(" %", "\xa0%")
    assert "2022 (counted anew)" in words
    assert words.index("What the reports found") < words.index("Figures beside the inspection")


# As at, known at.


def test_a_bank_holiday_moves_a_day_from_its_announcement_and_says_so(shown):
    eve, after = shown("bradford", "2022-09-09").words, shown("bradford", "2022-09-12").words

    assert "State Funeral" not in eve
    assert "28 September 2022 Submit a written statement of action" in eve
    assert "29 September 2022 Submit a written statement of action" in after
    assert (
        "Skipped: Monday 19 September 2022, Bank Holiday for the State Funeral of Queen "
        "Elizabeth II"
    ) in after
    assert "The day moved: Bank Holiday for the State Funeral of Queen Elizabeth II was" in after


def test_a_day_of_the_past_tells_nothing_later(shown):
    words = shown("oldham", "2023-06-01").words

    assert "This page as it stood on 1 June 2023" in words
    assert "improvement notice" not in words
    assert "widespread" not in words


def test_what_is_recorded_later_is_not_on_the_page_as_known_before(record):  # noqa: ARG001
    reader = Client(headers={"host": "localhost"})
    _tell_of_a_deep_dive(at=KNOWN)

    now = reader.get("/areas/dudley", {"as-at": str(TODAY)}).content.decode()
    then = reader.get(
        "/areas/dudley", {"as-at": str(TODAY), "known-at": "2026-12-31"}
    ).content.decode()

    assert "looked closely at one theme" in now
    assert "in our record since 1 January 2027" in now
    assert "looked closely at one theme" not in then
    assert "from what we had published by 22 November 2026" in Page(then).words


def test_a_correction_shows_what_was_said_and_the_fact_keeps_its_place(record):  # noqa: ARG001
    number = _tell_of_a_deep_dive(at=KNOWN - timedelta(days=2))
    fact = _fact_of("looked closely at one theme")
    _correct(number, words="As corrected.", on="2024-03-08", at=KNOWN - timedelta(days=1))

    page = Page(_page_of_dudley())

    assert _fact_of("looked closely at one theme") == fact
    assert "Before: Dudley, 7 March 2024: The Department for Education looked" in page.words
    assert "Now: Dudley, 8 March 2024: The Department for Education looked" in page.words
    assert "Why: The letter gives the day." in page.words


def test_the_permanent_link_gives_the_same_answer(site):
    first = site.get("/areas/kent", {"as-at": "2024-09-01"}).content.decode()
    link = next(one for one in Page(first).links if "known-at=" in one)

    again = Page(site.get(link).content.decode())

    assert Page(first).ids == again.ids
    assert "The improvement notice of March 2023 was lifted on 6 August 2024." in again.words


# Areas that were, and that are to be.


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("E10000016", "kent"),
        ("886", "kent"),
        ("e10000009", "dorset-county"),
        ("dorset-county-council", "dorset-county"),
        ("bournemouth-borough-council", "bournemouth"),
        ("hull", "kingston-upon-hull"),
    ],
)
def test_a_code_or_an_old_name_leads_to_the_area(site, address, slug):
    answer = site.get(f"/areas/{address}?as-at=2024-01-01")

    assert (answer.status_code, answer.url) == (301, f"/areas/{slug}?as-at=2024-01-01")


def test_a_name_that_no_area_has_is_not_found(site):
    assert site.get("/areas/nowhere").status_code == 404


def test_an_abolished_area_says_what_became_of_it_and_leads_there(shown):
    page = shown("cumbria")

    assert "No longer an area" in page.words
    assert "its area is now part of Cumberland and Westmorland and Furness." in page.words
    leads_to = {link.partition("?")[0] for link in page.links}
    assert {"/areas/cumberland", "/areas/westmorland-and-furness"} <= leads_to


def test_an_area_made_from_another_shows_its_history_under_that_name(shown):
    page = shown("westmorland-and-furness")

    assert "Made on 1 April 2023 from Cumbria." in page.words
    assert "Inspected in March 2019 2016 framework Under another name: Cumbria" in page.words
    assert "carried by Cumberland and Westmorland and Furness" in page.words


def test_an_area_to_be_divided_says_so_from_the_announcement(shown):
    words = shown("surrey").words

    assert "Is to end on 31 March 2027, as announced" in words
    assert "Is to end" not in shown("surrey", "2025-01-01").words
    assert "Is to be made on 1 April 2027 from Surrey, as announced." in shown("east-surrey").words
    assert "had not been announced" in shown("east-surrey", "2025-01-01").words
    # The tests ask as known in January 2027, which is in how the page is cited.
    assert not re.search(r"(March|April) 2027", shown("east-surrey", "2025-01-01").words)


# What each part says.


def test_duties_say_who_by_when_by_what_force_and_where_they_stand(shown):
    words = shown("birmingham").words
    duty = words[words.index("29 September 2025 Update and publish the strategic plan") :]

    assert duty.startswith(
        "29 September 2025 Update and publish the strategic plan Who must do it: "
        "the council and the NHS together , for children, young people and their families. "
        "The inspection handbook Day estimated by us By our estimate between 17 September 2025 "
        "and 22 September 2025; 29 September 2025 at the latest. "
        "The due date has passed; we hold none, and our list is incomplete."
    )
    assert "Skipped: every Saturday and Sunday from 16 August 2025 to 28 September 2025" in duty


def test_what_is_expected_stands_in_its_place_and_leads_to_its_working(site):
    text = site.get("/areas/oldham", {"as-at": str(TODAY)}).content.decode()
    items = re.findall(
        r'<li class="app-timeline__item([^"]*)" id="([^"]+)">(.*?)</li>', text, re.DOTALL
    )
    first = [words for kind, _, words in items if "expected" in kind]

    assert len(first) == 3
    assert "We hold nothing of it." in first[0]
    assert 'href="#oldham-2023-1-next-inspection-after-other"' in first[0]


def test_hearsay_reads_as_reported_in_the_timeline_and_in_what_followed(shown):
    words = shown("oldham").words

    assert words.count("reported by theoldhamtimes.co.uk") == 1
    assert "Reported by theoldhamtimes.co.uk" in words


def test_days_of_silence_are_counted_only_where_a_duty_is_open(shown):
    assert "In the 197 days to 28 February 2026, where our list" in shown("birmingham").words
    assert not re.search(r"In the \S+ days to", shown("isles-of-scilly").words)


def test_a_verdict_on_none_of_the_weaknesses_is_one_on_each(site):
    text = site.get("/areas/kent", {"as-at": str(TODAY)}).content.decode()
    found = text[text.index('id="kent-2016-1-w1"') :]

    assert found.count(">not enough progress</td>") == 9
    assert "More weaknesses does not mean a worse area" in found


def test_sources_are_listed_once_and_campaigns_are_not_cited(shown):
    page = shown("hertfordshire")

    assert "One page of a campaign or party also bears something out" in page.words
    assert not any("lossofbraintrust" in link for link in page.links)


def test_each_fact_has_a_link_to_report_an_error_in_it(site):
    page = Page(site.get("/areas/dudley", {"as-at": str(TODAY)}).content.decode())
    about = [link for link in page.links if link.startswith("/report?about=")]
    facts = {link.rpartition("%23")[2] for link in about if "%23" in link}

    assert "/report?about=/areas/dudley" in about
    assert facts <= set(page.ids)
    assert any(re.fullmatch(r"f\d+", fact) for fact in facts)


def _tell_of_a_deep_dive(*, at):
    from areasend.domain.events import StepKind
    from areasend.ledger import entries, releases
    from tests.builders import build_step

    event = build_step("2024-03-07", step=StepKind.DEEP_DIVE)
    number = entries.record(event, by=1, at=at)
    releases.release(number, takes_effect_at=at, now=at)
    return number


def _correct(number, *, words, on, at):
    from areasend.domain.events import StepKind
    from areasend.ledger import entries, releases
    from tests.builders import build_step

    event = build_step(on, step=StepKind.DEEP_DIVE, words=words)
    more = {"corrects": number, "reason": "The letter gives the day."}
    releases.release(entries.record(event, by=1, at=at, **more), takes_effect_at=at, now=at)


def _page_of_dudley():
    reader = Client(headers={"host": "localhost"})
    return reader.get("/areas/dudley", {"as-at": str(TODAY)}).content.decode()


def _fact_of(words):
    items = re.findall(
        r'<li class="app-timeline__item[^"]*" id="(f\d+)">(.*?)</li>', _page_of_dudley(), re.DOTALL
    )
    return next(name for name, said in items if words in said)


@pytest.mark.parametrize(
    ("slug", "says"), [("birmingham", "It names 13 weaknesses."), ("halton", "It names 5 ")]
)
def test_a_list_of_nothing_is_a_sentence_and_each_keeps_its_place(site, slug, says):
    words = site.get(f"/areas/{slug}").content.decode()

    assert says in words
    assert re.search(rf'<span id="{slug}-20\d\d-\d-[wpa]1"></span>', words)
    assert "We have given none" not in words
