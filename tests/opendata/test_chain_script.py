"""Anyone checks the published chain with the script beside it, which tells what was altered."""

import csv
import subprocess
import sys
from datetime import timedelta

import pytest

from areasend.register.asking import now
from tests.asking import NEWEST, asked
from tests.ledger.deeds import erase
from tests.opendata.test_building import known_now, plant

pytestmark = pytest.mark.slow


def checked(folder, *noted, chain=None):
    """Run the script as anyone would: another folder, no packages, none of our code to import."""
    words = [sys.executable, "-I", "-S", folder / "check_chain.py", chain or folder / "chain.csv"]
    return subprocess.run([*words, *noted], capture_output=True, text=True, cwd="/", check=False)


def rows_of(folder):
    with (folder / "chain.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def tampered(national, tmp_path):
    """Write the chain with its rows changed by somebody, and return where."""

    def tamper(change):
        rows = rows_of(national)
        names = list(rows[0])
        rows = change(rows) or rows
        path = tmp_path / "chain.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return tamper


def test_it_has_fewer_than_sixty_lines_and_imports_only_pythons_own(national):
    lines = (national / "check_chain.py").read_text("utf-8").splitlines()
    imported = {
        line.split()[1].split(".")[0] for line in lines if line.startswith(("import", "from"))
    }

    assert len(lines) < 60
    assert imported <= sys.stdlib_module_names


def test_the_published_chain_is_as_it_was_written(national):
    last = rows_of(national)[-1]
    run = checked(national, str(NEWEST), last["hash"])

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        f"{NEWEST} rows; the last hash is {last['hash']}\nEvery row is as it was written.\n"
    )


def altered_text(rows):
    rows[56]["text"] = rows[56]["text"].replace("2", "3", 1)


def altered_moment(rows):
    rows[56]["takes_effect_at"] = "2026-11-20T00:00:00.000000Z"


def altered_link(rows):
    rows[56]["previous"] = "0" * 64


def blanked(rows):
    rows[56]["text"] = rows[56]["salt"] = ""


def removed(rows):
    del rows[56]


def no_json(rows):
    rows[56]["text"] = "{"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (altered_text, "the text of row 57 was altered"),
        (altered_moment, "row 57 was altered"),
        (altered_link, "row 57 does not follow the one before it"),
        (blanked, "row 57 is gone, and none accounts for it"),
        (removed, "row 57 should stand where 58 does"),
        (no_json, "the text of row 57 was altered"),
    ],
)
def test_a_tampered_chain_is_told(national, tampered, change, told):
    run = checked(national, chain=tampered(change))

    assert (run.returncode, run.stderr) == (1, "")
    assert told in run.stdout.splitlines()
    assert "as it was written" not in run.stdout


def test_an_end_cut_off_shows_beside_a_row_that_was_noted(national, tampered):
    noted = (str(NEWEST), rows_of(national)[-1]["hash"])
    path = tampered(lambda rows: rows[:-1])

    assert checked(national, chain=path).returncode == 0
    assert (
        f"row {NEWEST} is not the one that was noted"
        in checked(national, *noted, chain=path).stdout
    )


@pytest.mark.usefixtures("record")
def test_what_the_law_had_erased_is_accounted_for(quickly):
    erase(57, at=now())
    built = quickly(known_now())
    gone = [row["number"] for row in rows_of(built.path) if not row["text"]]

    assert gone == ["57"]
    assert checked(built.path).returncode == 0


@pytest.mark.usefixtures("record")
def test_the_chain_ends_before_what_has_not_yet_taken_effect(quickly):
    plant("marlinspike", after=timedelta(days=1))
    built = quickly(known_now())

    assert len(rows_of(built.path)) == NEWEST
    assert checked(built.path).returncode == 0
    assert built.state.head.number == NEWEST


@pytest.mark.usefixtures("record")
def test_a_release_of_old_has_the_chain_of_its_time(quickly):
    at = now()
    plant("tamarisk", after=timedelta(0))

    assert len(rows_of(quickly(asked(known_at=at)).path)) == NEWEST
    assert len(rows_of(quickly(known_now()).path)) > NEWEST
