"""The benchmarks run, and their table says what was measured. Nothing here asks how fast."""

import re
import subprocess
import sys

import pytest

from benchmarks.rounds import medians
from benchmarks.table import Line, time, times_as_fast, times_as_long, under


@pytest.mark.slow
def test_every_benchmark_runs_and_one_table_says_all_that_was_asked():
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    asked = {what: line for what in ASKED for line in lines if re.match(what, line)}

    assert re.split(r"  +", lines[0]) == [
        "What",
        "Ours",
        "Rival",
        "Theirs",
        "We are",
        "Asked",
        "Met?",
    ]
    assert asked.keys() == ASKED.keys()
    assert [what for what, line in asked.items() if ASKED[what] not in line] == []
    assert all(re.search(r"(met|short by [\d,]+%|reported|not run)$", line) for line in lines[2:])


#: How a line begins, and what was asked.
ASKED = {
    r"1,\d+ events read, every deadline": "under 0.1 s",
    r"an event, with \d+ copies of every area": "at most 1.2 times as long",
    r"70 working days .* a walk asking holidays": "at least 50 times as fast",
    r"70 working days .* numpy\.busday_offset": "faster",
    r"2 working days .* a walk asking holidays": "reported",
    r"areasend area Dudley": "under 0.5 s",
    r"every download, \d+ files": "under 20 s",
    r"memory of a process that builds them": "at most 300 MB",
    r"an event in every download, with \d+ copies of every area": "at most 1 times as long",
    r"an entry, chained and committed, on SQLite": "reported",
    r"an entry, chained and committed, on PostgreSQL": "at most 2 times as long",
    r"a whole postcode  .* unpacking": "under 5 ms",
    r"the index on disk": "at most 100 MB",
    r"digests for 200 subscribers composed on SQLite": "under 300 s",
    r"the same and each mailed, by 4 workers of whom 1 are killed, on SQLite": "under 300 s",
    r"digests for 200 subscribers composed on PostgreSQL": "under 300 s",
    r"the same and each mailed, by 4 workers of whom 1 are killed, on PostgreSQL": "under 300 s",
    r"memory of a process that asks": "at most 150 MB",
    r"an area's page, cold": "under 0.1 s",
    r"an area's page, warm: .* a second|the website: .* is not installed": "",
    r"the list of \d+ areas as JSON over HTTP  .* Datasette": "at least 3 times as fast",
    r"that the list has not changed .* the list, kept": "faster",
    r"that the list has not changed .* the list, worked out": "at least 5 times as fast",
}


def test_rivals_take_turns_and_each_has_its_median():
    done = []
    times = {"ours": iter([3.0, 1.0, 2.0]), "theirs": iter([7.0, 9.0, 8.0])}

    def deed(name):
        done.append(name)
        return next(times[name])

    found = medians([lambda: deed("ours"), lambda: deed("theirs")], rounds=3)

    assert found == [2.0, 8.0]
    assert done == ["ours", "theirs"] * 3


@pytest.mark.parametrize(
    ("asked", "ours", "theirs", "verdict"),
    [
        (None, 1.0, None, "reported"),
        (under(0.5), 0.4, None, "met"),
        (under(0.5), 0.75, 9.0, "short by 50%"),
        (times_as_fast(50), 1.0, 60.0, "met"),
        (times_as_fast(50), 1.0, 25.0, "short by 100%"),
        (times_as_fast(1), 1.0, 1.5, "met"),
        (times_as_fast(1), 1.5, 1.0, "short by 50%"),
        (times_as_long(2), 1.9, 1.0, "met"),
        (times_as_long(2), 3.0, 1.0, "short by 50%"),
        (under(0.5), None, None, "not run"),
    ],
)
def test_a_verdict_is_by_how_much_of_what_was_asked_we_fall_short(asked, ours, theirs, verdict):
    assert Line(what="", ours=ours, theirs=theirs, asked=asked).verdict == verdict


def test_a_ratio_says_who_was_faster():
    assert Line(what="", ours=1.0, theirs=170.0).ratio == "170 times as fast"
    assert Line(what="", ours=3.0, theirs=2.0).ratio == "1.5 times as long"
    assert Line(what="", ours=3.0).ratio == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1.5, "1.5 s"), (0.465, "0.465 s"), (0.045, "45 ms"), (4.3e-7, "0.43 µs"), (4e-8, "40 ns")],
)
def test_a_time_is_given_in_the_unit_that_suits_it(seconds, words):
    assert time(seconds) == words
