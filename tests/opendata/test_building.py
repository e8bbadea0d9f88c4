"""A release of the data is built whole or not at all, stays as it is, and says what changed."""

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest

from areasend.answers.asked import Asked
from areasend.opendata.building import build
from areasend.opendata.state import UnableToBuild
from areasend.register.asking import now
from tests.asking import NEWEST, asked
from tests.builders import build_step
from tests.ledger.deeds import record as enter
from tests.ledger.deeds import release, withdraw
from tests.opendata.conftest import QUICK, TOLD
from tests.register.planting import RELEASED, SCHEDULED, UNRELEASED, plant

pytestmark = pytest.mark.slow
DAY = date(2026, 11, 21)

_AGAIN = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from areasend.config.command import start
start()
from areasend.answers.asked import Asked
from areasend.opendata.building import build
from tests.opendata.conftest import TOLD
asked = Asked(date(2026, 11, 21), datetime(2027, 1, 1, tzinfo=UTC))
build(Path(sys.argv[1]), asked, tables=TOLD)
"""


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def tell(event, **more):
    """Record an event and make it public now."""
    at = now()
    number = enter(event, at=at, **more)
    release(number, at=at, now=at)
    return number


def known_now():
    return Asked(DAY, now())


def test_the_same_release_is_the_same_to_the_byte_in_another_process(quickly, record, tmp_path):
    here = quickly(asked(), TOLD)
    environ = {**os.environ, "AREASEND_DATABASE": str(record), "PYTHONHASHSEED": "7"}
    environ["TZ"] = "Asia/Tokyo"
    subprocess.run([sys.executable, "-c", _AGAIN, tmp_path / "there"], env=environ, check=True)

    assert files(here.path) == files(tmp_path / "there" / here.path.name)


def test_it_is_named_by_its_day_and_the_last_release_in_effect(quickly):
    built = quickly(asked())
    described = json.loads((built.path / "datapackage.json").read_text("utf-8"))["areasend"]

    assert built.path.name == f"2026-11-21-r{NEWEST}"
    assert described["as_at"] == "2026-11-21"
    assert described["chain"]["number"] == NEWEST
    assert re.fullmatch("[0-9a-f]{64}", described["chain"]["hash"])


def test_one_that_is_there_is_left_as_it_is(quickly):
    first = quickly(asked())
    before = {path: path.stat().st_mtime_ns for path in first.path.iterdir()}
    again = quickly(asked())

    assert (first.new, again.new) == (True, False)
    assert {path: path.stat().st_mtime_ns for path in again.path.iterdir()} == before


def test_one_that_was_altered_is_not_passed_over(quickly):
    built = quickly(asked())
    with (built.path / "coverage.csv").open("a") as file:
        file.write("nothing,nowhere\r\n")

    with pytest.raises(UnableToBuild, match=r"coverage\.csv is not as it was built"):
        quickly(asked())


@pytest.mark.usefixtures("record")
def test_one_is_built_at_a_time(quickly):
    folder = quickly(asked()).path.parent
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        with pytest.raises(UnableToBuild, match="Another release is being built"):
            quickly(asked("2026-11-20"))


@pytest.mark.usefixtures("record")
def test_before_anything_was_released_there_is_nothing_to_build(quickly):
    with pytest.raises(UnableToBuild, match="Nothing had been released"):
        quickly(asked(known_at=now() - timedelta(days=10_000)))


def test_killed_halfway_it_leaves_nothing_under_the_releases_name(record, tmp_path):
    folder = tmp_path / "releases"
    words = [sys.executable, "-m", "areasend", "data", str(folder), "--as-at", "2026-11-21"]
    started = subprocess.Popen(words, env={**os.environ, "AREASEND_DATABASE": str(record)})
    while started.poll() is None and len(list(folder.glob(".making-*/*.csv"))) < 2:
        time.sleep(0.01)
    started.send_signal(signal.SIGKILL)
    started.wait()

    left = sorted(path.name for path in folder.iterdir())
    assert started.returncode == -signal.SIGKILL
    assert left == [".lock", f".making-2026-11-21-r{NEWEST}"]

    build(folder, asked(), tables=QUICK)

    left = sorted(path.name for path in folder.iterdir())
    assert left == [".lock", f"2026-11-21-r{NEWEST}", "releases.json"]


@pytest.mark.usefixtures("record")
def test_the_next_release_says_what_is_new_and_what_was_corrected(quickly):
    first = quickly(asked(), TOLD)
    corrected = enter_of(first, "dudley")
    tell(build_step("2026-06-15", area="kent", inspection=""))
    withdrawn = withdraw(corrected, at=now(), reason="It was another area.")
    at = now()
    release(withdrawn, at=at, now=at)
    second = quickly(known_now(), TOLD)

    described = json.loads((second.path / "datapackage.json").read_text("utf-8"))["areasend"]
    words = " ".join(described["changes"])
    assert described["before"] == first.path.name
    assert "One fact told for the first time: Kent." in words
    assert "One correction of what we had said." in words
    assert "It was another area." in described["corrections"][0]
    lines = (second.path / "changes.csv").read_text("utf-8").splitlines()
    assert f"events,f{NEWEST + 1},added,,," in lines
    assert f"events,f{corrected},removed,,," in lines
    assert len(lines) == 3


@pytest.mark.usefixtures("record")
def test_a_changed_cell_is_shown_before_and_after(quickly):
    told = tell(build_step("2026-06-15", area="kent", inspection=""))
    first = quickly(known_now(), TOLD)
    tell(
        build_step("2026-06-16", area="kent", inspection=""),
        corrects=told,
        reason="It was misread.",
    )
    second = quickly(known_now(), TOLD)

    assert json.loads((second.path.parent / "releases.json").read_text("utf-8"))[0]["before"] == (
        first.path.name
    )
    lines = (second.path / "changes.csv").read_text("utf-8").splitlines()
    assert f"events,f{NEWEST + 1},changed,dated,2026-06-15,2026-06-16" in lines
    assert all(line.startswith(f"events,f{NEWEST + 1},changed,") for line in lines[1:])


@pytest.mark.usefixtures("record")
def test_old_releases_stay_and_are_listed_the_newest_first(quickly):
    for day in ("2026-11-19", "2026-11-20", "2026-11-21"):
        folder = quickly(asked(day)).path.parent

    listed = json.loads((folder / "releases.json").read_text("utf-8"))
    assert [one["name"] for one in listed] == [
        f"2026-11-21-r{NEWEST}",
        f"2026-11-20-r{NEWEST}",
        f"2026-11-19-r{NEWEST}",
    ]
    assert "Nothing was released between the two" in " ".join(listed[0]["changes"])
    assert all((folder / one["package"]).is_file() for one in listed)


@pytest.mark.usefixtures("record")
def test_no_file_tells_of_what_is_not_released(quickly):
    plant(UNRELEASED, after=None)
    plant(RELEASED, after=timedelta(0))
    plant(SCHEDULED, after=timedelta(days=1))
    built = quickly(known_now(), TOLD)
    told = b"\n".join(
        content
        for name, content in files(built.path).items()
        if not name.endswith((".ods", ".xlsx"))
    ).decode("utf-8", errors="ignore")

    assert UNRELEASED not in told
    assert SCHEDULED not in told
    assert RELEASED in told


def enter_of(built, area):
    """Return the number of the entry of an area's newest fact; both chains begin alike."""
    with (built.path / "events.csv").open(encoding="utf-8") as file:
        found = [line.split(",")[0] for line in file if line.split(",")[1] == area]
    return int(found[-1].removeprefix("f"))
