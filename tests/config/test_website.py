"""The website as it is put together: one thread has the watch over it, and leaves it in time."""

from threading import Event

import pytest

from areasend.config.watch import Watch
from areasend.config.website import website
from tests.config.test_watch import LONG, beside, ended

_WITHIN = 30  # seconds


class Website:
    """A website of pages made here. Whoever asks with a query waits until it is let."""

    def __init__(self):
        self.begun, self.let = Event(), Event()
        self._served = website(self._page, state=lambda: "the same", watch=Watch(seconds=LONG))

    def ask(self, path, query=""):
        """Ask for a page, and read all of the answer as a server does."""
        about = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query}
        whose = {"HTTP_HOST": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": "192.0.2.1"}
        answer = self._served({**about, **whose}, lambda *_: None)
        list(answer)
        getattr(answer, "close", lambda: None)()

    def keep(self, path):
        """Have a page kept, and give it out in this thread, which has the watch from then on."""
        self.ask(path)
        self.ask(path)

    def _page(self, environ, start_response):
        if environ["QUERY_STRING"]:
            self.begun.set()
            self.let.wait(_WITHIN)
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", "6")])
        return [b"a page"]


@pytest.fixture
def pages():
    found = Website()
    yield found
    found.let.set()


def test_while_one_thread_gives_out_kept_pages_the_others_rest(pages):
    pages.keep("/a")

    other = beside(lambda: pages.ask("/a"))

    assert not ended(other, within=0.2)
    pages.ask("/one-that-must-be-made")
    assert ended(other)


def test_nobody_rests_while_the_one_on_watch_waits_for_a_turn(pages):
    pages.keep("/a")
    beside(lambda: pages.ask("/a", query="first"))
    assert pages.begun.wait(_WITHIN)
    other = beside(lambda: (pages.ask("/a"), pages.let.set()))

    pages.ask("/a", query="second")

    assert ended(other)
