"""Ctrl-C ends the signed-in rooms."""

import os
import signal

import pytest

from tests.people.rooms_served import Served
from tests.processes import children, in_time, session, words_of

_WITHIN = 60  # seconds


@pytest.mark.slow
def test_ctrl_c_ends_every_process_of_the_rooms(tmp_path):
    with Served(tmp_path / "ledger.sqlite3").open() as rooms:
        server = rooms.process
        assert len(children(server.pid)) == 2
        # What that does: tests/register/test_stopped.py.
        assert "--workers-kill-timeout" in words_of(server.pid)
        # Who is told by the terminal and by the server at once may wait for itself for ever.
        assert in_time(lambda: all(one.group != server.pid for one in children(server.pid)))

        # To all that the terminal knows as one, as it does.
        os.killpg(server.pid, signal.SIGINT)

        server.wait(timeout=_WITHIN)
        assert in_time(lambda: not session(server.pid))
