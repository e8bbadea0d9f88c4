"""The worker killed ten times on the way: every subscriber is mailed once, by Message-ID."""

import json
import os
import subprocess
import sys

import pytest

from tests.post.posting import mail_server

pytestmark = pytest.mark.slow
SUBSCRIBERS, KILLS = 200, 10


def test_each_subscriber_is_mailed_exactly_once_though_the_worker_is_killed_ten_times(
    ledgers, shipped, tmp_path, settings
):
    ledger = ledgers.copy(shipped)
    with mail_server(tmp_path) as server:
        found = killed(ledger, server, settings.MAIL_KEY)
    ledgers.drop(ledger)

    print(found)  # noqa: T201  for -rP
    assert found["troubles"] == []
    assert found["mailed"] == found["keys"] == found["mails"] == SUBSCRIBERS
    assert found["unsent"] == 0
    assert found["runs"] == 2
    # Killed between the server's answer and our note of it, a worker leaves one mail that the next
    # hands over again, under the same Message-ID.
    assert found["copies"] <= KILLS
    # The kills came while there was work to do.
    assert len({left for left in found["left"] if 0 < left < SUBSCRIBERS}) > 1


def killed(ledger, server, key):
    options = f"subscribers={SUBSCRIBERS}, times={KILLS}, taken={str(server.file)!r}"
    code = (
        "import django, json; django.setup(); from tests.post import killed; "
        f"print(json.dumps(killed.kills({options})))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "areasend.config.work",
            "AREASEND_DATABASE": ledger,
            "AREASEND_MAIL": f"smtp://127.0.0.1:{server.port}",
            "AREASEND_MAIL_KEY": key,
            "AREASEND_MAIL_LEASE": "1",
        },
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)
