"""The program itself, in a process of its own and with a database of its own."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def areasend(tmp_path, postcodes):  # noqa: ARG001  made before, so that no program need wait
    """Run the program with a database in a folder that is not there yet."""
    place = tmp_path / "data" / "areasend.sqlite3"
    environment = os.environ | {"AREASEND_DATABASE": str(place), "COLUMNS": "100"}

    def start(*words):
        return subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "areasend", *words],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def told(program):
    """Return a program's status and what it wrote, once it has ended."""
    out, trouble = program.communicate()
    return program.returncode, out, trouble


@pytest.mark.slow
def test_the_record_is_loaded_once_and_loading_it_again_changes_nothing(areasend):
    place = "areasend.sqlite3"

    before, first, again = (told(areasend(word)) for word in ("national", "load", "load"))

    assert before[:2] == (2, "")
    assert before[2].endswith(f"{place} yet. Load it with: areasend load\n")
    assert (first[0], first[2]) == (again[0], again[2]) == (0, "")
    assert first[1].startswith("Loaded ")
    assert again[1].endswith(f"{place} is up to date.\n")


@pytest.mark.slow
def test_a_reader_who_has_read_enough_sees_no_traceback(areasend):
    program = areasend("rules")
    program.stdout.readline()
    program.stdout.close()

    assert "Traceback" not in program.stderr.read()
    program.stderr.close()
    program.wait()
