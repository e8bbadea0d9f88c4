"""The commands of this face, each imported when it is asked for: nobody waits for the others."""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

#: Where each command is, in the order in which the help lists them.
_PLACES = {
    "load": "upkeep.load",
    "national": "figures.national",
    "where": "overviews.where_command",
    "area": "area.area",
    "context": "context.context_command",
    "due": "overviews.due_command",
    "answer": "figures.answer",
    "measure": "figures.measure",
    "deadline": "deadline.deadline",
    "rules": "overviews.rules_command",
    "coverage": "overviews.coverage_command",
    "verify": "upkeep.verifying",
    "merge": "overviews.merge_command",
    "read": "recording.read",
    "record": "recording.record",
    "entries": "recording.area_entries",
    "entry": "recording.entry",
    "correct": "recording.correct",
    "withdraw": "recording.withdraw",
    "expunge": "recording.expunging",
    "export": "upkeep.export",
}


class _WhenAskedFor(Mapping[str, click.Command]):
    """Every command by name."""

    def __getitem__(self, name: str) -> click.Command:
        module, _, command = _PLACES[name].partition(".")
        found: click.Command = getattr(import_module(f"areasend.terminal.{module}"), command)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


COMMANDS: Mapping[str, click.Command] = _WhenAskedFor()
