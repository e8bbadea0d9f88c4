"""The pages of docs/ that set our figures and estimates beside those that others published."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from areasend.domain.areas import AREAS
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.working_days import calendar_known_on

DOCS = Path(__file__).parent


def published_figures() -> Iterator[str]:
    every = [*_published("figures.csv"), *_published("computed.csv")]
    yield "# Published figures, and ours\n"
    yield (DOCS / "published-figures-before.txt").read_text(encoding="utf-8")
    yield "| | Figures | Exact | Another, and why |"
    yield "|---|---|---|---|"
    for how in ("stated", "worked out"):
        yield _totals(_HOW[how], [row for row in every if row["how"] == how])
    yield _totals("**In all**", every)
    for source in dict.fromkeys(row["source"] for row in every):
        rows = [row for row in every if row["source"] == source]
        yield f"\n## {source}\n"
        yield "| Figure | Counted | Theirs | Ours | Exact, or why not | Note |"
        yield "|---|---|---|---|---|---|"
        yield from map(_published_figure, rows)


_HOW = {
    "stated": "Stated by its source",
    "worked out": "Worked out from what the source gives row by row",
}


def _published(name: str) -> list[dict[str, str]]:
    with (DOCS.parent / "tests" / "published" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _totals(what: str, rows: list[dict[str, str]]) -> str:
    exact = sum(not row["difference"] for row in rows)
    return f"| {what} | {len(rows)} | {exact} | {len(rows) - exact} |"


def _published_figure(row: dict[str, str]) -> str:
    why = row["difference"] or "exact"
    if row.get("perhaps"):
        why += f" (perhaps also {row['perhaps']})"
    cells = (row["figure"], _counted(row), row["theirs"], row["ours"], why, row["note"])
    return f"| {' | '.join(cells)} |"


def _counted(row: dict[str, str]) -> str:
    """Say by which measure, rule and part a figure comes out, or by what else."""
    if "measure" not in row:
        return f"{row['computed']}, worked out from the record"
    counting = Counting(
        as_at=date.fromisoformat(row["as_at"]),
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        by=By(row["by"]),
        published_to=date.fromisoformat(row["published_to"]) if row["published_to"] else None,
        areas=Areas(row["areas"]),
    )
    part = f", {row['part']}" if row["part"] else ""
    return f"`{row['measure']}`{part}, {row['shows']}: {counting}"


def estimates() -> Iterator[str]:
    yield "# How a receipt is estimated\n"
    yield (DOCS / "estimates-before.txt").read_text(encoding="utf-8")
    yield "| Area | Published | Due, as stated | Due, by our estimate | Within one working day |"
    yield "|---|---|---|---|---|"
    with (files("areasend") / "record" / "stated_due_dates.csv").open(encoding="utf-8") as file:
        yield from map(_estimate, csv.DictReader(file))
    yield "\n" + (DOCS / "estimates-after.txt").read_text(encoding="utf-8")


def _estimate(row: dict[str, str]) -> str:
    published, stated = (date.fromisoformat(row[key]) for key in ("published", "due_as_stated"))
    calendar = calendar_known_on(stated)
    first, last = (calendar.after(calendar.before(published, days), 70) for days in (6, 5))
    near = calendar.before(first, 1) <= stated <= calendar.after(last, 1)
    name, verdict = AREAS[row["area"]].name, "yes" if near else "no"
    return f"| {name} | {published} | {stated} | {first} to {last} | {verdict} |"
