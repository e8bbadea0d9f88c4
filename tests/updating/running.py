"""Runs the command, and returns what it said."""

from click.testing import CliRunner

from areasend.casework.update_command import update


def run(*words):
    """Run the command, and return its status and all that it said."""
    told = CliRunner().invoke(update, list(words), catch_exceptions=False)
    return told.exit_code, told.output


def reports():
    return run("--source", "reports")
