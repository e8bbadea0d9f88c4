"""Questions are worked out by another process, which nobody waits for and nobody misses."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import Pipe

import pytest
from django.test import Client

from areasend.config import aside as beside
from areasend.config.aside import Aside, worked_out

#: A page of words alone: nothing is asked of a database.
PAGE = "/report/received"
_WITHIN = 60  # seconds
_AT_MOST = 19  # as far as any process can yield


@pytest.fixture(scope="module")
def aside():
    found = Aside(here, late=late)
    yield found
    found.end()


def here(_environ, start_response):
    start_response("200 OK", [])
    return [b"worked out here"]


def late(_environ, start_response):
    start_response("503 Service Unavailable", [])
    return [b"too late"]


def ask(application):
    about = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": PAGE, "QUERY_STRING": "a=b"}
    server = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1"}
    # What a server tells of itself cannot be told to another process.
    own = {"wsgi.url_scheme": "http", "wsgi.input": sys.stdin, "wsgi.file_wrapper": lambda: None}
    told = {}

    def start_response(status, headers):
        told.update(status=status, headers={name for name, _ in headers})

    answer = application({**about, **server, **own, "HTTP_HOST": "localhost"}, start_response)
    return {**told, "body": b"".join(answer)}


def ready(aside):
    give_up = time.monotonic() + _WITHIN
    while aside.process is None and time.monotonic() < give_up:
        ask(aside)
        time.sleep(0.05)
    return aside.process


def is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_the_other_process_answers_as_this_one_would(aside):
    assert ready(aside)

    other, this = ask(aside), Client().get(PAGE + "?a=b", headers={"host": "localhost"})

    assert other["status"] == "200 OK"
    assert other["body"] == this.content
    assert other["headers"] == set(this.headers)


def test_it_yields_the_processor_to_this_one(aside):
    process = ready(aside)

    assert os.getpriority(os.PRIO_PROCESS, process) > os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.slow
def test_it_yields_before_it_reads_the_code_of_the_website():
    first, theirs = Pipe()
    with first, theirs:
        started = subprocess.run(
            (sys.executable, "-m", beside.__name__, str(theirs.fileno())),
            # Settings that end with how far the process yields that reads them.
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.config.how_far"},
            pass_fds=[theirs.fileno()],
            check=False,
        )

    assert started.returncode == min(_AT_MOST, os.nice(0) + beside._YIELDS)


def test_who_asks_while_it_starts_is_answered_here():
    starting = Aside(here, late=late)

    assert ask(starting)["body"] == b"worked out here"
    assert starting.process is None

    starting.end()


@pytest.mark.slow
def test_when_it_is_lost_the_question_is_answered_here_and_another_starts(aside):
    first = ready(aside)
    os.kill(first, signal.SIGKILL)

    assert ask(aside)["body"] == b"worked out here"
    assert ready(aside) not in (None, first)


@pytest.mark.slow
def test_what_takes_it_too_long_is_worked_out_by_nobody(monkeypatch, aside):
    other = ready(aside)
    os.kill(other, signal.SIGSTOP)
    monkeypatch.setattr(beside, "_PATIENCE", 0.1)

    assert ask(aside)["status"] == "503 Service Unavailable"
    assert not is_there(other)


@pytest.mark.parametrize("headers", [[("Content-Length", "3000000")], []])
def test_what_is_long_or_of_unknown_length_is_not_handed_over(headers):
    def application(_environ, start_response):
        start_response("200 OK", headers)
        return (pytest.fail("It was read.") for _ in "once")

    assert worked_out(application, {}) is None


@pytest.mark.slow
def test_it_ends_with_this_process_however_this_one_ends():
    words = (sys.executable, "-c", _KILLED_WHEN_READY)
    told = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)

    other = int(told.stdout)
    give_up = time.monotonic() + _WITHIN
    while is_there(other) and time.monotonic() < give_up:
        time.sleep(0.05)
    assert told.returncode == -signal.SIGKILL
    assert not is_there(other)


_KILLED_WHEN_READY = """
import os, signal
from areasend.config.aside import Aside
from tests.config.test_aside import here, late, ready

print(ready(Aside(here, late=late)), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
