"""Letters of 2016 to 2022 and reports of monitoring, of our own words in the layout described.

No complete original was at hand: the order of the parts, the fixed sentences and the typesetting
follow what was quoted of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from press import PITCH, Press

WEAKNESSES = (
    "the want of one plan that all partners made together",
    "how seldom families are asked what they need; this is so in every service that they use and "
    "in each part of the area",
    "slow assessments",
)


@dataclass(frozen=True)
class Letter:
    """What a letter says."""

    area: str = "Dudley"
    title: str = "Joint local area SEND inspection in"
    dated: str = "15 January 2019"
    visited: str = "1 October 2018 and 5 October 2018"
    statement: str | None = (
        "As a result of the findings and in accordance with the Children Act 2004 (Joint Area"
        " Reviews) Regulations 2015, Her Majesty’s Chief Inspector (HMCI) has determined that a"
        " Written Statement of Action is required because of significant areas of weakness. HMCI"
        " has also determined that the local authority and the area’s clinical commissioning"
        " groups are jointly responsible for submitting the written statement to Ofsted."
    )
    weaknesses: Sequence[str] = WEAKNESSES
    ends: bool = True


def build_outcome_letter(**changes: Any) -> bytes:
    """Return a letter on a full inspection under the framework of 2016."""
    said = replace(Letter(), **changes)
    press = Press(("2",), first_foot=False)
    _address(press, said)
    press.paragraph(
        f"Between {said.visited}, Ofsted and the Care Quality Commission (CQC), conducted a joint"
        f" inspection of the local area of {said.area} to judge how well reforms are made."
    )
    if said.statement:
        press.paragraph(said.statement)
    press.heading("Main findings")
    press.point("Leaders meet often and decide seldom.")
    for block in ("identifying", "meeting the needs of", "improving outcomes for"):
        press.heading(f"The effectiveness of the local area in {block} children and young people")
        press.heading("Strengths", size=10)
        press.point(f"What goes well in {block} them is known to all.")
        press.heading("Areas for development", size=10)
        press.point(f"What goes less well in {block} them is known to few.")
    if said.weaknesses:
        press.paragraph(
            "The local area is required to produce and submit a Written Statement of Action to"
            " Ofsted that explains how it will tackle the following areas of significant weakness:"
        )
        for weakness in said.weaknesses:
            press.point(weakness)
    if said.ends:
        press.paragraph("Yours sincerely")
        press.line("Ada Quill")
    return press.done()


@dataclass(frozen=True)
class Revisit(Letter):
    """What a letter on a re-visit says."""

    title: str = "Joint area SEND revisit in"
    dated: str = "30 June 2021"
    visited: str = "19 and 21 May 2021"
    overall: str = (
        "The area has made sufficient progress in addressing two of the three significant"
        " weaknesses identified at the initial inspection."
    )
    enough: Sequence[bool] = (True, False, True)


def build_revisit_letter(**changes: Any) -> bytes:
    """Return a letter on a re-visit."""
    said = replace(Revisit(), **changes)
    press = Press(("2",))
    _address(press, said)
    press.paragraph(
        f"Between {said.visited}, Ofsted and the Care Quality Commission (CQC) revisited the area"
        f" of {said.area} to decide whether sufficient progress has been made in addressing each"
        " of the areas of significant weakness detailed in the written statement of action"
        " issued on 29 November 2018. This was declared fit for purpose on 18 March 2019."
    )
    press.paragraph(said.overall)
    press.heading("Main findings")
    for weakness, enough in zip(said.weaknesses, said.enough, strict=False):
        press.point(f"At the initial inspection, inspectors found {weakness}.")
        press.paragraph("Since then some things were done, and others were not.")
        made = "has made" if enough else "has not made"
        press.paragraph(f"The area {made} sufficient progress in addressing this area of weakness.")
    press.paragraph("Yours sincerely")
    return press.done()


def build_monitoring_report(
    *, effective: Sequence[bool] = (True, True), overall: str = "has", area: str = "Dudley"
) -> bytes:
    """Return a report of a monitoring inspection."""
    press = Press(("Area SEND monitoring inspection report",))
    press.heading(f"Area SEND monitoring inspection of {area} Local Area Partnership", size=18)
    press.line("Inspection dates: 8 to 10 September 2025")
    press.y -= PITCH
    press.paragraph(
        f"The local area partnership {overall} taken effective action in relation to each of the"
        " areas for priority action."
    )
    for number, well in enumerate(effective, 1):
        press.heading(f"Area for priority action {number}: Partners should do matter {number}")
        press.paragraph("They met, and they wrote down what they would do.")
        taken = "has taken" if well else "has not taken"
        press.paragraph(f"The partnership {taken} effective action to address this area.")
    return press.done()


def _address(press: Press, said: Letter) -> None:
    press.write("Ofsted, a house", left=57)
    press.line("Care Quality Commission, another house", left=320)
    press.line(said.dated)
    press.line("To the director, a council")
    press.paragraph("Dear colleagues")
    press.heading(f"{said.title} {said.area}")
