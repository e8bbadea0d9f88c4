"""How the value of a field is shown, and how another is taken from a form, by what it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from areasend.domain.intervals import in_words


class NotAValue(ValueError):
    """What was typed is no value of the field, for the reason given."""


class Editor(Protocol):
    """What a field of one kind is shown and corrected with."""

    @property
    def form(self) -> str:
        """The name of its piece of the form."""

    def shown(self, value: Any) -> list[str]:
        """Return a value as people read it, a line for each part of it."""

    def typed(self, value: Any) -> dict[str, str]:
        """Return what stands in the form for a value."""

    def read(self, typed: Mapping[str, str]) -> Any:
        """Return the value that a form says.

        :raises NotAValue: if it says none
        """


@dataclass(frozen=True)
class Text:
    """Words in one line."""

    form: str = "text"

    def shown(self, value: Any) -> list[str]:
        """Return the words."""
        return [str(value)]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the words."""
        return {"value": "" if value is None else str(value)}

    def read(self, typed: Mapping[str, str]) -> str:
        """Return the words."""
        words = typed.get("value", "").strip()
        if not words:
            raise NotAValue("Enter what it should be.")
        return words


@dataclass(frozen=True)
class Number:
    """A whole number; `figures` is how it may be written."""

    form: str = "number"
    figures: str = r"\d{1,2}"

    def shown(self, value: Any) -> list[str]:
        """Return the number."""
        return [str(value)]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the number."""
        return {"value": "" if value is None else str(value)}

    def read(self, typed: Mapping[str, str]) -> int:
        """Return the number."""
        text = typed.get("value", "").strip()
        if not re.fullmatch(self.figures, text, re.ASCII):
            raise NotAValue("Enter a whole number in figures.")
        return int(text)


@dataclass(frozen=True)
class Day:
    """A day."""

    form: str = "day"

    def shown(self, value: Any) -> list[str]:
        """Return the day in words."""
        return [in_words(date.fromisoformat(value))]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the day in words."""
        return {"value": _in_words(value)}

    def read(self, typed: Mapping[str, str]) -> str:
        """Return the day as data writes it."""
        return _day(typed.get("value", "")).isoformat()


@dataclass(frozen=True)
class Span:
    """The first and the last day of a visit."""

    form: str = "span"

    def shown(self, value: Any) -> list[str]:
        """Return both days in words."""
        first, last = (in_words(date.fromisoformat(value[end])) for end in ("start", "end"))
        return [f"{first} to {last}" if first != last else first]

    def typed(self, value: Any) -> dict[str, str]:
        """Return both days in words."""
        return {end: _in_words((value or {}).get(end)) for end in ("start", "end")}

    def read(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Return both days as data writes them."""
        first, last = (_day(typed.get(end, "")) for end in ("start", "end"))
        if last < first:
            raise NotAValue("The last day is before the first.")
        return {"start": first.isoformat(), "end": last.isoformat()}


#: How people write a day, whatever their browser would make of it.
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d")


def _day(text: str) -> date:
    words = " ".join(text.split())
    for form in _WRITTEN:
        with suppress(ValueError):
            return datetime.strptime(words, form).date()  # noqa: DTZ007  a day has no zone
    raise NotAValue("Enter a day, such as 11 March 2025 or 11/3/2025.")


def _in_words(value: str | None) -> str:
    return in_words(date.fromisoformat(value)) if value else ""


@dataclass(frozen=True)
class Choice:
    """One of a few values, each with its words."""

    choices: Mapping[Any, str]
    form: str = "choice"

    def shown(self, value: Any) -> list[str]:
        """Return the words of the value."""
        return [self.choices.get(value, str(value))]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the value as text."""
        return {"value": "" if value is None else str(value)}

    def read(self, typed: Mapping[str, str]) -> Any:
        """Return the value that is chosen."""
        by_text = {str(value): value for value in self.choices}
        if typed.get("value") not in by_text:
            raise NotAValue("Choose one of them.")
        return by_text[typed["value"]]


@dataclass(frozen=True)
class Lines:
    """A list of names, one a line; `under` is the key where each is more than a name."""

    under: str = ""
    form: str = "lines"

    def shown(self, value: Any) -> list[str]:
        """Return each name."""
        return list(self._names(value))

    def typed(self, value: Any) -> dict[str, str]:
        """Return the names, one a line."""
        return {"value": "\n".join(self._names(value or ()))}

    def read(self, typed: Mapping[str, str]) -> list[Any]:
        """Return the names that are typed."""
        names = [line.strip() for line in typed.get("value", "").splitlines() if line.strip()]
        if not self.under:
            return list(names)
        return [{"name": name.split(",")[0].strip(), self.under: name} for name in names]

    def _names(self, value: Sequence[Any]) -> Iterator[str]:
        return (str(one[self.under]) if self.under else str(one) for one in value)


@dataclass(frozen=True)
class Organisations:
    """Bodies as organisations of the day: they follow from the words of the actions."""

    form: str = "none"

    def shown(self, value: Any) -> list[str]:
        """Return the bodies of each action, those that we do not know in quotation marks."""
        return [
            "; ".join(
                [
                    *(known["printed"] for known in one["organisations"]),
                    *(f"“{name}” (not one that we hold)" for name in one["unresolved"]),
                ]
            )
            or "nobody is named"
            for one in value
        ]

    def typed(self, value: Any) -> dict[str, str]:  # noqa: ARG002  nothing is typed
        """Return nothing."""
        return {}

    def read(self, typed: Mapping[str, str]) -> Any:  # noqa: ARG002  nothing is typed
        """Refuse: the words of the actions are what is corrected."""
        raise NotAValue("Correct the bodies in the areas for priority action.")
