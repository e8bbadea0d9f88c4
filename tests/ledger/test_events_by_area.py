"""Events by area, read from their texts once, whoever asks for them first."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from areasend.ledger import statements
from areasend.ledger.by_area import ByArea
from areasend.ledger.rows import Row
from areasend.ledger.statements import Told
from tests.builders import build_step

DAYS = ("2024-01-08", "2024-02-05", "2024-03-04")


def held():
    texts = [statements.write(Told(event=build_step(day, area="dudley"))) for day in DAYS]
    rows = [Row(at, "", None, "dudley", text) for at, text in enumerate(texts, start=7)]
    return ByArea({"dudley": rows, "kent": []})


def test_they_come_in_the_order_of_the_chain_each_with_its_number():
    found = held()

    assert [str(one.on) for one in found["dudley"]] == [
        "8 January 2024",
        "5 February 2024",
        "4 March 2024",
    ]
    assert list(found.numbered("dudley")) == [7, 8, 9]
    assert found["kent"] == ()


def test_they_are_the_same_however_often_they_are_asked_for():
    found = held()

    assert found["dudley"] is found["dudley"]
    assert tuple(found.numbered("dudley").values()) == found["dudley"]


def test_whoever_asks_while_another_reads_has_them_all():
    found = held()
    with ThreadPoolExecutor(8) as asking:
        told = list(asking.map(lambda _: found["dudley"], range(64)))

    assert {len(one) for one in told} == {3}


def test_an_area_that_nobody_knows_has_none():
    with pytest.raises(KeyError):
        held()["nowhere"]
