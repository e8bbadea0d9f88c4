"""Finding one's area from the first page: a parent's first minute."""

import logging

import pytest
from django.conf import settings

pytestmark = pytest.mark.usefixtures("postcodes")


def typed(site, words):
    return site.post("/find", {"where": words})


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("DY1 1HF", "dudley"),
        ("dy11hf", "dudley"),
        ("Dudley", "dudley"),
        ("TR21 0LW", "isles-of-scilly"),
    ],
)
def test_a_whole_postcode_or_a_name_leads_to_the_area(site, words, slug):
    answer = typed(site, words)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/areas/{slug}")


def test_a_town_is_named_with_its_area_before_anyone_is_led_there(site):
    answer = typed(site, "Kendal")
    words = answer.content.decode()

    assert answer.status_code == 200
    assert "Kendal is in Westmorland and Furness." in words
    assert 'href="/areas/westmorland-and-furness"' in words
    assert "type its postcode" in words


def test_the_beginning_of_a_postcode_across_a_border_offers_the_choice(site):
    words = typed(site, "B63").content.decode()

    assert 'href="/areas/dudley"' in words
    assert "postcodes that begin so" in words


@pytest.mark.parametrize(("words", "told"), [("CF10 1EP", "Estyn"), ("EH1 1YZ", "Scotland")])
def test_elsewhere_in_the_kingdom_gets_a_kind_explanation(site, words, told):
    answer = typed(site, words)

    assert answer.status_code == 200
    assert told in answer.content.decode()


@pytest.mark.parametrize(
    "words", ["", " ", "Atlantis", "<b>x", "'; DROP TABLE entry;", "x" * 5000, "\x00"]
)
def test_anything_else_is_answered_in_a_sentence(site, words):
    answer = typed(site, words)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Type a postcode, or the name of a council" in page
    assert "<b>x" not in page


def test_what_was_typed_is_neither_logged_nor_kept_nor_given_back(site, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = typed(site, "EH1 1YZ")

    assert "EH1" not in caplog.text
    assert "EH1" not in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_without_the_index_names_still_work(site, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "POSTCODES", tmp_path / "none")

    assert typed(site, "Dudley").status_code == 302
    assert "Postcodes are not set up" in typed(site, "DY1 1HF").content.decode()
