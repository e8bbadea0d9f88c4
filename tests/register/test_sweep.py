"""The sweep sees what it is to see: a link to nowhere, a place that is gone, a second heading."""

import pytest

from tests.register.sweep import Sweep, _headless, addresses, follow, read


@pytest.mark.usefixtures("record_in_place")
def test_it_follows_each_link_to_its_place():
    sweep = Sweep()
    links = ("/areas/dudley#next", "/areas/dudley#gone", "/areas/nowhere", "mailto:a@b", "#top")
    sweep.pages["/"] = "".join(f'<a href="{link}">x</a>' for link in links)

    follow(sweep)

    assert [fault for _, _, fault in sweep.found] == [
        "leads to mailto:a@b",
        "leads to /areas/dudley#gone, of which the place is not there",
        "leads to /areas/nowhere, which is not there",
        "leads to /#top, of which the place is not there",
    ]


@pytest.mark.usefixtures("record_in_place")
def test_it_says_how_many_pages_it_tried_and_what_it_found():
    sweep = Sweep()

    read(sweep, ["/areas/dudley", "/areas/nowhere"])

    assert sweep.tried["Answered, without a cookie"] == 2
    assert ("Answered, without a cookie", "/areas/nowhere", "answers 404") in sweep.found
    assert "No small number" in sweep.table


def test_it_counts_headings():
    assert list(_headless("<title>One – areasend</title><h1>One</h1>")) == []
    assert len(list(_headless("<h1>One</h1><h1>Two</h1>"))) == 2


@pytest.mark.usefixtures("record_in_place")
def test_it_walks_every_kind_of_address():
    every = addresses()

    assert len(every) == len(set(every)) > 600
    assert {"/", "/areas/dudley", "/areas?sort=next", "/statistics/inspected.csv"} <= set(every)
