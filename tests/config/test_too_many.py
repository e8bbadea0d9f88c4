"""Whoever asks too much is told when to return, each in their way."""

import json

from areasend.config.wsgi import _refusal, _wait


def test_an_address_may_ask_eight_times_and_is_then_told_how_long_to_wait():
    wait = _wait()

    assert [wait("one") for _ in range(8)] == [0] * 8
    assert 1 <= wait("one") <= 4
    assert wait("another") == 0


def test_all_together_may_ask_twelve_times():
    wait = _wait()

    assert [wait(str(number)) for number in range(12)] == [0] * 12
    assert 1 <= wait("late") <= 4


def test_a_program_is_told_by_a_problem_and_a_person_in_words():
    headers, body = _refusal("/api/v1/areas", 7)

    assert ("Content-Type", "application/problem+json") in headers
    assert ("Access-Control-Allow-Origin", "*") in headers
    assert json.loads(body)["detail"] == "Ask again in 7 seconds."
    assert json.loads(body)["status"] == 429
    assert b"Wait 7 seconds" in _refusal("/areas", 7)[1]
