"""The program itself, in a process of its own and with a database of its own."""

import os
import subprocess
import sys

import pytest

from tests.ledgers import Files


@pytest.fixture
def areasend(tmp_path, ledgers, postcodes):  # noqa: ARG001  made before, so that none need wait
    """Run the program with an empty database, or a file in a folder that is not there yet."""
    is_file = isinstance(ledgers, Files)
    place = str(tmp_path / "data" / "areasend.sqlite3") if is_file else ledgers.new()

    def start(*words, place=place):
        environment = os.environ | {"AREASEND_DATABASE": place, "COLUMNS": "100"}
        return subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "areasend", *words],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    yield start
    if not is_file:
        ledgers.drop(place)


def told(program):
    """Return a program's status and what it wrote, once it has ended."""
    out, trouble = program.communicate()
    return program.returncode, out, trouble


@pytest.mark.slow
def test_the_record_is_loaded_once_and_loading_it_again_changes_nothing(areasend):
    before, first, again = (told(areasend(word)) for word in ("national", "load", "load"))

    assert before[:2] == (2, "")
    assert before[2].endswith(" yet. Load it with: areasend load\n")
    assert (first[0], first[2]) == (again[0], again[2]) == (0, "")
    assert first[1].startswith("Loaded ")
    assert again[1].endswith(" is up to date.\n")


@pytest.mark.slow
def test_a_reader_who_has_read_enough_sees_no_traceback(areasend):
    program = areasend("rules")
    program.stdout.readline()
    program.stdout.close()

    assert "Traceback" not in program.stderr.read()
    program.stderr.close()
    program.wait()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["mysql://host/name", "postgresql://host:port/name"])
def test_an_address_that_names_no_database_is_refused_in_one_sentence(areasend, place):
    status, out, trouble = told(areasend("national", place=place))

    assert (status, out) == (2, "")
    assert trouble.startswith("areasend: AREASEND_DATABASE ")
    assert trouble.endswith(" a PostgreSQL address such as postgresql://ROLE@HOST/NAME.\n")
    assert trouble.count("\n") == 1


@pytest.mark.slow
def test_who_keeps_a_file_does_not_wait_for_what_a_server_needs():
    code = (
        "import sys, django; django.setup(); from areasend.config.command import command; "
        "command(); from areasend.ledger import granting, tables, verifying; "
        "print(sorted({'psycopg', 'dj_database_url'} & set(sys.modules)))"
    )
    environment = os.environ | {"AREASEND_DATABASE": "any.sqlite3"}
    environment["DJANGO_SETTINGS_MODULE"] = "areasend.config.settings"

    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)

    assert (done.stdout, done.stderr) == (b"[]\n", b"")
