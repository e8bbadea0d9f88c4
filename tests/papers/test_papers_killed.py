"""Whoever keeps documents may be killed at any moment: nothing half-written is ever there."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from areasend.papers.keeping import read
from areasend.papers.models import Paper
from tests.ledgers import Files, connected_to

ROOT = Path(__file__).parents[2]
KILLS = 3


@pytest.mark.slow
@pytest.mark.only_on("sqlite", why="the files are the same whatever the database")
def test_nothing_half_written_is_ever_there(tmp_path, papers, django_db_blocker):
    ledger = Files(tmp_path).new()
    with django_db_blocker.unblock(), connected_to(ledger):
        call_command("migrate", verbosity=0)
        said = [one for turn in range(KILLS) for one in _killed(turn, ledger, papers)]
        names = [path for path in papers.rglob("*") if path.is_file() and path.name[0] != "."]

        assert said
        assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.name for path in names)
        assert {path.name for path in names} >= set(said)
        assert all(read(paper.sha256) for paper in Paper.objects.all())
        assert set(said) <= set(Paper.objects.values_list("sha256", flat=True))


def _killed(turn, ledger, papers):
    """Let a program keep documents, kill it, and return what it said was kept."""
    places = {"AREASEND_DATABASE": ledger, "AREASEND_PAPERS": str(papers)}
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("papers_killed.py"))],
        cwd=ROOT,
        env=os.environ | places | {"PYTHONPATH": str(ROOT), "AREASEND_ROOMS_SECRET": "x" * 50},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    time.sleep(random.Random(turn).uniform(0.02, 0.2))
    process.send_signal(signal.SIGKILL)
    # The last line may be cut off.
    rest = process.communicate()[0]
    return rest.split("\n")[:-1]
