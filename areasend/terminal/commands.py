"""The commands of this face, each imported when it is asked for: nobody waits for the others."""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

#: Where each command is, in the order in which the help lists them.
PLACES = {
    "load": "areasend.terminal.loading:load",
    "national": "areasend.terminal.figures:national",
    "where": "areasend.terminal.overviews:where_command",
    "find": "areasend.terminal.finding:find_command",
    "area": "areasend.terminal.area:area",
    "context": "areasend.terminal.context:context_command",
    "due": "areasend.terminal.overviews:due_command",
    "answer": "areasend.terminal.answering:answer_command",
    "measures": "areasend.terminal.measures:measures",
    "measure": "areasend.terminal.measures:measure",
    "reconcile": "areasend.terminal.reconcile:reconcile_command",
    "deadline": "areasend.terminal.deadline:deadline",
    "rules": "areasend.terminal.overviews:rules_command",
    "coverage": "areasend.terminal.overviews:coverage_command",
    "verify": "areasend.terminal.upkeep:verifying",
    "merge": "areasend.terminal.overviews:merge_command",
    "read": "areasend.terminal.reading:read",
    "themes": "areasend.terminal.themes:themes_command",
    "watch": "areasend.terminal.watching:watch",
    "record": "areasend.terminal.recording:record",
    "entries": "areasend.terminal.recording:area_entries",
    "entry": "areasend.terminal.recording:entry",
    "correct": "areasend.terminal.recording:correct",
    "withdraw": "areasend.terminal.recording:withdraw",
    "expunge": "areasend.terminal.recording:expunging",
    "export": "areasend.terminal.upkeep:export",
    "import": "areasend.terminal.loading:importing",
    "grant": "areasend.terminal.upkeep:grant",
}


class WhenAskedFor(Mapping[str, click.Command]):
    """Commands by name, given where each is: a module and its name there."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> click.Command:
        module, _, command = self._places[name].partition(":")
        found: click.Command = getattr(import_module(module), command)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
