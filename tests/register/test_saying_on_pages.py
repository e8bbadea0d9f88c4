"""What docs/saying.md promises, on the pages of a whole published copy."""

import re

import pytest

from areasend.domain.measures import MEASURES
from tests.register.lookout import words_of
from tests.register.reading_pages import Page

pytestmark = pytest.mark.slow
SINCE_2023 = [
    name
    for name in MEASURES
    if re.search(r"positive|inconsistent|failings|priority|since-2023|2023", name)
]


def shown(pages, path):
    return Page(pages[f"{path}/index.html".lstrip("/")])


def test_the_first_page_says_why_nothing_is_called_late(pages):
    words = shown(pages, "").words

    assert "Why nothing is called late" in words
    assert "our list of plans is incomplete" in words


def test_the_page_of_coverage_says_to_which_day_we_hold_what(pages):
    words = shown(pages, "coverage").words

    for kind, day in (
        ("Inspection begun", "About 2 February 2026"),
        ("Inspection report", "29 June 2026"),
        ("Re-visit begun", "31 August 2022"),
        ("Re-visit letter", "31 October 2022"),
        ("Improvement notice, direction or commissioner", "Only as found"),
    ):
        assert f"{kind} {day}" in words


@pytest.mark.parametrize("name", MEASURES)
def test_a_figure_is_out_of_another_with_its_counting_rule_and_its_names(pages, name):
    page = shown(pages, f"statistics/{name}")

    assert re.search(r"\d+( of [\d,]+|, from \d+ of \d+)", page.words)
    assert "How it was counted: published by" in page.words
    assert re.search(r"Counted \(\d+\)", page.words)


def test_no_share_is_given_of_the_areas_inspected_so_far_since_2023(pages):
    assert len(SINCE_2023) > 5
    for name in SINCE_2023:
        # How wide a frame is to be is no share of anything.
        assert "%" not in shown(pages, f"statistics/{name}").ours.replace('width="100%"', ""), name
        assert "%" not in shown(pages, f"embed/statistics/{name}").words, name
    assert "%" not in shown(pages, "").words


def test_nothing_is_ranked_or_drawn_between_the_two_frameworks(pages):
    compared = re.compile(r"[→↑↓↗↘]|\b(better|worse|improved|deteriorated|declined)\b(?! area)")

    for path, text in pages.items():
        if path.startswith("areas/") and compared.search(text):
            assert not compared.search(Page(text).ours), path


def test_wherever_weaknesses_are_listed_it_says_that_more_is_not_worse(pages):
    listing = [text for text in pages.values() if re.search(r'id="[a-z0-9-]+-w1"', text)]

    assert len(listing) > 80
    assert all("ore weaknesses does not mean" in words_of(text) for text in listing)


def test_the_letter_asks_where_a_document_is_and_accuses_nobody(pages):
    text = pages["what-followed/index.html"]
    (letter,) = re.findall(r'<div class="app-letter.*?</div>', text, re.DOTALL)
    words = words_of(letter)

    assert "I could not find it in the records to 29 June 2026 " in words
    assert not _ACCUSES.search(words)


_ACCUSES = re.compile(r"\b(should|must|breach|fail\w*|late|overdue|duty|obliged|unlawful)\b")


def test_the_letters_on_areas_pages_name_what_to_ask_for_and_accuse_nobody(pages):
    found = {
        path: [
            words_of(one) for one in re.findall(r'<div class="app-letter.*?</div>', text, re.DOTALL)
        ]
        for path, text in pages.items()
        if path.startswith("areas/")
    }
    every = [words for letters in found.values() for words in letters]

    (asked,) = found["areas/birmingham/index.html"]
    assert "report was published on 15 August 2025: the strategic plan as updated after" in asked
    assert "30 working days, by the inspection handbook: Area SEND inspections" in asked
    assert len(every) > 100
    assert all("could not find it in the records to 29 June 2026 " in words for words in every)
    assert [words for words in every if _ACCUSES.search(words)] == []


def test_nothing_is_counted_by_inspector(pages):
    heads = re.compile(r"<(caption|thead|h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)

    for path, text in pages.items():
        by = [words_of(words) for _, words in heads.findall(text) if "inspector" in words]
        assert [words for words in by if re.search(r"\bby\b.*inspector", words)] == [], path


def test_what_is_found_in_the_press_reads_as_reported_wherever_notices_are_listed(pages):
    rows = re.findall(r"<tr.*?</tr>", pages["what-followed/index.html"], re.DOTALL)
    told = [words_of(row) for row in rows if "schoolsweek" in row or "specialneedsjungle" in row]

    assert told
    assert all("eported by" in words for words in told)


def test_no_page_asks_for_anything_about_a_child(pages):
    assert [path for path, text in pages.items() if re.search(r"<(input|textarea)\b", text)] == []
    assert "There is nothing about any child here" in shown(pages, "privacy").words
