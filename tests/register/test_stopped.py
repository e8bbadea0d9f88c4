"""Ctrl-C ends the website, whatever was read before."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from tests.register.serving import free_port, wait_for

_WITHIN = 60  # seconds


@pytest.mark.slow
def test_ctrl_c_ends_every_process_of_the_website(shipped, ledgers, tmp_path):
    port = free_port()
    words = (sys.executable, "-m", "areasend", "serve", "--port", str(port), "--beside", tmp_path)
    ledger = str(ledgers.copy(shipped))
    served = subprocess.Popen(
        words,
        env={
            **os.environ,
            "AREASEND_DATABASE": ledger,
            "DJANGO_SETTINGS_MODULE": "areasend.config.settings",
        },
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/areas", served)
        wait_for(f"{address}/areas?as-at=2021-03-31", served)

        # To all that the terminal knows as one, as it does.
        os.killpg(served.pid, signal.SIGINT)

        served.wait(timeout=_WITHIN)
        with socket.socket() as asked:
            assert asked.connect_ex(("127.0.0.1", port)) != 0
    finally:
        served.kill()
