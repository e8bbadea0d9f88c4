"""Sealing, finding again and signing, all from one secret, which can be replaced."""

import pytest

from areasend.post import keys

OLD, NEW = "the old secret of forty characters .....", "the new secret of forty characters ....."


def test_what_is_sealed_shows_nothing_and_opens_again():
    sealed = keys.seal("reader@example.org")

    assert "reader" not in sealed
    assert keys.seal("reader@example.org") != sealed
    assert keys.unseal(sealed) == "reader@example.org"


def test_an_address_is_found_whatever_its_capitals_and_not_without_the_secret(settings):
    found = keys.lookups("Reader@Example.org")
    assert found == keys.lookups("reader@example.org")

    settings.MAIL_KEY = NEW
    assert keys.lookups("reader@example.org") != found


def test_a_new_secret_before_the_old_still_opens_what_the_old_one_sealed_and_signed(settings):
    settings.MAIL_KEY = OLD
    sealed, link, found = keys.seal("a@example.org"), keys.sign("x", 1), keys.lookups("a@b.org")

    settings.MAIL_KEY = f"{NEW},{OLD}"

    assert keys.unseal(sealed) == "a@example.org"
    assert keys.read("x", link) == 1
    assert keys.lookups("a@b.org")[1:] == found


def test_a_link_is_for_one_purpose_and_a_time_and_whole():
    link = keys.sign("confirm", ["a"])

    assert keys.read("confirm", link, seconds=60) == ["a"]
    for what, signed, seconds in (
        ("yours", link, None),
        ("confirm", link[:-1], None),
        ("confirm", "", None),
        ("confirm", "é", None),
        ("confirm", link, -1),
    ):
        with pytest.raises(keys.NotOurs):
            keys.read(what, signed, seconds=seconds)


@pytest.mark.parametrize("secret", ["", "short", f"{OLD},short"])
def test_without_a_good_secret_nothing_is_sealed(settings, secret):
    settings.MAIL_KEY = secret

    with pytest.raises(keys.NoKey, match="AREASEND_MAIL_KEY"):
        keys.seal("reader@example.org")
