"""What people may do, and the roles that let them: `roles.toml`, read strictly."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("roles.toml")


class Deed(StrEnum):
    """Something that not everyone may do."""

    CHECK = "check"
    MODERATE = "moderate"
    AUDIT = "audit"
    ANSWER = "answer"


@dataclass(frozen=True)
class Role:
    """A name that deeds come with, and a sentence for whoever gives it out."""

    name: str
    says: str
    may: frozenset[Deed]


class UnableToReadRoles(ValueError):
    """The file of roles does not say what it must, for the reason given."""


@cache
def roles() -> Mapping[str, Role]:
    """Return every role by its name.

    :raises UnableToReadRoles: if the file does not say what it must
    """
    return read(tomllib.loads(_FILE.read_text(encoding="utf-8")))


@cache
def sentences() -> Mapping[Deed, str]:
    """Return what each deed is, in a sentence."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    read(told)
    return {Deed(name): says for name, says in told["deeds"].items()}


def read(told: Mapping[str, Any]) -> dict[str, Role]:
    """Return the roles of a file's contents.

    :raises UnableToReadRoles: if a deed has no sentence, a role has not just its sentence and its
        deeds, a name is not known, or a deed is in no role
    """
    _check(set(told) == {"deeds", "roles"}, "It has two parts, deeds and roles.")
    _check(set(told["deeds"]) == set(Deed), f"Its deeds are {', '.join(Deed)}.")
    for name, says in told["deeds"].items():
        _check(_is_sentence(says), f"The deed {name} has no sentence.")
    found = {name: _role(name, fields) for name, fields in told["roles"].items()}
    held = frozenset[Deed]().union(*(role.may for role in found.values()))
    _check(held == set(Deed), f"No role may {', '.join(sorted(set(Deed) - held))}.")
    return found


def _role(name: str, fields: Mapping[str, Any]) -> Role:
    _check(set(fields) == {"says", "may"}, f"The role {name} has a sentence and deeds only.")
    _check(_is_sentence(fields["says"]), f"The role {name} has no sentence.")
    may = fields["may"]
    _check(bool(may) and set(may) <= set(Deed), f"The role {name} may what is no deed, or nothing.")
    return Role(name, fields["says"], frozenset(map(Deed, may)))


def _is_sentence(says: object) -> bool:
    return isinstance(says, str) and says.endswith(".")


def _check(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise UnableToReadRoles(otherwise)
