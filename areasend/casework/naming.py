"""Names of people in what would be made public: they stay in the checking room.

A name hides easily: behind an initial, a hyphen or a letter that has no width. So texts are
compared word by word, without what only looks different, and a surname by itself is a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from areasend.domain.areas import AREAS

_LINKS = re.compile(r"[-‐‑‒–—_]")
_APOSTROPHES = re.compile(r"['’ʼ`]")
#: A whole word, and whether it belongs to whom it follows.
_WORD = re.compile(r"[^\W\d_]+")
_OWNED = re.compile(r"(?<=\w)['’ʼ]s?\b")
_TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "cllr")
_TITLED = re.compile(
    rf"\b({'|'.join(one.capitalize() for one in _TITLES)})\b\.?\s+([A-Z][^\W\d_]*[.’'-]?[^\W\d_]*)"
)
#: Surnames that reports are full of as ordinary words. They name somebody only beside a forename,
#: an initial or a title, as the names of our areas do.
_WORDS = (
    "april august best bright brown case child children church college day english field french "
    "good gray green hall head health hill home hope house irish jewish law long march may north "
    "old page place price rose scottish short south street summer welsh west white winter wise "
    "wood woods young"
)
_OF_AREAS = " ".join(one.name for one in AREAS.values()).casefold()
_ORDINARY = frozenset(_WORDS.split()) | frozenset(_WORD.findall(_OF_AREAS))
#: What parts words in an address, and how somebody is greeted or written to in one.
_PARTED = re.compile(r"[^a-z]+")
_GREETED = re.compile(rf"(?<![a-z])(?:dear|{'|'.join(_TITLES)})-[a-z]{{2,}}")
_SENT_TO = re.compile(r"(?<![a-z])to-([a-z]+)-[a-z]+")
#: What follows “to” in addresses and is no forename: whom papers are for, and what is to be done.
_ASKED_FOR = (
    "a access all answer area be board bodies ccg check city council councils county cqc deliver "
    "develop dfe directors do ehc ehcp ensure families find get governors have help icb improve "
    "increase inspection leaders learn local make meet nhs ofsted our parent parents partners "
    "partnership plan prepare provide publish read reduce report respond school schools see sen "
    "send services special statement submit support tackle the this three two us use view work "
    "written your"
)
_NOT_SENT_TO = _ORDINARY | frozenset(_ASKED_FOR.split())


@dataclass(frozen=True)
class _Word:
    """A word as it is compared, and whether it was written with a capital."""

    plain: str
    capital: bool


def named(texts: Iterable[str], people: Iterable[str]) -> Iterator[str]:
    """Yield, of the names of people, those that texts give away, in order.

    A surname does so where it is written with a capital, stands in an address, or has a forename,
    an initial or a title beside it; one that is an ordinary word too, only in the last case.
    """
    said = [(_address(one), words) for one in texts for words in _both(one)]
    for name in sorted(set(people)):
        if any(_gives_away(words, name, in_address) for in_address, words in said):
            yield name


def titled(texts: Iterable[str]) -> Iterator[str]:
    """Yield what texts say of somebody with a title, such as “Ms Quill”."""
    for text in texts:
        yield from (found[0] for found in _TITLED.finditer(_seen(text)))


def addressed(texts: Iterable[str]) -> Iterator[str]:
    """Yield, of addresses, what seems to name whom a letter is to: “dear-x”, “ms-x”, “to-x-y”."""
    for text in filter(_address, texts):
        plain = _PARTED.sub("-", _seen(text).casefold())
        yield from (found[0] for found in _GREETED.finditer(plain))
        yield from (found[0] for found in _SENT_TO.finditer(plain) if found[1] not in _NOT_SENT_TO)


def _address(text: str) -> bool:
    return "://" in text


def _seen(text: str) -> str:
    """Return a text as it looks: without letters of no width, and those of a kind as one."""
    alike = unicodedata.normalize("NFKC", unquote(text) if _address(text) else text)
    return "".join(mark for mark in alike if unicodedata.category(mark) not in {"Cf", "Mn", "Cc"})


def _both(text: str) -> Iterator[Sequence[_Word]]:
    """Yield the words of a text twice: with what hyphens join as one word, and as several."""
    bare = "".join(
        mark
        for mark in unicodedata.normalize("NFKD", _seen(text))
        if unicodedata.category(mark) != "Mn"
    )
    bare = _APOSTROPHES.sub("", _OWNED.sub("", bare))
    for link in ("", " "):
        found = _WORD.findall(_LINKS.sub(link, bare))
        yield [_Word(one.casefold(), one[0].isupper()) for one in found]


def _gives_away(words: Sequence[_Word], name: str, in_address: bool) -> bool:
    joined, parted = ([one.plain for one in each] for each in _both(name.rpartition(" ")[2]))
    forename = next((one.plain for one in next(_both(name)) if one.plain not in _TITLES), "")
    forms = {tuple(joined), tuple(parted)} - {()}
    if in_address and any(word.plain == f"{forename}{''.join(joined)}" for word in words):
        return True
    return any(_stands(words, form, forename, in_address) for form in forms)


def _stands(
    words: Sequence[_Word], surname: tuple[str, ...], forename: str, in_address: bool
) -> bool:
    """Return whether a surname stands among words, and as one."""
    long = len(surname)
    for at in range(len(words) - long + 1):
        if tuple(word.plain for word in words[at : at + long]) != surname:
            continue
        if _beside(words, at, at + long, forename):
            return True
        if (words[at].capital or in_address) and not set(surname) <= _ORDINARY:
            return True
    return False


def _beside(words: Sequence[_Word], first: int, end: int, forename: str) -> bool:
    """Return whether a forename, its initial or a title stands beside some words."""
    before, after = words[max(first - 1, 0) : first], words[end : end + 1]
    near = {one.plain for one in (*before, *after)}
    # “A” and “I” are words before they are initials.
    initials = {one.plain for one in (*before, *after) if one.capital} - {"a", "i"}
    titles = any(one.plain in _TITLES for one in before)
    return forename in near or forename[:1] in initials or titles
