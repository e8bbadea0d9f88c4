"""Statistics: each with its definition, its counting rule, the names behind it, and as CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from markupsafe import Markup

from areasend.answers.asked import Asked
from areasend.answers.figures import BreakdownAnswer, FigureAnswer, figure, figure_by
from areasend.answers.measured import days, short
from areasend.answers.waits import WaitAnswer, WaitBreakdownAnswer, wait, wait_by
from areasend.design.curve import steps
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, Counting
from areasend.ledger import releases
from areasend.register.asking import answering
from areasend.register.embedding import Embedding
from areasend.register.pages import crumbs, page

#: What the parts of a figure are called on its page.
DIVISIONS = (
    (Division.YEAR, "By calendar year"),
    (Division.SCHOOL_YEAR, "By school year"),
    (Division.REGION, "By Ofsted region"),
)


def counting(asked: Asked) -> Counting:
    """Return the rule of these pages: published by the day, areas since abolished included."""
    return Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)


@answering
def statistics(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return every measure with its figure."""
    rule, held = counting(asked), releases.histories(known_at=asked.known_at)
    counted = [figure(name, rule, asked, held) for name in MEASURES]
    timed = [wait(name, rule, asked, held) for name in WAITS]
    return page(
        request,
        "statistics.html",
        title="Statistics",
        crumbs=crumbs(),
        rule=str(rule),
        asked=asked,
        counted=[(one, short(one)) for one in counted],
        timed=[(one, days(one)) for one in timed],
    )


@answering
def statistic(request: HttpRequest, *, name: str, asked: Asked) -> HttpResponse:
    """Return one measure, with its parts and the names behind it."""
    parts: list[tuple[str, BreakdownAnswer | WaitBreakdownAnswer]]
    if name in MEASURES:
        found = figure(name, counting(asked), asked)
        parts = [(words, figure_by(name, one, counting(asked), asked)) for one, words in DIVISIONS]
        return _page(request, "statistic.html", found, parts)
    if name in WAITS:
        took = wait(name, counting(asked), asked)
        parts = [(words, wait_by(name, one, counting(asked), asked)) for one, words in DIVISIONS]
        return _page(request, "wait.html", took, parts, curve=_curve(took))
    raise Http404(name)


def _page(
    request: HttpRequest,
    template: str,
    found: FigureAnswer | WaitAnswer,
    parts: list[tuple[str, BreakdownAnswer | WaitBreakdownAnswer]],
    **more: Any,
) -> HttpResponse:
    cite = f"{found.says.rstrip('.')}: {short(found)}"
    embeds = Embedding("statistic", {"name": found.measure}, found.says.rstrip("."), f"{cite}.")
    return page(
        request,
        template,
        title=found.measure.replace("revisit", "re-visit")
        .replace("-", " ")
        .replace("re visit", "re-visit")
        .capitalize(),
        crumbs=crumbs(("statistics", "Statistics")),
        found=found,
        parts_of=[
            (words, one, [(short(part), part) for part in one.parts]) for words, one in parts
        ],
        figure=short(found),
        cite=cite,
        embeds=embeds,
        snippets=embeds.snippets(request, Asked(found.as_at, found.known_at)),
        **more,
    )


def _curve(found: WaitAnswer) -> Markup | None:
    points = [(step.days, step.waiting) for step in found.took.curve]
    return steps(points, across=f"{found.unit}s", title="Share still waiting") if points else None


@answering
def as_csv(request: HttpRequest, *, name: str, asked: Asked) -> HttpResponse:  # noqa: ARG001
    """Return the areas behind one measure as CSV (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text).writerows(_lines(name, asked))
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{asked.as_at}.csv"'
    return response


def _lines(name: str, asked: Asked) -> Iterator[tuple[object, ...]]:
    if name in WAITS:
        yield "area", "inspection", "ending", "least", "most", *_RULE
        took = wait(name, counting(asked), asked)
        for one in took.each:
            yield one.area, one.inspection, one.ending, one.least, one.most, *_rule(took)
    elif name in MEASURES:
        found = figure(name, counting(asked), asked)
        yield "area", "is", *_RULE
        for words in ("names", "others", "perhaps"):
            yield from ((area, _GROUPS[words], *_rule(found)) for area in getattr(found, words))
    else:
        raise Http404(name)


def _rule(found: FigureAnswer | WaitAnswer) -> tuple[str, str, str]:
    return found.rule, found.as_at.isoformat(), found.known_at.isoformat()


#: What every line says with its number, as no number may be without it.
_RULE = ("rule", "as_at", "known_at")
_GROUPS = {"names": "counted", "others": "not counted", "perhaps": "perhaps"}
