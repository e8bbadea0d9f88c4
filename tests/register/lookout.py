"""Looks on pages for what may stand on none: names of people, and small numbers."""

import html
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_TAGS = re.compile(r"<(?:svg|style)\b.*?</(?:svg|style)>|<[^>]*>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
_CONTEXT = re.compile(r'<section aria-labelledby="context".*?</section>', re.DOTALL)
_OUT_OF = re.compile(r"\b(\d[\d,]*) of (\d[\d,]*)\b")
_COUNT = re.compile(r"\d[\d,]*")
_FEW = "fewer than 5"
_SMALL = range(1, 5)
#: Areas of which no figure may be shown, nor anything from which one could be read.
TINY = {"city-of-london": "City of London", "isles-of-scilly": "Isles of Scilly"}
NOT_RUN = "not run: AREASEND_LETTERS names no folder with expected.json"


def words_of(page: str) -> str:
    """Return the words of a page, of its titles and hidden parts too, without its mark-up."""
    return " ".join(html.unescape(_TAGS.sub(" ", page)).split())


@cache
def people() -> frozenset[str]:
    """Return the names that inspection reports print, as far as the environment names them."""
    listed = Path(os.environ.get("AREASEND_LETTERS") or "/nowhere") / "expected.json"
    if not listed.is_file():
        return frozenset()
    letters = json.loads(listed.read_text(encoding="utf-8"))
    return frozenset(one["name"] for letter in letters.values() for one in letter["inspectors"])


def people_in(text: str) -> list[str]:
    """Return whose name stands in a text or an address, whatever case and marks it is in."""
    raw = html.unescape(text).casefold()
    read = html.unescape(_TAGS.sub(" ", text)).casefold()
    told = " ".join(re.findall(r"[^\W_]+", f"{raw} {read}"))
    held = set(told.split())
    return [name for name, parts in _parts() if held.issuperset(parts) and " ".join(parts) in told]


@cache
def _parts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(re.findall(r"[^\W_]+", name.casefold()))) for name in sorted(people())
    )


def small_numbers_in(page: str, slug: str) -> list[str]:
    """Return what an area's page says of figures that it may not say: rows, in their words."""
    section = "".join(_CONTEXT.findall(page))
    if not section:
        return ["has no part for figures"]
    if slug in TINY:
        return re.findall(r"[^.]*\d[^.]*", words_of(section))
    rows = [[words_of(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(section)]
    return [" | ".join(row) for row in rows if row and any(_gives_away(row))]


def _gives_away(row: list[str]) -> Iterator[bool]:
    name, *cells = row
    for cell in cells:
        yield name in TINY.values() and bool(re.search(r"\d", cell))
        yield bool(_COUNT.fullmatch(cell)) and _number(cell) in _SMALL
        # A rate beside a hidden count would give the count.
        yield _FEW in cell and "%" in cell
        for count, out_of in _OUT_OF.findall(cell.replace(_FEW, "few")):
            yield _number(count) in _SMALL
            yield _number(out_of) - _number(count) in _SMALL


def _number(text: str) -> int:
    return int(text.replace(",", ""))
