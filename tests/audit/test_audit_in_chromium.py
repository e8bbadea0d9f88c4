"""Two auditors key facts again and decide a difference, and the website tells: in Chromium."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from areasend.casework.audit.commands import audit
from areasend.casework.audit.drawing import draw
from tests.audit.samples import keep_reports
from tests.ledgers import Files, connected_to
from tests.people.arriving import amiss, arrive
from tests.people.rooms_served import Served
from tests.register import serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.only_on("sqlite", why="a file that two servers share"),
]


@pytest.fixture(scope="module")
def ledger(shipped, tmp_path_factory, django_db_blocker):
    """A copy of the shipped record, with a document and a sample of four facts beside it."""
    ledger = Files(tmp_path_factory.mktemp("audit")).copy(str(shipped))
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        connected_to(ledger),
    ):
        patch.setattr(settings, "PAPERS", Path(ledger).with_name("papers"))
        keep_reports("dudley")
        draw(seed="a seed", size=4, at=timezone.now())
    return ledger


@pytest.fixture(scope="module")
def rooms(ledger):
    """The rooms, served beside the record."""
    with Served(Path(ledger)).open() as served:
        yield served


def begin(browser, rooms, email, **how):
    """Let an auditor come to the self-audit."""
    page = arrive(browser, rooms, email, "auditor", **how)
    page.get_by_role("link", name="Self-audit").click()
    return page


def answer(page):
    """Key a fact as a person does who looks only at the document: one of the four wrongly."""
    question = page.get_by_role("heading", level=1).inner_text()
    if "begin?" in question:
        page.get_by_label("First day of the inspection").fill("20 January 2025")
    elif "end?" in question:
        page.get_by_label("Last day of the inspection").fill("24/1/2025")
    elif "years" in question:
        page.get_by_label("Years to the next full inspection").fill("5")
    else:
        page.get_by_label("Inconsistent experiences and outcomes").check()
    page.get_by_role("button", name="Keep this and go on").click()


def test_facts_are_keyed_by_one_and_a_difference_is_decided_by_another(rooms, browser, ledger):
    second = begin(browser, rooms, "second@example.org")
    assert amiss(second) == []
    for fact in (1, 2):
        second.goto(f"/audit/facts/{fact}")
        assert amiss(second) == []

    first = begin(browser, rooms, "first@example.org", java_script_enabled=False)
    first.get_by_role("button", name="Key the next fact").click()
    picture = first.get_by_role("img").first
    # It is drawn only when it comes into view.
    expect(picture).to_have_js_property("complete", value=True, timeout=30_000)
    assert picture.evaluate("one => one.naturalWidth") > 500
    for _ in range(4):
        answer(first)
    assert "Another person must decide" in first.get_by_role("main").inner_text()

    second.goto("/audit")
    second.get_by_role("link", name="Dudley: Years to the next full inspection").click()
    assert amiss(second) == []
    second.get_by_label("It was keyed wrongly").check()
    second.get_by_label("Why").fill("Page 2 says three years.")
    second.get_by_role("button", name="Keep this").click()
    assert "Everything is keyed and decided" in second.get_by_role("main").inner_text()

    with connected_to(ledger):
        assert "0 wrong of 4 compared" in CliRunner().invoke(audit, ["result"]).output
        published = CliRunner().invoke(audit, ["publish", "--by", "1"])
        assert "Published as release" in published.output
    with serving.website(AREASEND_DATABASE=ledger) as website:
        page = browser.new_page()
        page.goto(f"{website}/error-rate")
        assert "0 of 4 facts were wrong." in page.get_by_role("main").inner_text()
        assert amiss(page) == []
        assert "example.org" not in page.content()
