"""No answer is left out of what is proved of all of them, nor depends on who came first."""

import pkgutil
from importlib import import_module
from inspect import isfunction, signature

from hypothesis import given
from hypothesis import strategies as st

from areasend import answers
from tests.answers.every_answer import (
    ANSWERS,
    OF_LATER_DAYS,
    OF_THE_BUILD,
    OF_THE_CHAIN,
    PARTS,
    ask,
)
from tests.asking import DAYS, asked
from tests.domain.imagining import arriving_otherwise
from tests.searching import few

DIALS = {"asked", "as_at", "known_at"}


def asked_as_at_a_day():
    """Yield every public function of the answers that takes one of the two days."""
    for module in pkgutil.walk_packages(answers.__path__, f"{answers.__name__}."):
        for name, one in vars(import_module(module.name)).items():
            own = isfunction(one) and one.__module__ == module.name
            if own and not name.startswith("_") and DIALS & signature(one).parameters.keys():
                yield f"{module.name.removeprefix('areasend.answers.')}.{name}"


def test_every_answer_is_in_the_table():
    """Whoever adds an answer adds a line to `every_answer`, and all that follows is asked of it."""
    assert set(asked_as_at_a_day()) == (
        ANSWERS.keys() | PARTS.keys() | OF_LATER_DAYS | OF_THE_CHAIN.keys()
    )
    assert set(PARTS.values()) <= ANSWERS.keys()


def test_the_table_asks_every_answer_something_that_the_ledger_decides(told, let_answers_read):
    let_answers_read(told)
    known = ask(asked(), ["dudley"])
    let_answers_read({})
    unknown = ask(asked(), ["dudley"])

    assert {name for name in ANSWERS if known[name] == unknown[name]} == OF_THE_BUILD


@few(2, deep=200)
@given(chance=st.randoms(), day=st.sampled_from(DAYS))
def test_no_answer_depends_on_the_order_of_arrival(chance, day, told, let_answers_read):
    some = {area: told[area] for area in ("cumbria", "dudley", "kent", "birmingham")}
    let_answers_read(some)
    in_turn = ask(asked(day), sorted(some))
    let_answers_read({area: arriving_otherwise(one, chance) for area, one in some.items()})

    assert ask(asked(day), sorted(some)) == in_turn
