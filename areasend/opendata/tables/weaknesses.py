"""The table of weaknesses and areas for priority action."""

from areasend.answers.reports import NO_VERDICTS, VERDICTS
from areasend.answers.rows.weaknesses import WeaknessRow, read_in_reports, weaknesses
from areasend.domain.attestations import Confidence
from areasend.domain.events import Framework
from areasend.opendata.columns import Table, area, identifier, sourced, whole, words

WEAKNESSES = Table(
    name="weaknesses",
    title="Weaknesses and areas for priority action",
    says="One row for each significant weakness and each area for priority action that a report "
    "counts, and each area for improvement that somebody has read in one.",
    row=WeaknessRow,
    rows=weaknesses,
    counted=read_in_reports,
    notes=(
        "More weaknesses does not mean a worse area: some weigh more than others.",
        "Themes are ours, given by a person and not to all; no machine’s proposal is among them.",
        "Words, where held, are the inspectors', from the report: © Crown copyright, Open "
        "Government Licence v3.0.",
    ),
    columns=(
        identifier("Minted when it was first recorded, and never used again."),
        *area(),
        words("inspection", "Inspection", "Identifier of the inspection.", required=True),
        words(
            "framework",
            "Framework",
            "Rules under which that inspection was made.",
            required=True,
            choices=tuple(Framework),
        ),
        words(
            "kind",
            "Kind",
            "Which of the three it is.",
            required=True,
            choices=("weakness", "priority action", "area for improvement"),
        ),
        whole("number", "Number", "Its place among those of the inspection.", required=True),
        words("themes", "Themes", "Ours, where a person has given some, by the list at /themes."),
        words("words", "Words", "The report's, where somebody has read them in it."),
        words("bodies", "Responsible", "Whom the report makes responsible, where it was read."),
        words(
            "verdict",
            "What came of it",
            "What inspectors found of it when they came back, where held of each.",
            choices=VERDICTS,
        ),
        words(
            "no_verdict",
            "Why no verdict",
            "Where there is none of this one: in the letter or report on the return, which judges "
            "all of them together in what we hold, or that we hold no return.",
            choices=NO_VERDICTS,
        ),
        *sourced(
            "Publisher and title of the source of the report that counts it.",
            "How far we trust that source, surest first.",
            Confidence,
        ),
    ),
)
