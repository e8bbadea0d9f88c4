"""How anything of ours is cited: in a sentence, for BibTeX, and by an address that stays true."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from areasend.answers.asked import Asked
from areasend.domain.areas.spelling import slug_of
from areasend.domain.intervals import in_words
from areasend.ledger import chain, public_chain, releases

#: What TeX takes for a command, and not for itself.
_COMMANDS = re.compile(r"([#$%&_{}])")
#: A file of BibTeX is read by old programs too, which know no other quotation marks.
_PLAIN = str.maketrans({"’": "'", "‘": "`", "“": "``", "”": "''", "–": "--", "\\": "/"})
#: The fields of an entry, in their order.
_FIELDS = ("author", "title", "year", "url", "urldate", "note")
#: Words of a title that its key begins with.
_WORDS = 6
#: Digits of a hash that tell one chain from another in a sentence.
_ENOUGH = 16


@dataclass(frozen=True)
class Citation:
    """How something is cited: in a sentence, for BibTeX, and its permalink, empty without one."""

    words: str
    bibtex: str
    permalink: str = ""


def permalink(address: str, asked: Asked, kept: Mapping[str, str] | None = None) -> str:
    """Return the address at which a page gives the same answer for ever.

    :param kept: what the address asks for beside the two days
    """
    moment = chain.moment(asked.known_at)
    days = {"as-at": asked.as_at.isoformat(), "known-at": moment}
    return f"{address}?{urlencode({**(kept or {}), **days}, safe=':')}"


def cited(title: str, asked: Asked, *, at: str, read_on: date | None) -> Citation:
    """Return how to cite a page or a figure as it stood on two days.

    :param at: its address; empty where it has none
    :param read_on: the day on which it is read, where that is known
    """
    number = releases.last_in_effect(known_at=asked.known_at)
    head = public_chain.head(known_at=asked.known_at)
    # A release in effect may come after one that is not: what precedes both can be checked.
    row = "" if head.number == number else f" to row {head.number}"
    day, named = in_words(asked.as_at), title.rstrip(".")
    read = f" (read {in_words(read_on)})" if at and read_on else ""
    words = f"areasend, “{named}”, as at {day}, release {number}, chain {head.hash[:_ENOUGH]}…."
    fields = {
        "title": named,
        "year": str(asked.known_at.year),
        "url": at,
        "urldate": read_on.isoformat() if at and read_on else "",
        "note": f"As at {day}; release {number}, public chain{row} {head.hash}",
    }
    first = "-".join(slug_of(named).split("-")[:_WORDS])
    key = f"{first}-{asked.as_at}-r{number}"
    return Citation(f"{words} {at}{read}".rstrip(), _entry(key, fields), at)


def cited_release(name: str, title: str, since: datetime, chain_hash: str, *, at: str) -> Citation:
    """Return how to cite a release of the data, public since a moment, at an address or none."""
    day = in_words(since.date())
    words = f"areasend, “{title}”, released {day}, chain {chain_hash[:_ENOUGH]}…."
    note = f"Release {name}, public chain {chain_hash}"
    fields = {"title": title, "year": str(since.year), "url": at, "note": note}
    return Citation(f"{words} {at}".rstrip(), _entry(name, fields), at)


def _entry(key: str, fields: Mapping[str, str]) -> str:
    """Return an entry of BibTeX. What stands in two pairs of braces keeps its capitals."""
    said = {
        **{name: words if name == "url" else _escaped(words) for name, words in fields.items()},
        "author": "{areasend}",
        "title": f"{{{_escaped(fields['title'])}}}",
    }
    lines = [f"  {name} = {{{said[name]}}}" for name in _FIELDS if said.get(name)]
    return f"@misc{{areasend-{key},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(words: str) -> str:
    return _COMMANDS.sub(r"\\\1", words.translate(_PLAIN))
