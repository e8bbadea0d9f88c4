"""How servers are asked: slowly, and never one within our own network."""

import pytest

from areasend.visiting.asking import Asker, UnableToVisit
from areasend.visiting.hosts import NotAllowed, check
from areasend.visiting.sources import Manners
from tests.updating.published_sources import Published, publishing

PAGE = "/v1/file/50000010"


@pytest.fixture
def server():
    """A server with one page."""
    held = Published(contents={PAGE: b"a page"})
    with publishing(held):
        yield held


@pytest.fixture
def waits():
    """The seconds that were waited."""
    return []


@pytest.fixture
def asker(server, waits):
    """Asks that server, as if each wait were over at once."""
    manners = Manners(delay=5.0, seconds=2.0, most=1000, tries=3, loopback=True)
    host = server.base.removeprefix("http://")
    with Asker(manners, "keeper@example.org", [host], pause=waits.append) as one:
        yield one


def test_a_host_is_asked_again_only_after_a_delay(asker, server, waits):
    asker.ask(server.base + PAGE)
    asker.ask(server.base + PAGE)

    assert [round(wait) for wait in waits] == [5, 5]  # robots.txt came first


def test_a_host_that_asks_for_a_longer_delay_gets_it(asker, server, waits):
    server.robots = "User-agent: *\nCrawl-delay: 20\n"

    asker.ask(server.base + PAGE)

    assert [round(wait) for wait in waits] == [20]


def test_a_server_that_says_when_to_come_again_is_obeyed(asker, server, waits):
    server.before[PAGE] = [(429, {"Retry-After": "37"}, b"")]

    assert asker.ask(server.base + PAGE).content == b"a page"
    assert 37 in waits


def test_a_server_that_asks_to_come_much_later_is_left_alone(asker, server):
    server.before[PAGE] = [(503, {"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"}, b"")]

    with pytest.raises(UnableToVisit, match="much later"):
        asker.ask(server.base + PAGE)
    assert server.statuses()[503] == 1


def test_where_robots_txt_fails_nothing_is_asked(asker, server):
    server.before["/robots.txt"] = [(500, {}, b"")] * 3

    with pytest.raises(UnableToVisit, match=r"robots\.txt gave nothing"):
        asker.ask(server.base + PAGE)
    assert server.fetched() == []


def test_what_comes_packed_though_nobody_asked_for_it_is_refused(asker, server):
    server.before[PAGE] = [(200, {"Content-Encoding": "gzip"}, b"\x1f\x8b")]

    with pytest.raises(UnableToVisit, match="packed"):
        asker.ask(server.base + PAGE)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://www.gov.uk/", "HTTPS"),
        ("ftp://www.gov.uk/", "HTTPS"),
        ("https://www.gov.uk.example.org/", "none of the source's"),
        ("https://keeper@www.gov.uk/", "none of the source's"),
        ("https://www.gov.uk:8443/", "none of the source's"),
        ("https:///report.pdf", "no host"),
        ("https://127.0.0.1/", "private network"),
        ("https://10.1.2.3/", "private network"),
        ("https://169.254.169.254/", "private network"),
        ("https://[::1]/", "private network"),
        ("https://[fd00::1]/", "private network"),
        ("https://[", "no address"),
    ],
)
def test_what_may_not_be_asked_is_refused(address, why):
    inside = ["127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "[fd00::1]"]

    with pytest.raises(NotAllowed, match=why):
        check(address, hosts=["www.gov.uk", *inside], loopback=False)


def test_this_machine_may_be_asked_where_the_list_says_so_and_no_other_inside():
    check("http://127.0.0.1:8000/", hosts=["127.0.0.1:8000"], loopback=True)

    with pytest.raises(NotAllowed, match="private network"):
        check("http://10.1.2.3/", hosts=["10.1.2.3"], loopback=True)
