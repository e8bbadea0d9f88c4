"""The commands of this face, in the order in which the help lists them."""

import click

from areasend.terminal import area, deadline, figures, recording, upkeep

COMMANDS: tuple[click.Command, ...] = (
    upkeep.load,
    figures.national,
    area.area,
    figures.answer,
    figures.measure,
    deadline.deadline,
    upkeep.verifying,
    recording.read,
    recording.accept,
    recording.area_entries,
    recording.entry,
    recording.correct,
    recording.withdraw,
    recording.expunging,
    upkeep.export,
)
