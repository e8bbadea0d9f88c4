"""One thread has the watch, the others rest, and nobody rests while it is left."""

from threading import Event, Thread

import pytest

from areasend.config.watch import Watch

#: Far longer than a test waits.
LONG, _WITHIN = 600, 30


@pytest.fixture
def watch():
    return Watch(seconds=LONG)


def page(_environ, start_response):
    start_response("200 OK", [])
    return [b"a page"]


def ask(application):
    return application({}, lambda *_: None)


def beside(deed):
    """Do something in a thread of its own, and return the thread."""
    thread = Thread(target=deed, daemon=True)
    thread.start()
    return thread


def ended(thread, within=_WITHIN):
    thread.join(timeout=within)
    return not thread.is_alive()


def read(answer):
    found = b"".join(answer)
    getattr(answer, "close", lambda: None)()
    return found


def test_the_one_on_watch_answers_without_more_ado(watch):
    application = watch.over(page)

    assert ask(application) == ask(application) == [b"a page"]


def test_another_answers_too_and_then_rests_until_the_watch_is_left(watch):
    application, answers = watch.over(page), []
    ask(application)

    other = beside(lambda: answers.append(read(ask(application))))

    assert not ended(other, within=0.2)
    watch.leaving(list)()
    assert ended(other)
    assert answers == [b"a page"]


def test_who_is_beside_it_leaves_nothing(watch):
    application, slow = watch.over(page), watch.leaving(list)
    ask(application)
    other = beside(lambda: read(ask(application)))

    assert ended(beside(slow))
    assert not ended(other, within=0.2)
    slow()
    assert ended(other)


def test_nobody_rests_while_the_watch_is_left(watch):
    left = watch.leaving(lambda: "worked out")
    application = watch.over(lambda *_: [left().encode()])
    ask(application)

    assert ended(beside(lambda: read(ask(application))))


def test_a_watch_that_is_not_kept_goes_to_whoever_answers_next():
    application, answers = Watch(seconds=0).over(page), []
    ask(application)

    assert ended(beside(lambda: answers.append(ask(application))))
    assert answers == [[b"a page"]]


def test_an_answer_beside_the_watch_is_closed_before_its_thread_rests(watch):
    closed = Event()
    application = watch.over(lambda *_: Answer(closed))
    ask(application)

    other = beside(lambda: read(ask(application)))

    assert closed.wait(_WITHIN)
    watch.leaving(list)()
    assert ended(other)


class Answer(list):
    """An answer of nothing that says when it is closed."""

    def __init__(self, closed):
        self.close = closed.set
