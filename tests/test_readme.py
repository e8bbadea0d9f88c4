"""The README keeps its word: what it shows is what the commands print, and its links lead on."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from areasend.config.command import command
from areasend.domain.history import read
from areasend.terminal.upkeep import RECORD
from tests.asking import KNOWN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
ELLIPSIS = "…\n"


def blocks():
    """Yield each command that the README shows, with the output beneath it."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for shown in block.removeprefix("$ ").split("\n$ "):
            line, _, output = shown.partition("\n")
            yield line, output if output.endswith("\n") else f"{output}\n"


COMMANDS = dict(blocks())


@pytest.mark.slow
@pytest.mark.usefixtures("record", "postcodes")
@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_prints_what_the_readme_shows(line, monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    program, *words = shlex.split(line)
    name, shown = words[0], COMMANDS[line]

    # Known now, whatever this machine's clock says.
    found = CliRunner().invoke(command(), words, default_map={name: {"known_at": KNOWN}})

    assert program == "areasend"
    assert found.exit_code == 0, found.stderr
    if shown.endswith(ELLIPSIS):
        assert found.stdout.startswith(shown.removesuffix(ELLIPSIS))
    else:
        assert found.stdout == shown


def test_the_readme_shows_the_output_of_every_command():
    assert len(COMMANDS) >= 3
    assert all(output.strip() for output in COMMANDS.values())


def test_the_two_commands_come_before_everything_else():
    assert README.index("make run") < README.index("make test") < README.index("```console")


@pytest.mark.slow
def test_the_readme_counts_what_the_record_holds(told):
    with (RECORD / "entry.csv").open(encoding="utf-8") as file:
        entries = sum(1 for _ in file) - 1
    frameworks = [
        one.framework for area, events in told.items() for one in read(area, events).inspections
    ]

    assert f"{entries:,} entries" in README
    assert f"All {frameworks.count('lasend-2016')} of the framework of 2016" in README
    assert f"{frameworks.count('area-send-2023')} of the framework of 2023" in README


def links():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target):
                yield page, target


@pytest.mark.parametrize(
    ("page", "target"),
    list(links()),
    ids=lambda one: str(one.relative_to(ROOT)) if isinstance(one, Path) else one,
)
def test_a_link_leads_to_a_file(page, target):
    path, _, _ = target.partition("#")

    assert (page.parent / path).exists()


def test_every_command_of_the_readme_is_one():
    named = set(re.findall(r"[`$] ?areasend ([a-z]+)", README))

    assert named <= set(command().commands)
