"""Many programs at one ledger, and programs killed at it: what was reported as written is there."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def in_processes(ledgers):
    """Do something in a program of its own, with a ledger of its own, and return what it found."""

    ledger = ledgers.new()

    def do(deed, **options):
        module, function = deed.split(".")
        code = (
            f"import django, json; django.setup(); from tests.ledger import {module}; "
            f"print(json.dumps({module}.{function}(**{options})))"
        )
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "areasend.config.settings",
                "AREASEND_DATABASE": ledger,
            },
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        assert done.stderr == ""
        return json.loads(done.stdout)

    yield do
    ledgers.drop(ledger)


def test_four_writers_and_a_corrector_at_once_lose_nothing_and_readers_see_whole_chains(
    in_processes,
):
    found = in_processes("at_once.write_and_read", writers=4, each=30)

    print({name: found[name] for name in ("entries", "looks")})  # noqa: T201  for -rP
    assert found["troubles"] == []
    assert found["entries"] == 5 * 30 + 1
    assert found["looks"] >= 5
    *held, corrected = found["held"]
    assert [*held, corrected[1:]] == found["written"]


def test_what_a_killed_writer_had_reported_is_there_and_the_chains_hold(in_processes):
    found = in_processes("killed.writers", rounds=30)

    print(found)  # noqa: T201  for -rP
    assert found["kills"] == 30
    assert found["reported"] >= 30
    assert found["lost"] == 0
    assert found["entries"] == found["reported"] + found["unreported"]
    assert found["troubles"] == []


def test_a_killed_import_has_taken_in_everything_or_nothing(in_processes):
    size = 300

    found = in_processes("killed.imports", rounds=8, size=size)

    print(found)  # noqa: T201  for -rP
    assert set(found["left"]) <= {0, size}
    assert found["left"][-1] == 0
    assert found["again"] == {"entry": size, "release": size}
    assert found["troubles"] == []
