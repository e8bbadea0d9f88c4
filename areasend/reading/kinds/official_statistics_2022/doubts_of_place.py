"""Whether a row's name, code, region and link are those of one area on that day."""

import re
from collections.abc import Iterator

from areasend.domain.areas import Area
from areasend.domain.intervals import in_words
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.kinds.official_statistics_2022.row import Row
from areasend.reading.kinds.official_statistics_2022.table import Column

_PROVIDER = re.compile(r"https://reports\.ofsted\.gov\.uk/provider/44/([0-9]+)")


def named_and_coded_alike(row: Row) -> Iterator[Finding]:
    """Doubt a name and a code that do not lead to one area, standing when inspectors came."""
    code = shown(row.line.cell(Column.CODE))
    if row.named is None:
        yield wrong(row.misnamed, Column.NAME)
    if row.coded is None:
        yield wrong(f"We know no area with the code {code}.", Column.CODE)
    if row.named and row.coded and row.named != row.coded:
        yield wrong(
            f"The code is that of {row.coded.name}, the name that of {row.named.name}.",
            Column.CODE,
            Column.NAME,
        )
    elif row.named and row.started and not row.named.exists(row.started):
        day = in_words(row.started)
        yield wrong(f"{row.named.name} did not exist on {day}.", Column.NAME, Column.STARTED)


def code_in_force(row: Row) -> Iterator[Finding]:
    """Doubt a code that the area did not bear when inspectors came, but earlier or later."""
    if not row.area or not row.started:
        return
    code, in_force = row.line.cell(Column.CODE), row.area.code("gss", on=row.started)
    if code != in_force:
        day = in_words(row.started)
        yield odd(
            f"{row.area.name} did not bear the code {shown(code)} on {day}, but {in_force}.",
            Column.CODE,
        )


def region(row: Row) -> Iterator[Finding]:
    """Doubt a region that is not the one of Ofsted's eight that we hold for the area."""
    if row.area and row.line.cell(Column.REGION) != row.area.ofsted_region:
        says = shown(row.line.cell(Column.REGION))
        yield odd(
            f"The region is given as {says}; for {row.area.name} we hold {row.area.ofsted_region}.",
            Column.REGION,
        )


def link(row: Row) -> Iterator[Finding]:
    """Doubt a link that does not lead to the area by the number under which Ofsted publishes."""
    found = _PROVIDER.fullmatch(row.line.link())
    if row.line.link() and not found:
        yield odd("The link does not lead to a page of Ofsted's reports.", Column.LINK)
    if found and row.area and row.started and found[1] != row.area.code("urn", on=row.started):
        yield odd(_misdirected(found[1], row.area, row), Column.LINK)


def _misdirected(number: str, area: Area, row: Row) -> str:
    if row.started and number == area.code("dfe", on=row.started):
        return f"The link uses the council's three-digit code {number}, not Ofsted's number."
    return f"The link's number {number[:10]} is not {area.name}'s."
