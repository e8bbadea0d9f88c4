"""What lasts is looked through for garbage once, and garbage is still found."""

import gc
import weakref

import pytest

from areasend.config import lasting


@pytest.fixture(autouse=True)
def spared():
    before = list(gc.callbacks)
    lasting.spare()
    yield
    gc.callbacks[:] = before
    gc.unfreeze()


class Ring:
    """Something that refers to itself, so that only the collector can free it."""

    def __init__(self):
        self.itself = self


def test_what_outlived_a_whole_collection_is_not_looked_at_again():
    lasts = Ring()
    gc.collect()

    assert not any(one is lasts for one in gc.get_objects())


def test_garbage_that_came_later_is_freed():
    gc.collect()
    garbage = weakref.ref(Ring())

    gc.collect()

    assert garbage() is None


def test_to_ask_twice_is_to_ask_once():
    before = list(gc.callbacks)

    lasting.spare()

    assert gc.callbacks == before
