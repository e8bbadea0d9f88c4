"""How many weaknesses areas had, and of what kind, as far as anybody has given them themes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, Reported, held
from areasend.answers.questions.shape import Cell, Findings, Question, Table, Total, columns
from areasend.answers.weaknesses import Weakness, weaknesses
from areasend.domain.areas import AREAS
from areasend.domain.events import Outcome
from areasend.domain.history import History
from areasend.domain.measures.counting import Areas, Counting

_NO_WORSE = "More weaknesses does not mean a worse area: some weigh more than others."
_BY_HAND = (
    "Themes are ours, given by a person where a quotation or a paraphrase by a council or a forum "
    "was found, or who read the report. These are no sample: a theme that is common here need not "
    "be common."
)


def find(asked: Asked) -> Findings:
    """Return the weaknesses of statements required by a day: their numbers and their themes."""
    all_held = held(asked)
    reported = list(all_held.reported())
    required = [one for one in reported if one.report.outcome is Outcome.STATEMENT_REQUIRED]
    found = _weaknesses(required)
    return Findings(
        rule=str(Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)),
        totals=tuple(_totals(reported, required, found)),
        tables=(_numbers(required), _themes(found)),
        main="themes",
        claims=claims("weaknesses", asked, all_held, _ours(all_held)),
        notes=(
            _NO_WORSE,
            "On which weaknesses a re-visit found enough progress is in the letters; we hold how "
            "many they were.",
        ),
    )


QUESTION = Question(
    name="weaknesses",
    title="The most common weaknesses",
    asks=(
        "How many significant weaknesses have inspectors found, and which are the most common; on "
        "how many had enough been done when they came back?"
    ),
    source="Ofsted and the Care Quality Commission, slides of March 2019; Special Needs Jungle, "
    "May and June 2020, and 2024",
    href="https://www.specialneedsjungle.com/send-2020-current-state-ofsted-la-inspections/",
    find=find,
)


def _weaknesses(required: list[Reported]) -> list[Weakness]:
    return [
        weakness
        for one in required
        for weakness in weaknesses(History(one.area, inspections=(one.inspection,)))
    ]


def _totals(
    reported: list[Reported], required: list[Reported], found: list[Weakness]
) -> Iterator[Total]:
    unknown = [one.name for one in required if one.report.weaknesses is None]
    missing = f"The number is not held for {'; '.join(unknown)}." if unknown else ""
    yield Total(
        says="Significant weaknesses in reports of the framework of 2016.",
        ours=len(found),
        words=f"{_NO_WORSE} {missing}".strip(),
    )
    yield Total(
        says="Statements for which their number is held.",
        ours=len(required) - len(unknown),
        out_of=len(required),
    )
    themed = sum(bool(one.themes) for one in found)
    yield Total(says="Weaknesses with a theme.", ours=themed, out_of=len(found), words=_BY_HAND)
    yield _progress(required)
    actions = [one.report.priority_actions for one in reported if one.report.priority_actions]
    if actions:
        yield Total(
            says=f"Areas for priority action since 2023, in {len(actions)} reports.",
            ours=sum(actions),
            words="Another framework, other questions: not to be added to the weaknesses.",
        )


def _progress(required: list[Reported]) -> Total:
    letters = [one.inspection.revisited for one in required if one.inspection.revisited]
    numbered = [one for one in letters if one.of is not None]
    return Total(
        says="Weaknesses on which a re-visit found enough progress.",
        ours=sum(one.sufficient or 0 for one in numbered),
        out_of=sum(one.of or 0 for one in numbered),
        words=f"From the {len(numbered)} of {len(letters)} letters whose numbers are held.",
    )


def _numbers(required: list[Reported]) -> Table:
    by_number: dict[int | None, list[str]] = {}
    for one in required:
        by_number.setdefault(one.report.weaknesses, []).append(one.name)
    order = sorted(by_number, key=lambda number: number or 0, reverse=True)
    return Table(
        name="numbers",
        title="Areas by their number of weaknesses",
        columns=columns(weaknesses="Weaknesses", count="Areas", areas="Which"),
        rows=tuple(
            (number or "not held", len(by_number[number]), tuple(by_number[number]))
            for number in order
        ),
        words=_NO_WORSE,
    )


def _themes(found: list[Weakness]) -> Table:
    themed = [one for one in found if one.themes]
    return Table(
        name="themes",
        title=f"Themes of the {len(themed)} weaknesses that have one, of {len(found)}",
        columns=columns(theme="Theme", weaknesses="Weaknesses", areas="Areas"),
        rows=tuple(_theme(*one, themed) for one in _counted(themed)),
        words=f"A weakness may have several. {_BY_HAND}",
    )


def _theme(theme: str, count: int, themed: list[Weakness]) -> tuple[Cell, ...]:
    return (theme, count, len({_area(one) for one in themed if theme in one.themes}))


def _area(weakness: Weakness) -> str:
    return weakness.name.partition("/")[0]


def _counted(themed: list[Weakness]) -> list[tuple[str, int]]:
    return Counter(theme for one in themed for theme in one.themes).most_common()


def _ours(all_held: Held) -> dict[str, str]:
    june = _required(all_held, date(2020, 6, 9))
    numbers = {one.name: one.report.weaknesses for one in june if one.report.weaknesses}
    most = sorted(numbers, key=lambda name: -numbers[name])[:2]
    usual = sum(1 for number in numbers.values() if 3 <= number <= 6)  # noqa: PLR2004  as claimed
    themed = [one for one in _weaknesses(june) if one.themes]
    leading = [f"{theme.lower()} ({count})" for theme, count in _counted(themed)[:4]]
    unlawful = [_area(one) for one in themed if "Unlawful practice" in one.themes]
    return {
        "snj-2020-329": _sum(june),
        "snj-2020-326": _sum(_required(all_held, date(2020, 6, 8))),
        "snj-2020-most": ", ".join(f"{name} {numbers[name]}" for name in most),
        "snj-2020-three-to-six": f"{usual} of the {len(numbers)} areas have 3 to 6",
        "snj-2020-themes": f"of the {len(themed)} that have a theme: {'; '.join(leading)}",
        "snj-2020-unlawful": f"{len(unlawful)} of the {len(themed)} that have a theme: "
        f"{', '.join(AREAS[area].name for area in unlawful)}",
        "snj-2020-unresolved": "not held: of re-visits we hold how many, not which",
        "snj-2023-over-440": _sum(_required(all_held, date(2022, 12, 31))),
        "snj-2024-themes": "no themes held",
    }


def _required(all_held: Held, day: date) -> list[Reported]:
    return [
        one
        for one in all_held.reported()
        if one.report.outcome is Outcome.STATEMENT_REQUIRED and one.report.on.surely_by(day)
    ]


def _sum(required: list[Reported]) -> str:
    numbers = [one.report.weaknesses for one in required if one.report.weaknesses]
    unknown = [one.name for one in required if not one.report.weaknesses]
    lacking = f"; the number of {'; '.join(unknown)} is not held" if unknown else ""
    return f"{sum(numbers)} in {len(numbers)} areas{lacking}"
