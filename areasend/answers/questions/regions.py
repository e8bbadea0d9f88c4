"""Statements required, region by region."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from areasend.answers.asked import Asked
from areasend.answers.official import official_release
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import held, names
from areasend.answers.questions.shape import Findings, Question, Table, columns
from areasend.domain.areas import AREAS, Area
from areasend.domain.measures.counting import Areas, Counting
from areasend.domain.measures.measure import Figure

_MEASURE = "statement-required"


def find(asked: Asked) -> Findings:
    """Return the statements required by region, as the official release of the day counts.

    Where none is held for the day, every report published by then counts, those of areas abolished
    by then too.
    """
    all_held, counting = held(asked), _counting(asked)
    figure = all_held.figure(_MEASURE, counting)
    return Findings(
        rule=str(counting),
        totals=(all_held.total(_MEASURE, counting),),
        tables=(
            _by(figure, "ofsted-regions", "By Ofsted's eight regions", attrgetter("ofsted_region")),
            _by(figure, "regions", "By the government's nine regions", attrgetter("region")),
        ),
        main="regions",
        claims=claims("regions", asked, all_held),
        notes=(
            "Ofsted joins the North East with Yorkshire and the Humber. A region is of a few "
            "areas: one more or less moves its share far.",
            "Areas were not inspected in a random order, so that a region's share on one day "
            "foretold nothing of its share at the end.",
        ),
    )


QUESTION = Question(
    name="regions",
    title="Statements required, by region",
    asks="How do regions differ in how many of their areas had to make a statement?",
    source="Special Needs Jungle, May and June 2020",
    href="https://www.specialneedsjungle.com/send-2020-current-state-ofsted-la-inspections/",
    find=find,
)


def _counting(asked: Asked) -> Counting:
    official = official_release(asked.as_at)
    if official and _MEASURE in official.stated:
        return official.counting
    return Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)


def _by(figure: Figure, name: str, title: str, region: Callable[[Area], str]) -> Table:
    every = sorted({region(AREAS[area]) for area in figure.population})
    return Table(
        name=name,
        title=title,
        columns=columns(
            region="Region", required="Statements", inspected="Inspections", areas="Which"
        ),
        rows=tuple(_row(one, figure, region) for one in every),
    )


def _row(
    one: str, figure: Figure, region: Callable[[Area], str]
) -> tuple[str, int, int, tuple[str, ...]]:
    def there(areas: Iterable[str]) -> tuple[str, ...]:
        return tuple(area for area in areas if region(AREAS[area]) == one)

    required = there(figure.counted)
    return (one, len(required), len(there(figure.population)), names(required))
