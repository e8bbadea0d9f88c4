"""Addresses as they are typed: taken, or refused with a reason; never mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.post.addresses import NotAnAddress, read_address, without_addresses


@pytest.mark.parametrize(
    "typed", ["reader@example.org", "  a.b+c@sub.example.co.uk ", "o'brien@example.org"]
)
def test_an_address_is_taken_as_it_was_typed(typed):
    assert read_address(typed) == typed.strip()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Enter your e-mail address"),
        ("   ", "Enter your e-mail address"),
        ("reader", "one e-mail address"),
        ("reader@", "one e-mail address"),
        ("a@example.org,b@example.org", "one e-mail address"),
        ("a@example.org b@example.org", "one e-mail address"),
        ("Reader <a@example.org>", "one e-mail address"),
        ("a@example.org\nBcc: b@example.org", "in one line"),
        ("a@example.org\r\n\r\nwords", "in one line"),
        ("a@example.org\n", "in one line"),
        ("a\0@example.org", "in one line"),
        ("a\u2028@example.org", "in one line"),
        ("a\u202e@example.org", "in one line"),
        ("ä@example.org", "plain letters"),
        ("a@exämple.org", "plain letters"),
        ("a" * 250 + "@example.org", "at most 254"),
        ("a@[127.0.0.1]", "public domain"),
        ("a@[IPv6:::1]", "public domain|one e-mail"),
        ("a@localhost", "one e-mail address"),
        ("a@mail", "one e-mail address"),
        ("a@127.0.0.1", "public domain|one e-mail"),
        ("a@printer.local", "public domain"),
        ("a@db.internal", "public domain"),
        ("a@mail.localhost", "public domain"),
    ],
)
def test_what_is_no_address_is_refused_with_its_reason(typed, why):
    with pytest.raises(NotAnAddress, match=why):
        read_address(typed)


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_an_address_in_one_line_or_a_reason(typed):
    try:
        found = read_address(typed)
    except NotAnAddress:
        return
    assert found.isascii()
    assert found.isprintable()
    assert found.count("@") == 1


@given(st.text(max_size=60), st.emails(), st.text(max_size=60))
def test_no_address_is_left_in_what_a_server_said(before, address, after):
    said = without_addresses(f"{before} <{address}> {after}")

    assert "@" not in said
    assert "(address)" in said
    assert len(said) <= 300
