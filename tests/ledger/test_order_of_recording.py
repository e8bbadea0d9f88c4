"""In whatever order things are recorded and put right, an area's history comes out the same."""

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.history import History, read
from areasend.domain.objections import objections
from areasend.ledger import releases
from tests.domain.building import AREA
from tests.domain.imagining import events
from tests.ledger.deeds import END_OF_TIME, NOW, release, tell, withdraw
from tests.searching import few

NOTHING = History(AREA)
MOST = 5  # things told of


def is_taken(event):
    return not objections(NOTHING, event, today=NOW.date())


#: What is told of one thing, from the first telling to the last correction; and whether it is
#: withdrawn in the end.
things = st.tuples(
    st.lists(events(inspections=("",)).filter(is_taken), min_size=1, max_size=3), st.booleans()
)


def tellings(told):
    """Return a person's deeds for each thing, each a function of the number it corrects."""
    for events_of_it, is_withdrawn in told:
        deeds = [lambda number, event=event: say(event, number) for event in events_of_it]
        yield deeds + ([take_back] if is_withdrawn else [])


def say(event, number):
    return tell(event, corrects=number, reason="It was misread.") if number else tell(event)


def take_back(number):
    withdrawal = withdraw(number)
    release(withdrawal)
    return withdrawal


def history_after(order, told):
    """Do the deeds in an order of things, in a ledger that is then thrown away."""
    waiting, numbers = [iter(deeds) for deeds in tellings(told)], {}
    with transaction.atomic():
        for thing in order:
            numbers[thing] = next(waiting[thing])(numbers.get(thing))
        history = releases.histories(known_at=END_OF_TIME)[AREA]
        transaction.set_rollback(True)
    return history


@pytest.mark.slow
@pytest.mark.django_db
@few(8, deep=400)
@given(
    told=st.lists(things, max_size=MOST, unique_by=lambda thing: thing[0][-1].on),
    chance=st.randoms(),
)
def test_histories_do_not_depend_on_the_order_of_recording_and_correcting(told, chance):
    order = [place for place, deeds in enumerate(tellings(told)) for _ in deeds]
    stood = [events_of_it[-1] for events_of_it, is_withdrawn in told if not is_withdrawn]

    for recorded in (order, chance.sample(order, k=len(order))):
        assert history_after(recorded, told) == read(AREA, stood)
