"""Ctrl-C ends the website, whatever was read before and whatever it is at."""

import os
import signal
import socket
import sys

import pytest

from areasend.register import server as serving
from tests.processes import begun, children, in_time, session, words_of
from tests.register.serving import free_port, wait_for

_WITHIN = 60  # seconds


@pytest.mark.slow
def test_ctrl_c_ends_every_process_of_the_website(shipped, ledgers, tmp_path):
    port = free_port()
    words = ("-m", "areasend", "serve", "--port", port, "--beside", tmp_path)
    environ = {
        **os.environ,
        "AREASEND_DATABASE": str(ledgers.copy(shipped)),
        "DJANGO_SETTINGS_MODULE": "areasend.config.settings",
    }
    with begun(sys.executable, *words, env=environ) as server:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/areas", server)
        wait_for(f"{address}/areas?as-at=2021-03-31", server)
        assert in_time(lambda: _beside(server.pid))
        assert "--workers-kill-timeout" in words_of(server.pid)
        # Who is told by the terminal and by the server at once may wait for itself for ever.
        assert server.pid not in {one.group for one in _serving(server.pid)}

        # To all that the terminal knows as one, as it does.
        os.killpg(server.pid, signal.SIGINT)

        server.wait(timeout=_WITHIN)
        assert in_time(lambda: not session(server.pid))
        with socket.socket() as asked:
            assert asked.connect_ex(("127.0.0.1", port)) != 0


def test_a_process_that_does_not_end_by_itself_is_ended(monkeypatch):
    monkeypatch.setattr(serving, "_PATIENCE", 1)
    port = free_port()
    words = serving.command("tests.register.test_stopped:answer", port=port, workers=1, waiting=8)
    with begun(*words, env=dict(os.environ)) as server:
        wait_for(f"http://127.0.0.1:{port}", server)
        (worker,) = children(server.pid)
        os.kill(worker.number, signal.SIGSTOP)

        os.kill(server.pid, signal.SIGINT)

        server.wait(timeout=_WITHIN)
        assert in_time(lambda: not session(server.pid))


def answer(_environ, start_response):
    """Answer as a website does that is nothing else."""
    start_response("200 OK", [])
    return [b""]


def _serving(server):
    """Return the processes that answer: those that give out kept pages, and those beside them."""
    beside = _beside(server)
    first = {one.parent for one in beside}
    return [*(one for one in children(server) if one.number in first), *beside]


def _beside(server):
    """Return the processes beside those that give out kept pages: they work questions out."""
    return [beside for one in children(server) for beside in children(one.number)]
