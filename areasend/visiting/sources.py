"""The published sources and the manners in which they are asked: data, read strictly."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

KINDS = ("reports", "statistics", "page-table", "csv-file")
_OF_MANNERS = {"delay": float, "seconds": float, "most": int, "tries": int, "loopback": bool}
_OF_SOURCES = {
    "name": str,
    "says": str,
    "kind": str,
    "at": str,
    "hosts": list,
    "queue": bool,
    "expects": dict,
}
_EXPECTED: Mapping[str, Mapping[str, type]] = {
    "reports": {
        "rows": int,
        "most": int,
        "areas": str,
        "counted": str,
        "files": str,
        "titled": str,
    },
    "statistics": {"releases": str, "files": str},
    "page-table": {"columns": list},
    "csv-file": {"columns": list},
}
_PATTERNS = ("counted", "files", "titled", "releases")


class UnableToReadSources(ValueError):
    """The list of sources lacks something, or says something that is not understood."""


@dataclass(frozen=True)
class Manners:
    """How servers are asked: see `sources.toml`. Times are in seconds, `most` in bytes."""

    delay: float
    seconds: float
    most: int
    tries: int
    loopback: bool


@dataclass(frozen=True)
class Source:
    """A published source: where it is, whom it may lead to, and what its pages must look like.

    `queue` says whether what is found is queued to be read, or only kept.
    """

    name: str
    says: str
    kind: str
    at: str
    hosts: Sequence[str]
    queue: bool
    expects: Mapping[str, Any]


def read_sources(named: str) -> tuple[Manners, tuple[Source, ...]]:
    """Return the manners and the sources of a file, or of the package's own if none is named.

    :raises UnableToReadSources: if the file is not there or not whole
    """
    try:
        text = Path(named).read_text("utf-8") if named else _OURS.read_text("utf-8")
        return read(tomllib.loads(text))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise UnableToReadSources(f"The list of sources {named} cannot be read: {fault}") from None


_OURS = files("areasend.visiting") / "sources.toml"


def read(plain: Mapping[str, Any]) -> tuple[Manners, tuple[Source, ...]]:
    """Return the manners and the sources that a parsed list holds.

    :raises UnableToReadSources: if it is not whole
    """
    manners = Manners(**_whole(plain.get("manners", {}), _OF_MANNERS, "the manners"))
    sources = tuple(_source(one) for one in plain.get("source", ()))
    names = [one.name for one in sources]
    if not sources or len(set(names)) < len(names):
        raise UnableToReadSources("A list of sources needs at least one, each of another name.")
    return manners, sources


def _source(plain: Mapping[str, Any]) -> Source:
    where = f"the source {plain.get('name', '')}".strip()
    source = Source(**_whole(plain, _OF_SOURCES, where))
    if source.kind not in KINDS:
        raise UnableToReadSources(f"{where} is of no kind that we know: {', '.join(KINDS)}.")
    _whole(source.expects, _EXPECTED[source.kind], f"what {where} expects")
    for name in _PATTERNS:
        try:
            re.compile(source.expects.get(name, ""))
        except re.error as fault:
            raise UnableToReadSources(f"{name} of {where} is no pattern: {fault}") from None
    return source


def _whole(plain: Mapping[str, Any], wanted: Mapping[str, type], where: str) -> dict[str, Any]:
    found = {name: _of(kind, plain[name]) for name, kind in wanted.items() if name in plain}
    missing = [name for name, kind in wanted.items() if type(found.get(name)) is not kind]
    if wrong := sorted({*missing, *plain.keys() - wanted.keys()}):
        raise UnableToReadSources(
            f"In the list of sources, {where}: {', '.join(wrong)} is missing or not understood."
        )
    return found


def _of(kind: type, value: object) -> object:
    return float(value) if kind is float and type(value) is int else value
