"""Whoever asks too much is told when to return, each in their way, and nobody for another."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from areasend.config.late import late
from areasend.config.turns import Turns, allowance, refusal


def test_an_address_may_ask_eight_times_and_is_then_told_how_long_to_wait():
    wait = allowance()

    assert [wait("one", "/areas") for _ in range(8)] == [0] * 8
    assert 1 <= wait("one", "/areas") <= 4


def test_however_many_ask_another_may_too():
    wait = allowance()
    for number in range(200):
        wait(str(number % 20), "/areas")

    assert wait("late", "/areas") == 0


def test_who_asked_too_much_may_still_find_their_area():
    wait = allowance()
    for _ in range(20):
        wait("one", "/areas")

    assert wait("one", "/find") == 0
    assert wait("one", "/alerts/yours/x") == 0


def test_one_works_at_a_time_two_wait_and_the_fourth_is_refused():
    turns, refused, at_work, most = Turns(seconds=30), Event(), [], []

    def ask(_number):
        with turns.taken() as mine:
            if not mine:
                refused.set()
                return
            at_work.append(1)
            most.append(len(at_work))
            assert refused.wait(timeout=30)
            at_work.pop()

    with ThreadPoolExecutor(4) as four:
        list(four.map(ask, range(4)))

    assert most == [1, 1, 1]


def test_who_waited_in_vain_is_refused():
    turns = Turns(seconds=0.01)

    with turns.taken() as first, turns.taken() as second:
        assert (first, second) == (True, False)
    with turns.taken() as again:
        assert again


def test_a_fault_at_work_ends_the_turn():
    turns = Turns(seconds=0.01)
    for _ in range(5):
        with pytest.raises(KeyError):
            _fail(turns)


def _fail(turns):
    with turns.taken() as mine:
        assert mine
        {}["a fault"]


def test_a_program_is_told_by_a_problem_and_a_person_in_words():
    headers, body = refusal("/api/v1/areas", 7)

    assert ("Content-Type", "application/problem+json") in headers
    assert ("Access-Control-Allow-Origin", "*") in headers
    assert dict(headers)["Access-Control-Expose-Headers"] == "ETag, Retry-After"
    assert json.loads(body)["detail"] == "Ask again in 7 seconds."
    assert json.loads(body)["status"] == 429
    assert b"Wait 7 seconds" in refusal("/areas", 7)[1]


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/areas", "text/plain; charset=utf-8", b"Try again in a minute."),
        ("/api/v1/areas", "application/problem+json", b"Ask again in 60 seconds."),
    ],
)
def test_whoever_waited_too_long_is_told_when_to_ask_again(path, kind, words):
    told = {}

    def start_response(status, headers):
        told.update({"status": status, **dict(headers)})

    body = b"".join(late({"PATH_INFO": path}, start_response))

    assert words in body
    assert told["status"] == "503 Service Unavailable"
    assert (told["Content-Type"], told["Retry-After"]) == (kind, "60")
    assert told["Cache-Control"] == "no-store"
