"""Makes CSV files laid out as the lists of inspections since 2023, with rows of our choosing."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from areasend.domain.areas import AREAS
from areasend.reading.kinds import management_information_2023 as information
from areasend.reading.kinds import weekly_summary as summary
from areasend.reading.kinds.weekly_summary import columns
from areasend.reading.proposals import Proposal, Reading

SENTENCES = {
    "1.0": "SEND arrangements typically lead to positive experiences and outcomes for children. "
    "The next full area SEND inspection will be within approximately five years.",
    "2.0": "The arrangements lead to inconsistent experiences and outcomes for children. "
    "The next full area SEND inspection will take place within approximately 3 years.",
    "3.0": "There are widespread and/or systemic failings leading to significant concerns. A "
    "monitoring inspection will be carried out within approximately 18 months. The next full "
    "reinspection will be within approximately three years.",
}


def build_csv(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return the bytes of a CSV file."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([tuple(headings), *map(tuple, rows)])
    return file.getvalue().encode()


def build_information_row(name: str = "Rutland", **said: str) -> dict[str, str]:
    """Return a row of the management information, of an inspection that went well."""
    told = {
        "LINK": "Report webpage",
        "NAME": name,
        "REGION": "East Midlands",
        "STARTED": "15/05/2023",
        "PUBLISHED": "03/08/2023",
        "OUTCOME": "Typically positive experiences and outcomes",
        "REQUIRED": "No",
        "ACTIONS": "NA",
    }
    return {information.Column[name]: value for name, value in (told | said).items()}


def build_failing_row(**said: str) -> dict[str, str]:
    """Return a row of the management information, of widespread failings in three areas."""
    outcome = "Widespread and/or systemic failings"
    return build_information_row(**{"OUTCOME": outcome, "REQUIRED": "Yes", "ACTIONS": "3"} | said)


def build_information(*rows: Mapping[str, str]) -> bytes:
    """Return management information as published."""
    return build_csv(information.Column, (row.values() for row in rows))


def build_information_from_r(*rows: Mapping[str, str]) -> bytes:
    """Return management information as R saves it again."""
    headings = ["".join(mark if mark.isalnum() else "." for mark in one) for one in rows[0]]
    numbered = ((str(number), *row.values()) for number, row in enumerate(rows, start=1))
    return build_csv(("", *headings), numbered)


def build_summary_row(slug: str = "rutland", grade: str = "1.0", **said: str) -> dict[str, str]:
    """Return a row of the weekly summary, read without a fault."""
    codes = {code.scheme: code.code for code in AREAS[slug].codes}
    told = {
        "URN": codes["urn"],
        "COUNCIL": codes["dfe"],
        "REGION": "EM",
        "GSS": codes["gss"],
        "NAME": AREAS[slug].name.lower(),
        "BEFORE": "14/07/2017",
        "STARTED": "02/06/25",
        "ENDED": "06/06/25",
        "GRADE": grade,
        "TEXT": SENTENCES.get(grade, "Inspection outcome section not found."),
        "PUBLISHED": "28/07/25",
        "NEXT": columns.GRADES[grade].next if grade in columns.GRADES else "NaN",
        "NEXT_BY": "02/06/30",
        "LINK": "ofsted.gov.uk/50225252",
    }
    return {summary.Column[name]: value for name, value in (told | said).items()}


def build_summary(*rows: Mapping[str, str]) -> bytes:
    """Return a weekly summary."""
    return build_csv(summary.Column, (row.values() for row in rows))


def written(folder: Path, document: bytes) -> Path:
    """Return the path of a file that holds the document; its name says nothing."""
    path = folder / "file"
    path.write_bytes(document)
    return path


def doubts_of(proposal: Proposal) -> list[tuple[str, str]]:
    """Return the doubts that go with a proposal."""
    return [(doubt.place, doubt.says) for doubt in proposal.doubts]


def left_of(reading: Reading) -> list[tuple[str, str]]:
    """Return the doubts that go with no proposal."""
    return [(doubt.place, doubt.says) for doubt in reading.doubts]


def kinds_of(reading: Reading) -> list[str]:
    """Return what is proposed, in short."""
    return [type(proposal.event).__name__ for proposal in reading.proposals]
