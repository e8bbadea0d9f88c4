"""The file of roles is read strictly: what it does not say plainly, nobody may do."""

import copy

import pytest

from areasend.people.deeds import Deed, UnableToReadRoles, read, roles, sentences

GOOD = {
    "deeds": {deed.value: f"What {deed} is." for deed in Deed},
    "roles": {"everything": {"says": "Does it all.", "may": [deed.value for deed in Deed]}},
}


def without_a_sentence(told):
    told["deeds"]["check"] = ""


def with_an_unknown_deed(told):
    told["deeds"]["publish"] = "Publish."


def with_a_role_of_an_unknown_deed(told):
    told["roles"]["everything"]["may"].append("publish")


def with_a_role_of_no_deed(told):
    told["roles"]["idler"] = {"says": "Does nothing.", "may": []}


def with_a_role_that_says_nothing(told):
    del told["roles"]["everything"]["says"]


def with_a_deed_that_nobody_may(told):
    told["roles"]["everything"]["may"].remove("audit")


def with_a_word_too_many(told):
    told["roles"]["everything"]["also"] = "everything"


def with_another_part(told):
    told["people"] = {}


@pytest.mark.parametrize(
    "spoiled",
    [
        without_a_sentence,
        with_an_unknown_deed,
        with_a_role_of_an_unknown_deed,
        with_a_role_of_no_deed,
        with_a_role_that_says_nothing,
        with_a_deed_that_nobody_may,
        with_a_word_too_many,
        with_another_part,
    ],
)
def test_a_file_that_is_not_plain_is_refused(spoiled):
    told = copy.deepcopy(GOOD)
    spoiled(told)

    with pytest.raises(UnableToReadRoles):
        read(told)


def test_a_plain_file_is_read():
    assert read(GOOD)["everything"].may == set(Deed)


def test_ours_is_plain_and_every_deed_has_its_sentence():
    assert set(roles()) == {"reader", "moderator", "auditor"}
    assert set(sentences()) == set(Deed)


def test_who_checks_is_by_no_role_alone_also_who_takes_the_second_look():
    assert not any({Deed.CHECK, Deed.MODERATE} <= role.may for role in roles().values())
