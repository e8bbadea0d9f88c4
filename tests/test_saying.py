"""Every rule of what may be said has a test that holds it, and every promise a rule."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
RULES = range(1, 23)
_ROW = re.compile(r"\| (\d+) \| (.+?) \| ([\d, ]+) \| (.*?) \|")
_PROMISE = re.compile(r"(\d+)\. ")


def rows():
    lines = (DOCS / "saying-tested.md").read_text(encoding="utf-8").splitlines()
    return [found.groups() for line in lines if (found := _ROW.fullmatch(line))]


def named_in(path):
    return {one.name for one in ast.parse(path.read_text(encoding="utf-8")).body if is_test(one)}


def is_test(one):
    return isinstance(one, ast.FunctionDef) and one.name.startswith("test_")


def test_every_rule_stands_there_once_in_short():
    assert [int(number) for number, *_ in rows()] == list(RULES)
    assert all(len(short) < 130 for _, short, *_ in rows())


@pytest.mark.parametrize("held_by", [row[-1] for row in rows()], ids=lambda _: "")
def test_a_rule_names_tests_that_are_there(held_by):
    named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", held_by)

    assert named
    assert len(named) == held_by.count("`") / 2
    for path, name in named:
        assert name in named_in(TESTS / path), f"{path}::{name}"


def test_every_promise_comes_from_a_rule():
    promises = (DOCS / "saying.md").read_text(encoding="utf-8").splitlines()
    numbered = {int(found[1]) for line in promises if (found := _PROMISE.match(line))}
    kept = {int(one) for _, _, named, _ in rows() for one in named.split(",")}

    assert numbered
    assert kept == numbered
