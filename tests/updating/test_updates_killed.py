"""Updates in processes of their own, of which one is killed and two run at once."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.updating.published_sources import sources_at

pytestmark = pytest.mark.slow


class AtHome:
    """An installation of its own, whose updates run in processes that may be killed."""

    def __init__(self, base, folder):
        self.said = folder / "said.txt"
        self.database = folder / "record.sqlite3"
        self.environ = {
            **os.environ,
            "AREASEND_DATABASE": str(self.database),
            "AREASEND_PAPERS": str(folder / "papers-at-home"),
            "AREASEND_SOURCES": str(sources_at(base, folder / "home.toml", only=("reports",))),
            "AREASEND_CONTACT": "keeper@example.org",
        }

    def begin(self):
        with self.said.open("w") as said:
            words = [sys.executable, "-m", "areasend", "update"]
            return subprocess.Popen(words, env=self.environ, stdout=said, stderr=said)


@pytest.mark.only_on("sqlite", why="it is killed in a database of its own")
def test_an_update_killed_half_way_goes_on_where_it_was(published, tmp_path):
    home = AtHome(published.base, tmp_path)
    published.slow["/v1/file/50000020"] = 30
    killed = home.begin()
    wait_until(lambda: "/v1/file/50000021" in published.fetched(), killed)
    time.sleep(0.5)  # it may be keeping it, queueing it or asking for the next by now
    killed.send_signal(signal.SIGKILL)
    killed.wait(timeout=10)
    published.slow.clear()
    before, asked = published.fetched(), len(published.asked)

    second = home.begin()
    second.wait(timeout=60)

    said = home.said.read_text()
    assert second.returncode == 0, said
    assert before == ["/v1/file/50000010", "/v1/file/50000021"]
    assert "(2 of them before it was cut off)" in said
    again = [path for path, _ in published.asked[asked:]]
    assert sorted(again) == ["/robots.txt", "/v1/file/50000020", "/v1/file/50000030"]


@pytest.mark.only_on("sqlite", why="the lock is a file, whatever the database is")
def test_two_updates_never_run_at_once(published, tmp_path):
    home = AtHome(published.base, tmp_path)
    published.slow["/search"] = 5
    first = home.begin()
    wait_until(lambda: published.agents, first)

    second = home.begin()
    second.wait(timeout=60)
    first.kill()
    first.wait(timeout=10)

    said = home.said.read_text()
    assert (second.returncode, "Another update is under way" in said) == (2, True), said


def wait_until(is_so, process):
    """Wait until something is so, for as long as a process lives, and half a minute."""
    give_up = time.monotonic() + 30
    while not is_so():
        assert process.poll() is None
        assert time.monotonic() < give_up
        time.sleep(0.05)
