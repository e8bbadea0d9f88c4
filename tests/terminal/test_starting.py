"""A command imports what it needs, and a question reads what it is about."""

import subprocess
import sys

import pytest

from areasend.answers.areas import area_story
from areasend.config.command import command
from areasend.domain.areas import AREAS
from areasend.ledger import releases, statements
from tests.asking import asked

pytestmark = pytest.mark.usefixtures("record")

#: What telling one area's story has no use for.
OTHERS = (
    "areasend.answers.merges",
    "areasend.domain.measures",
    "areasend.ledger.transfer",
    "areasend.reading",
    "areasend.terminal.recording",
    "django.http",
    "python_calamine",
)

#: Asks as the command line does, and prints the modules that are there in the end.
_ASK = """
import sys
sys.argv = ["areasend", "area", "Dudley"]
from areasend.config.command import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_every_command_is_where_the_list_says():
    assert {name: one.name for name, one in command().commands.items()} == {
        name: name for name in command().commands
    }


def test_a_name_that_is_no_command_is_none(run):
    found = run("aera", "Dudley")

    assert found.exit_code == 2
    assert "No such command 'aera'." in found.stderr


@pytest.mark.slow
def test_one_areas_story_imports_nothing_that_it_has_no_use_for(record, monkeypatch):
    monkeypatch.setenv("AREASEND_DATABASE", str(record))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "areasend.config.settings")

    done = subprocess.run([sys.executable, "-c", _ASK], check=True, capture_output=True, text=True)
    imported = done.stderr.split()

    assert "Dudley" in done.stdout
    assert "areasend.answers.areas" in imported
    assert [name for name in OTHERS if name in imported] == []


@pytest.mark.parametrize(
    ("area", "family"), [("dudley", ["dudley"]), ("dorset", ["dorset", "dorset-county"])]
)
def test_one_areas_story_reads_its_own_familys_texts_and_no_others(told, monkeypatch, area, family):
    events = sum(len(told[one]) for one in family)
    releases._events.cache_clear()  # as in a process that has just begun
    read, texts = statements.read, []
    monkeypatch.setattr(statements, "read", lambda text: texts.append(text) or read(text))

    area_story(AREAS[area], asked("2026-11-21"))

    assert len(set(texts)) == events > 0
