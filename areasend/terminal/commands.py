"""The commands of this face, in the order in which the help lists them."""

import click

from areasend.terminal import (
    area,
    context,
    deadline,
    figures,
    loading,
    overviews,
    recording,
    upkeep,
)

COMMANDS: tuple[click.Command, ...] = (
    loading.load,
    figures.national,
    overviews.where_command,
    area.area,
    context.context_command,
    overviews.due_command,
    figures.answer,
    figures.measure,
    deadline.deadline,
    overviews.rules_command,
    overviews.coverage_command,
    upkeep.verifying,
    overviews.merge_command,
    recording.read,
    recording.record,
    recording.area_entries,
    recording.entry,
    recording.correct,
    recording.withdraw,
    recording.expunging,
    upkeep.export,
    loading.importing,
    upkeep.grant,
)
