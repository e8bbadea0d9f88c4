"""The page of corrections, answers and replies."""

import pytest
from django.template import engines
from django.test import Client

from areasend.answers.answered import answered
from areasend.answers.asked import Asked
from areasend.ledger.statements import Answered, Finding, Replied
from areasend.register import reports
from areasend.register.asking import now, today

XSS = "<script>alert(1)</script>"


@pytest.fixture
def said(record):  # noqa: ARG001  it is written to
    """Answer a report and let a body reply, in words that try to be more than words."""
    at = now()
    for one in (
        Answered(
            about="javascript:alert(2)", area="", finding=Finding.CANNOT_TELL, words=f"Ours {XSS}"
        ),
        Answered(
            about="/areas/dudley#x",
            area="dudley",
            finding=Finding.CORRECTED,
            words="Mended.",
            release=1178,
        ),
        Replied(area="dudley", body=f"Dudley {XSS}", words=f"Theirs {XSS}", seen=f"By {XSS}"),
    ):
        reports.release(one, by=1, at=at)
    return Client(headers={"host": "localhost"})


def test_it_shows_answers_and_replies_with_their_day_the_newest_first(said):
    words = said.get("/corrections").content.decode()

    assert "We corrected it</strong> (release 1178 of the public record). Mended." in words
    assert '<a class="govuk-link" href="/areas/dudley#x">Dudley</a>' in words
    assert words.index("Mended.") < words.index("Ours ")
    assert "How we know that they are: by &lt;script&gt;" in words


def test_it_escapes_all_and_leads_to_no_address_but_ours(said):
    words = said.get("/corrections").content.decode()

    assert "<script" not in words
    assert 'href="javascript' not in words


def test_before_the_first_answer_it_says_so(said):
    words = said.get("/corrections?known-at=2026-11-22T00:40:00Z").content.decode()

    assert "No report of an error had been answered" in words
    assert "No council or health body had replied" in words
    assert "Mended." not in words


def test_replies_to_an_area_can_stand_on_its_page(said):  # noqa: ARG001  they are said
    macro = engines["jinja2"].from_string(
        '{% from "register/replies.html" import replies %}{{ replies(said) }}'
    )
    shown = [
        macro.render({"said": answered(Asked(today(), now()), area=area)})
        for area in ("dudley", "kent")
    ]

    assert "What the bodies concerned reply" in shown[0]
    assert shown[1].strip() == ""


def test_about_says_how_a_body_proves_who_it_is(site):
    words = site.get("/about").content.decode()

    assert 'id="right-of-reply"' in words
    assert "publishes for the post of its chief officer" in words


def test_a_source_set_right_stands_apart_from_what_was_wrong(site):
    words = site.get("/corrections").content.decode()
    places = [
        words.index(one)
        for one in ('id="facts"', 'id="r1185"', 'id="sources"', 'id="r1206"', 'id="answers"')
    ]

    assert places == sorted(places)
    assert words[places[2] :].index("<details") < words[places[2] :].index('id="r1206"')
    assert "shows the source as it was first recorded" in words


def test_an_area_of_which_only_a_source_was_set_right_says_both(site):
    words = site.get("/areas/hounslow").content.decode()
    section = words[words.index('id="corrections"') :]

    assert "We have corrected nothing that we said of this area." in section
    assert "Who told us, set right (2)" in section
