"""Values that are looked at in the room and enter nothing: they are shown, and never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from areasend.casework.editors import NotAValue


@dataclass(frozen=True)
class _SeenOnly:
    form: str = "none"

    def typed(self, value: Any) -> dict[str, str]:  # noqa: ARG002  nothing is typed
        """Return nothing."""
        return {}

    def read(self, typed: Mapping[str, str]) -> Any:  # noqa: ARG002  nothing is typed
        """Refuse: it enters nothing, however it reads."""
        raise NotAValue("It stays in this room: accept or reject it.")


@dataclass(frozen=True)
class Review(_SeenOnly):
    """When the next review of a plan is to be."""

    def shown(self, value: Any) -> list[str]:
        """Return after how many months, and when."""
        return [f"after {value['after_months']} months, in {value['in']}"]


@dataclass(frozen=True)
class Rows(_SeenOnly):
    """Actions of a plan, a row of its tables each."""

    def shown(self, value: Any) -> list[str]:
        """Return each action with by when it ends, where that was read."""
        return [" – by ".join(filter(None, (one["action"], one.get("end")))) for one in value]
