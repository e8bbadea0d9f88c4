"""The addresses of the API: each asks one question of `answers` and replies with its dataclass."""

from functools import cache
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query
from pydantic import TypeAdapter

from areasend.answers.areas import AreaStory, area_story
from areasend.answers.asked import Asked
from areasend.answers.asking import day_asked, read_asked
from areasend.answers.corrections import Corrected, corrections
from areasend.answers.due import AreaDuty, of_area
from areasend.answers.facts import ChosenFacts, ToldLine, chosen_facts, is_held, told_line
from areasend.answers.figures import FigureAnswer
from areasend.answers.listing import AreaLine, Narrowed, listing
from areasend.answers.measures import Answer, measure_answer
from areasend.answers.owing import OWING, ChosenDuties, chosen_duties
from areasend.answers.released import ReleaseLine, release_line, released
from areasend.answers.topics import STAGES
from areasend.answers.waits import WaitAnswer
from areasend.domain.areas import AREAS, nearest
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.counting import By, Counting
from areasend.ledger import releases
from areasend.opendata.api.pages import Page, page
from areasend.opendata.api.parameters import (
    AreasAsked,
    Days,
    DeadlinesAsked,
    DividedAsked,
    EventsAsked,
    MeasureAsked,
    MeasuresAsked,
    Paged,
)
from areasend.opendata.api.problems import Problem, UnableToAnswer, tell
from areasend.opendata.clock import now

api = NinjaAPI(
    title="areasend",
    version="1",
    docs_url=None,
    openapi_url=None,
    description=(
        "The sourced record of every inspection of England's local SEND services, its rules and "
        "its clocks. Read-only; only what has been released; every answer as at a day and as "
        "known at a moment. A gap in the record proves nothing: see `limits` of each page."
    ),
    openapi_extra={
        "info": {
            "license": {
                "name": "Open Government Licence v3.0",
                "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            }
        }
    },
    servers=[{"url": "/"}],
)
tell(api)
_WRONG = {400: Problem, 429: Problem, 503: Problem}
Kind = TypeVar("Kind")


@cache
def _json(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _reply(kind: Any, value: object) -> HttpResponse:
    """Return an answer as JSON. Its types are its class's: there is nothing left to validate."""
    return HttpResponse(_json(kind).dump_json(value), content_type="application/json")


def _asked(asking: Days) -> Asked:
    return read_asked(as_at=asking.as_at, known_at=asking.known_at, now=now())


def _known(slug: str | None) -> str:
    if slug is None or slug in AREAS:
        return slug or ""
    names = nearest(slug)
    alike = ", ".join(one.slug for one in AREAS.values() if one.name in names)
    meant = f" Did you mean {alike}?" if alike else ""
    raise UnableToAnswer("unknown-area", f"No area has the slug “{slug[:60]}”.{meant}")


def _consistent(words: str) -> None:
    if words:
        raise UnableToAnswer("contradicting-filters", words)


@api.get("/areas", response={200: Page[AreaLine], **_WRONG, 404: Problem}, url_name="api-areas")
def areas(request: HttpRequest, asking: Query[AreasAsked]) -> HttpResponse:
    """List every area of the day: where it stands, its latest report, and what is next."""
    asked, given = _asked(asking), asking.given()
    _known(asking.like)
    wanted = {name: given.get(name, "") for name in vars(Narrowed())}
    stage = STAGES[asking.stage].value if asking.stage else ""
    narrowed = Narrowed(**{**wanted, "stage": stage})
    _consistent(narrowed.contradiction())
    lines = listing(asked, narrowed, sort=asking.sort).lines
    return _reply(Page[AreaLine], page(request, asking, asked, lines, _as_it_is))


@api.get("/areas/{slug}", response={200: AreaStory, **_WRONG, 404: Problem}, url_name="api-area")
def area(request: HttpRequest, slug: str, asking: Query[Days]) -> HttpResponse:  # noqa: ARG001
    """Tell of one area: where it stands, its duties with their working, and all held of it."""
    return _reply(AreaStory, area_story(AREAS[_known(slug)], _asked(asking)))


@api.get("/events", response={200: Page[ToldLine], **_WRONG, 404: Problem}, url_name="api-events")
def events(request: HttpRequest, asking: Query[EventsAsked]) -> HttpResponse:
    """List every event told in public, the newest first, with its source and how sure we are."""
    asked, given = _asked(asking), asking.given()
    chosen = ChosenFacts(
        area=_known(asking.area),
        since=_day(asking.since),
        until=_day(asking.until),
        **{name: given.get(name, "") for name in ("region", "kind", "outcome", "inspection")},
    )
    _consistent(chosen.contradiction())
    if chosen.inspection and not is_held(chosen.inspection, asked):
        raise UnableToAnswer("unknown-inspection", f"We hold no inspection “{chosen.inspection}”.")
    found = chosen_facts(asked, chosen)
    shown = page(request, asking, asked, found, lambda one: told_line(one, asked))
    return _reply(Page[ToldLine], shown)


@api.get(
    "/deadlines", response={200: Page[AreaDuty], **_WRONG, 404: Problem}, url_name="api-deadlines"
)
def deadlines(request: HttpRequest, asking: Query[DeadlinesAsked]) -> HttpResponse:
    """List every duty, done or open, the soonest first, with how binding its date is."""
    asked = _asked(asking)
    chosen = ChosenDuties(
        area=_known(asking.area),
        region=asking.given().get("region", ""),
        owed_by=OWING[asking.owed_by] if asking.owed_by else "",
        force=asking.force,
        open=_FLAGS[asking.open],
        passed=_FLAGS[asking.passed],
        late=_FLAGS[asking.late],
        since=_day(asking.since),
        until=_day(asking.until),
    )
    _consistent(chosen.contradiction())
    found = chosen_duties(asked, chosen)
    return _reply(Page[AreaDuty], page(request, asking, asked, found, of_area))


@api.get(
    "/measures", response={200: Page[FigureAnswer | WaitAnswer], **_WRONG}, url_name="api-measures"
)
def measures(request: HttpRequest, asking: Query[MeasuresAsked]) -> HttpResponse:
    """List every measure by one counting rule: a count out of a count, and the names behind."""
    asked = _asked(asking)
    counting, held = _counting(asking, asked), releases.histories(known_at=asked.known_at)
    shown = page(
        request,
        asking,
        asked,
        (*MEASURES, *WAITS),
        lambda name: measure_answer(name, counting, asked, held=held),
    )
    return _reply(Page[FigureAnswer | WaitAnswer], shown)


@api.get("/measures/{name}", response={200: Answer, **_WRONG, 404: Problem}, url_name="api-measure")
def measure(request: HttpRequest, name: str, asking: Query[DividedAsked]) -> HttpResponse:  # noqa: ARG001
    """Tell one measure by a counting rule, and its parts where a division is asked for."""
    if name not in MEASURES and name not in WAITS:
        raise UnableToAnswer("unknown-measure", "See /api/v1/measures for those there are.")
    asked = _asked(asking)
    found = measure_answer(name, _counting(asking, asked), asked, asking.division)
    return _reply(Answer, found)


@api.get("/releases", response={200: Page[ReleaseLine], **_WRONG}, url_name="api-releases")
def all_releases(request: HttpRequest, asking: Query[Paged]) -> HttpResponse:
    """List the public chain, release by release, with what was corrected and each hash."""
    asked = _asked(asking)
    shown = page(request, asking, asked, released(asked), release_line)
    return _reply(Page[ReleaseLine], shown)


@api.get("/corrections", response={200: Page[Corrected], **_WRONG}, url_name="api-corrections")
def all_corrections(request: HttpRequest, asking: Query[Paged]) -> HttpResponse:
    """List what we said in public and no longer say, the newest first: before, after, and why."""
    asked = _asked(asking)
    found = corrections(asked).corrections
    return _reply(Page[Corrected], page(request, asking, asked, found, _as_it_is))


def _counting(asking: MeasureAsked, asked: Asked) -> Counting:
    since, published_to = _day(asking.since), _day(asking.published_to)
    if since and since > asked.as_at:
        _consistent(f"Nothing is counted from {since} to {asked.as_at}.")
    if published_to and asking.by is not By.BOTH:
        _consistent("“published_to” is only for counting by both dates: by=both.")
    return Counting(
        as_at=asked.as_at,
        since=since,
        by=asking.by,
        published_to=published_to,
        areas=asking.areas,
    )


_FLAGS = {None: None, "true": True, "false": False}


def _day(text: str | None) -> Any:
    return None if text is None else day_asked(text)


def _as_it_is(one: Kind) -> Kind:
    return one
