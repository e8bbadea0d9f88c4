"""The words of this house, each meaning one thing."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Word:
    """A word and what it means here; `code` says how the code spells it, where that differs."""

    word: str
    says: str
    code: str = ""


@dataclass(frozen=True)
class Part:
    """Words of one field, in order."""

    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Glossary:
    """Every word, part by part."""

    intro: str
    parts: tuple[Part, ...]


@cache
def glossary() -> Glossary:
    """Return the glossary."""
    with (files("areasend.domain") / "glossary.toml").open("rb") as file:
        held = tomllib.load(file)
    parts = (
        Part(one["title"], tuple(Word(**word) for word in one["word"])) for one in held["part"]
    )
    return Glossary(held["intro"], tuple(parts))
