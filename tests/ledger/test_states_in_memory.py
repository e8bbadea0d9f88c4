"""Each state of the public chain is decoded and folded once, and never mistaken for another."""

import pytest

from areasend.ledger import releases
from areasend.ledger.rows import ENTRIES, insert
from tests.asking import KNOWN
from tests.builders import build_step
from tests.ledger.deeds import tell

pytestmark = pytest.mark.django_db


def test_one_state_is_folded_once_and_the_next_anew():
    tell(build_step(area="kent"))
    first = releases.histories(known_at=KNOWN)
    again = releases.histories(known_at=KNOWN)
    tell(build_step(area="kent", words="Another."))
    after = releases.histories(known_at=KNOWN)

    assert first is again
    assert (first == after) is False
    assert (first == dict(first)) is False


def test_to_add_no_rows_is_to_do_nothing():
    insert(ENTRIES, [])

    assert ENTRIES.links.count() == 0
