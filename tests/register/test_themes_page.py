"""The page of themes: what each means, who gave them, and figures under their own names."""

from dataclasses import replace

import pytest
from django.test import Client

from areasend.answers.recoding import agreement
from areasend.answers.themes import themes_answer
from areasend.domain.points import Point
from areasend.register import asking
from areasend.register.views import reference
from tests.answers.test_themes_that_return import inspected_twice
from tests.ledger.deeds import LATER
from tests.register.reading_pages import Page


def shown(site, address="/themes"):
    return Page(site.get(address).content.decode())


def test_each_theme_has_a_place_to_point_to_and_its_examples(site):
    page = shown(site)

    for theme in themes_answer().themes:
        assert theme.code.lower().replace("_", "-") in page.ids
        assert all(words in page.words for words in (theme.says, *theme.examples))


def test_agreement_with_the_machine_is_not_called_agreement_of_people(site):
    words = shown(site).words

    assert "We do not know. One person alone labelled the 154 weaknesses" in words
    assert "agreement of the machine with the one person who labelled" in words
    assert f"macro-F1 {themes_answer().machine.main.value:.2f} (95% interval" in words


def test_where_two_people_have_labelled_their_agreement_is_shown(site, monkeypatch):
    first = {"a/2016/1/w1": frozenset({"LO"}), "a/2016/1/w2": frozenset({"JC"})}
    again = [
        {"weakness": name, "coder": "2", "labelled_on": "2027-01-05", "themes": " ".join(codes)}
        for name, codes in first.items()
    ]
    answer = replace(themes_answer(), people=agreement(first, again))
    monkeypatch.setattr(reference, "themes_answer", lambda: answer)

    words = shown(site).words

    assert "2 people labelled 2 of the 2 weaknesses" in words
    assert "Krippendorff’s alpha is 1.00" in words
    assert "We do not know" not in words


def test_the_list_is_found_from_the_glossary_and_from_an_area(site):
    assert "/themes" in shown(site, "/glossary").links
    assert "/themes" in shown(site, "/areas/bury").links


@pytest.mark.django_db
def test_a_theme_that_returns_leads_to_the_points_that_have_it(monkeypatch):
    monkeypatch.setattr(asking, "now", lambda: LATER)
    inspected_twice(Point(number="i1", words="Keep the list up to date.", themes=("LO",)))
    reader = Client(headers={"host": "localhost"})

    answer = reader.get("/areas/dudley", {"as-at": "2024-12-31"})
    page = Page(answer.content.decode())

    assert "That is our match, not the inspectors’" in page.words
    assert "The local offer: weakness 1, inspected in March 2019" in page.words
    assert {"#dudley-2016-1-w1", "#dudley-2023-1-i1"} <= set(page.links)
    assert {"dudley-2016-1-w1", "dudley-2023-1-i1"} <= set(page.ids)
