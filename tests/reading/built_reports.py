"""Reports of our own words in the layout of area SEND reports since 2023."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from press import LEFT, PITCH, RIGHT, Press, wrapped

OUTCOMES = {
    1: "The local area partnership’s special educational needs and/or disabilities (SEND) "
    "arrangements typically lead to positive experiences and outcomes for those it serves.",
    2: "The local area partnership’s arrangements lead to inconsistent experiences and outcomes "
    "for those it serves.",
    3: "There are widespread and/or systemic failings leading to significant concerns about those "
    "whom the partnership serves.",
}
NEXT = {
    1: "The next full area SEND inspection will be within approximately five years.",
    2: "The next full area SEND inspection will be within approximately 3 years.",
    3: "A monitoring inspection will be carried out within approximately 18 months. The next full "
    "reinspection will be within approximately three years.",
}
STRATEGIC = "Ofsted and CQC ask that the partnership updates and publishes its strategic plan."
PRIORITY = "HMCI requires the partnership to prepare and submit a priority action plan (area SEND)."
BODIES = "Dudley Metropolitan Borough Council and NHS Black Country Integrated Care Board"
ACTION = (
    "Partners should agree by the spring who answers for each therapy, and should tell families "
    "what they decided and when it will begin."
)
IMPROVEMENT = (
    "Partners should keep one list of what each school offers, and should look at it together "
    "every term so that gaps are closed."
)


@dataclass(frozen=True)
class Report:
    """What a report says. A cell may be given as lines that stand as they are."""

    area: str = "Dudley"
    visited: str = "3 to 7 June 2024"
    foot: str | None = None
    previous_label: str = "Dates of previous inspection:"
    previous: str = "5 to 9 November 2018"
    outcome: int = 2
    sentences: Sequence[str] | None = None
    strengths: Sequence[str] = ("Nurseries plan each move to school with care.",)
    needs: Sequence[str] = ("Young people wait too long for a place to learn a trade.",)
    actions: Sequence[tuple[Any, Any]] = ()
    improvements: Sequence[Any] = (IMPROVEMENT,)
    heading: bool = True
    header_row: bool = True
    table_at: float | None = None
    council: str = "Dudley Metropolitan Borough Council"
    board: Any = "NHS Black Country Integrated Care Board"
    ofsted: Sequence[str] = ("Ada Quill, Ofsted HMI, lead inspector", "Ben Rowe, Ofsted Inspector")
    cqc: Sequence[str] = ("Cleo Marsh, CQC lead inspector",)
    mark: str = "•"
    ruled: bool = True
    ruled_details: bool = True
    details_heading: str = "Local area partnership details"
    more: dict[str, Any] = field(default_factory=dict)


def build_report(report: Report | None = None, **changes: Any) -> bytes:
    """Return a report as a PDF, with what is to differ from the plainest."""
    said = replace(report or Report(), **changes)
    foot = said.foot
    if foot is None:
        foot = f"Area SEND inspection report: {said.area} Local Area Partnership, {said.visited}"
    press = Press(foot.split("\n"), **said.more)
    _cover(press, said)
    press.new_page()
    _lists(press, said)
    _tables(press, said)
    press.new_page()
    _details(press, said)
    return press.done()


def _cover(press: Press, said: Report) -> None:
    press.line("Local Area Partnership report", size=8)
    press.y -= 60
    title = f"Area SEND inspection of {said.area} Local Area Partnership"
    press.heading(title, size=20)
    press.line(f"Inspection dates: {said.visited}")
    press.y -= 6
    for line in f"{said.previous_label} {said.previous}".split("\n"):
        press.line(line)
    press.heading("Inspection outcome")
    plan = PRIORITY if said.outcome == 3 else STRATEGIC
    told = said.sentences or (OUTCOMES[said.outcome], NEXT[said.outcome], plan)
    for sentence in told:
        press.paragraph(sentence)
    press.heading("Information about the local area partnership")
    press.paragraph("Since the previous inspection a new director of learning took up the post.")
    press.paragraph("The council runs two centres in which pupils learn for a time.")


def _lists(press: Press, said: Report) -> None:
    press.heading("What is it like to be a child or young person with SEND in this area?")
    press.paragraph("Most are known well by the people who teach them, and some are not.")
    press.heading("What is the area partnership doing that is effective?")
    for text in said.strengths:
        press.point(text, said.mark)
    press.heading("What does the area partnership need to do better?")
    for text in said.needs:
        press.point(text, said.mark)


def _tables(press: Press, said: Report) -> None:
    if said.actions:
        _begin(press, said, "Areas for priority action")
        columns = (LEFT, 218.0, RIGHT)
        head = [[["Responsible body"], ["Areas for priority action"]]]
        rows = [[cell(bodies, columns, 0), cell(text, columns, 1)] for bodies, text in said.actions]
        press.table(columns, [*(head if said.header_row else []), *rows])
    _begin(press, said, "Areas for improvement", at=None if said.actions else said.table_at)
    rows = [[cell(text, (LEFT, RIGHT), 0)] for text in said.improvements]
    if not said.ruled:
        for (lines,) in rows:
            press.paragraph("\n".join(lines))
        return
    press.table((LEFT, RIGHT), [*([[["Areas for improvement"]]] if said.header_row else []), *rows])


def _begin(press: Press, said: Report, heading: str, at: float | None = -1) -> None:
    at = said.table_at if at == -1 else at
    if at is not None:
        press.go_to(at + 3 * PITCH)
    if said.heading:
        press.heading(heading)
    else:
        press.y -= 2 * PITCH


def cell(text: Any, columns: Sequence[float], at: int) -> list[str] | None:
    """Return a cell's lines: as given, or wrapped to the width of its column."""
    if text is None:
        return None
    if not isinstance(text, str):
        return list(text)
    return wrapped(text, columns[at + 1] - columns[at] - 12)


def _side_by_side(press: Press, left: Sequence[str], right: Sequence[str]) -> None:
    for number in range(max(len(left), len(right))):
        for column, at in ((left, LEFT), (right, 300.0)):
            if number < len(column):
                press.write(column[number], left=at)
        press.y -= PITCH


def _details(press: Press, said: Report) -> None:
    press.heading(said.details_heading)
    columns = (LEFT, 300.0, RIGHT)
    first = [cell(said.council, columns, 0), cell(said.board, columns, 1)]
    rows = [
        [["Local authority"], ["Integrated care board"]],
        first,
        [["Dana Vole, director"], ["Eli Worth, chief executive"]],
        [["www.example.gov.uk"], ["www.example.nhs.uk"]],
    ]
    if said.ruled_details:
        press.table(columns, rows)
    for left, right in () if said.ruled_details else rows:
        _side_by_side(press, left, right)
    press.heading("Information about this inspection")
    press.paragraph("This inspection was asked for under section 20 of an Act.")
    press.heading("Inspection team", size=10.0)
    press.write("Ofsted")
    press.line("Care Quality Commission", left=300)
    for number in range(max(len(said.ofsted), len(said.cqc))):
        if number < len(said.ofsted):
            press.write(said.ofsted[number])
        if number < len(said.cqc):
            press.write(said.cqc[number], left=300)
        press.y -= PITCH
    press.y -= 3 * PITCH
    press.line("The Office for Standards in Education prints here what it prints everywhere.")
    press.line("© Crown copyright 2024")
