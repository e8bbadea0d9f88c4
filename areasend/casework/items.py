"""The list of points of a document, edited one by one: its words, and what goes with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from areasend.casework.editors import NotAValue

#: How many points a form can hold; no report has as many.
_MOST = 40
_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class Items:
    """Points with their words, and with bodies, or a number and a verdict, where those go along."""

    bodies: bool = False
    verdict: str = ""
    form: str = "items"

    def shown(self, value: Any) -> list[str]:
        """Return each point in a line."""
        return [self._line(number, one) for number, one in enumerate(value, 1)]

    def _line(self, number: int, one: Mapping[str, Any]) -> str:
        said = f"{one.get('number') or number}. {one['text']}"
        if self.bodies:
            said += f" ({one.get('bodies') or 'nobody is named'})"
        if self.verdict:
            said += f" – {'enough was done' if one.get(self.verdict) else 'not enough was done'}"
        return said

    def typed(self, value: Any) -> dict[str, str]:
        """Return what stands in the form, a point a number."""
        typed: dict[str, str] = {}
        for at, one in enumerate(value or (), 1):
            typed[f"text-{at}"] = one["text"]
            typed[f"bodies-{at}"] = one.get("bodies") or ""
            typed[f"number-{at}"] = str(one.get("number") or at)
            if self.verdict:
                typed[f"enough-{at}"] = _YES if one.get(self.verdict) else _NO
        return typed

    def rows(self, typed: Mapping[str, str]) -> Sequence[int]:
        """Return the numbers of the points in a form, with an empty one after them."""
        last = max((at for at in range(1, _MOST) if f"text-{at}" in typed), default=0)
        filled = last and not typed[f"text-{last}"].strip()
        return range(1, last + (1 if filled else 2))

    def read(self, typed: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the points that have words; whoever empties one takes it away."""
        return list(self._read(typed))

    def _read(self, typed: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        for at in range(1, _MOST):
            words = " ".join(typed.get(f"text-{at}", "").split())
            if not words:
                continue
            one: dict[str, Any] = {"text": words}
            if self.bodies:
                one["bodies"] = " ".join(typed.get(f"bodies-{at}", "").split()) or None
            yield one | (self._judged(typed, at) if self.verdict else {})

    def _judged(self, typed: Mapping[str, str], at: int) -> dict[str, Any]:
        number, enough = typed.get(f"number-{at}", "").strip(), typed.get(f"enough-{at}")
        if not (number.isascii() and number.isdecimal() and 0 < int(number) < _MOST):
            raise NotAValue(f"Enter the number of point {at} in the first report, such as 3.")
        if enough not in {_YES, _NO}:
            raise NotAValue(f"Choose whether enough was done on point {at}.")
        return {"number": int(number), self.verdict: enough == _YES}
