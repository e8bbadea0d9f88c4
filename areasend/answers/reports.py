"""What each inspection of an area found: its outcome, its weaknesses and what came of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from areasend.answers import until_2022
from areasend.answers.families import Family
from areasend.answers.weaknesses import Weakness, improvements_of, weaknesses_of
from areasend.answers.wording import as_reported, began, published
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.attestations import SourceKind
from areasend.domain.events import Framework, Outcome, ReportPublished, Verdict
from areasend.domain.history import Inspection

CAVEAT = "More weaknesses does not mean a worse area: some weigh more than others."
WORDING = "Their wording stands in the reports. A person here gave the themes, not the inspectors."
QUOTED = (
    "The words are the inspectors’, taken from the report (© Crown copyright, Open Government "
    "Licence v3.0). A person here gave the themes, not the inspectors."
)
TWO_FRAMEWORKS = "Outcomes under the two frameworks cannot be compared with each other."
_OFSTED = "https://reports.ofsted.gov.uk/provider/44/"
_FILES = "https://files.ofsted.gov.uk/"
#: A verdict on every weakness or on none is a verdict on each.
_EACH = {Verdict.ALL: "enough progress", Verdict.NONE: "not enough progress"}
_PROGRESS = {True: "enough progress", False: "not enough progress"}
_ACTION = {True: "effective action", False: "no effective action"}
_NO_THEME, _NONE_FITS = "we have given none", "none of ours fits"
#: What inspectors find of one point when they come back, and why that is not held of each.
VERDICTS = (*_PROGRESS.values(), *_ACTION.values())
_IN_THE_LETTER, _IN_THE_REPORT = "in the letter", "in the report"
_NONE_HELD = {
    Framework.LASEND_2016: "no re-visit held",
    Framework.AREA_SEND_2023: "no monitoring inspection held",
}
NO_VERDICTS = (_IN_THE_LETTER, _IN_THE_REPORT, *_NONE_HELD.values())
_RESPONSIBLE = {
    2016: "Responsible: the council and the NHS together.",
    2023: "The report names who is responsible for each; we do not hold that yet.",
}


@dataclass(frozen=True)
class Link:
    """Where something can be read, in words and as an address."""

    says: str
    href: str


@dataclass(frozen=True)
class Found:
    """A weakness or priority action: its number in the report, its themes, what came of it.

    `given` are the themes one by one, none where we have given none. `words` are the report's and
    `bodies` says who is responsible; both are empty where nobody has read them. `verdict` is one
    of VERDICTS, or empty, and then `no_verdict` says why none is held.
    """

    name: str
    kind: str
    number: int
    themes: str
    given: tuple[str, ...]
    verdict: str
    no_verdict: str
    words: str = ""
    bodies: str = ""


@dataclass(frozen=True)
class Findings:
    """What an inspection found. `under` is the name under which it was inspected, if another.

    `rows` are its weaknesses or priority actions, `noun` says which; `verdict` is what inspectors
    found when they came back, of all of them together. `improvements` are the areas for
    improvement that were read in the report. `links` lead to the report and letters.
    """

    heading: str
    framework: str
    under: str
    outcome: str
    noun: str
    rows: tuple[Found, ...]
    improvements: tuple[Found, ...]
    verdict: str
    notes: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def themed(self) -> bool:
        """Whether we gave a theme to any of them."""
        return any(row.given for row in self.rows)

    @property
    def quoted(self) -> bool:
        """Whether the words of any of them are held."""
        return any(row.words for row in self.rows)

    @property
    def alike(self) -> str:
        """What is held of each, in a sentence, where it is the same of all; else empty."""
        told = {(row.themes, row.words, row.verdict) for row in self.rows}
        if len(told) != 1 or self.themed or self.quoted:
            return ""
        if len(self.rows) == 1:
            return f"It names one {self.noun}. We hold neither its words nor a theme for it."
        many = "priority actions" if self.noun == "priority action" else "weaknesses"
        return f"It names {len(self.rows)} {many}. We hold neither their words nor themes for them."


def findings(known: Family) -> tuple[Findings, ...]:
    """Return what the reports on an area found, the newest first, those under other names last."""
    own = _of(known, known.area.slug)
    return tuple(own + [one for before in known.before for one in _of(known, before.slug)])


def caveats(found: tuple[Findings, ...]) -> tuple[str, ...]:
    """Return what a reader of some findings must know of counts, themes and wording."""
    rows = [row for one in found for row in (*one.rows, *one.improvements)]
    frameworks = {one.framework for one in found}
    return (
        *([CAVEAT, QUOTED if any(row.words for row in rows) else WORDING] if rows else []),
        *([TWO_FRAMEWORKS] if len(frameworks) > 1 else []),
    )


def _of(known: Family, area: str) -> list[Findings]:
    under = "" if area == known.area.slug else AREAS[area].name
    held = [one for one in known.known[area].inspections if one.report]
    return [_findings(one, one.report, under) for one in reversed(held) if one.report]


def _findings(one: Inspection, report: ReportPublished, under: str) -> Findings:
    rows = tuple(_rows(one, weaknesses_of(one)))
    noun = "priority action" if report.outcome is Outcome.WIDESPREAD_FAILINGS else "weakness"
    year = report.outcome.framework.year
    return Findings(
        heading=f"{began(one)}{published(report)}",
        framework=f"{year} framework",
        under=under,
        outcome=f"{kinds.outcome(report)}{as_reported(report)}",
        noun=noun,
        rows=rows,
        improvements=tuple(_rows(one, improvements_of(one))),
        verdict=_verdict(one),
        notes=tuple(_notes(report, rows, year)),
        links=tuple(_links(one, report)),
    )


def found_by(one: Inspection) -> Iterator[Found]:
    """Yield what an inspection's report counts, in order, and the improvements read in it."""
    yield from _rows(one, weaknesses_of(one))
    yield from _rows(one, improvements_of(one))


def _rows(one: Inspection, counted: Iterable[Weakness]) -> Iterator[Found]:
    for weakness in counted:
        number = weakness.name.rpartition("/")[2]
        verdict = _judged(one).get(number) or _each(one)
        yield Found(
            name=weakness.name,
            kind=weakness.kind,
            number=int(number[1:]),
            themes=_themes(weakness),
            given=weakness.themes,
            verdict=verdict,
            no_verdict="" if verdict else _why_none(one),
            words=weakness.words,
            bodies="; ".join(weakness.bodies),
        )


def _judged(one: Inspection) -> dict[str, str]:
    """Return what the newest letter on a return says of each point, where somebody has read it."""
    if one.revisited:
        return {each.number: _PROGRESS[each.enough] for each in one.revisited.judged}
    monitored = one.monitored[-1].judged if one.monitored else ()
    return {each.number: _ACTION[each.enough] for each in monitored}


def _themes(weakness: Weakness) -> str:
    """Return the names of its themes, or whether a person looked for one and found none."""
    return "; ".join(weakness.themes) or (_NONE_FITS if weakness.known_from else _NO_THEME)


def _each(one: Inspection) -> str:
    """Return the verdict on all points together where it is one on each; empty elsewhere."""
    if one.revisited:
        return _EACH.get(one.revisited.verdict, "")
    last = one.monitored[-1] if one.monitored else None
    each = last is not None and last.of is not None and last.sufficient == last.of
    return _ACTION[True] if each else ""


def _why_none(one: Inspection) -> str:
    """Return where the verdict on each point stands, or that nobody is held to have come back."""
    if one.revisited:
        return _IN_THE_LETTER
    if one.monitored:
        return _IN_THE_LETTER if one.monitored[-1].of is not None else _IN_THE_REPORT
    return _NONE_HELD[one.framework or Framework.AREA_SEND_2023]


def _verdict(one: Inspection) -> str:
    if one.revisited:
        words = until_2022.revisit(one, one.revisited)
        return f"{words[0].upper()}{words[1:]}."
    if one.monitored:
        last = one.monitored[-1]
        return f"A monitoring inspection found {kinds.action(last)}{as_reported(last)}."
    return ""


def _notes(report: ReportPublished, rows: tuple[Found, ...], year: int) -> Iterator[str]:
    if report.outcome is Outcome.WIDESPREAD_FAILINGS and not rows:
        yield "The report has areas for priority action; we do not hold how many."
    if report.outcome is Outcome.STATEMENT_REQUIRED and not rows:
        yield "We do not hold how many weaknesses the letter names."
    if not rows:
        return
    if not any(row.bodies for row in rows):
        yield _RESPONSIBLE[year]
    if any(row.no_verdict == _IN_THE_LETTER for row in rows):
        yield "We hold the verdict for all of them together, not for each."


def _links(one: Inspection, report: ReportPublished) -> Iterator[Link]:
    official = (source.source for source in report.attested)
    files = dict.fromkeys(source.href for source in official if source.href.startswith(_FILES))
    for href in files:
        yield Link("Read the report at Ofsted", href)
    for letter in (*one.revisits, *one.monitored):
        for source in letter.attested:
            if source.source.kind is SourceKind.OFFICIAL and source.source.href.startswith(_FILES):
                yield Link("Read the letter on the return at Ofsted", source.source.href)
    if not files and (page := ofsted_page(one.area)):
        yield page


def ofsted_page(area: str) -> Link | None:
    """Return where Ofsted publishes an area's reports and letters, if its number there is held."""
    held = [one.code for one in AREAS[area].codes if one.scheme == "urn"]
    name = AREAS[area].name
    return (
        Link(f"Ofsted’s page of {name}: reports and letters", _OFSTED + held[-1]) if held else None
    )
