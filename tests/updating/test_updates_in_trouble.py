"""Sources that changed their shape, and servers that fail, lie or lead astray."""

from pathlib import Path

import pytest
from django.conf import settings

from areasend.papers import keeping, sightings
from areasend.papers.models import Paper, Sighting
from areasend.visiting.models import Visit
from tests.updating.published_sources import (
    BURY,
    COLLECTION,
    FILES,
    PLANS,
    SUMMARY,
    Listed,
    a_pdf,
    summary_page,
)
from tests.updating.running import reports, run

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    "change",
    [
        lambda held: setattr(held, "counted", 5),
        lambda held: held.contents.update({"/search": b"<html><body>Search</body></html>"}),
        lambda held: held.contents.update({f"/provider/44/{BURY}": b"<html>moved</html>"}),
        lambda held: held.contents.update({f"/provider/44/{BURY}": b"\xff\xfe no page"}),
        lambda held: held.add(BURY, Listed(50000098, day="15.07.2024"), a_pdf("a day otherwise")),
        lambda held: held.add(BURY, Listed(50000097, day="31 June 2024"), a_pdf("no such day")),
    ],
)
def test_of_a_source_that_changed_its_shape_nothing_is_taken_in(published, change):
    change(published)

    status, said = reports()

    assert (status, Paper.objects.count(), published.fetched()) == (1, 0, []), said
    assert "changed shape: " in said


def test_another_source_is_visited_all_the_same(published):
    published.counted = 99

    status, said = run()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "1 changed shape" in said


def test_a_search_that_counts_more_than_there_can_be_is_not_followed(published):
    published.counted = 50_000

    status, said = reports()

    assert (status, published.statuses()[200]) == (1, 2), said  # robots.txt and one page
    assert "50000 results, where there are 400 at most" in said


def test_a_search_that_goes_on_with_nothing_new_is_left(published):
    published.counted = 300

    status, said = reports()

    assert (status, len(published.areas)) == (1, 3)
    assert published.statuses()[200] <= 4, said  # robots.txt, two pages with areas, one without
    assert "counts 300 results and lists 3 areas" in said


def test_a_link_that_is_no_address_is_passed_over(published):
    published.contents[f"/provider/44/{BURY}"] = (
        published.page(f"/provider/44/{BURY}", {}) + b'<a href="http://[bad">bad</a>'
    )
    published.contents[COLLECTION] = b'<a href="http://[bad">bad</a>'.join(
        published.contents[COLLECTION].partition(b"<ul>")[::2]
    )

    status, said = run()

    assert (status, Paper.objects.count()) == (0, 7), said


def test_a_page_that_its_reader_breaks_on_keeps_no_other_source_from_being_visited(published):
    published.contents["/search"] = b"<html><h2>" + b"9" * 5000 + b" results</h2></html>"

    status, said = run()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "was not understood" in said


@pytest.mark.parametrize(
    ("source", "path", "content", "why"),
    [
        (
            "plans-in-time",
            PLANS,
            b"time_period,region\n2025,North\n",
            "no column 'geographic_level'",
        ),
        ("plans-in-time", PLANS, b"<html>Sorry</html>", "no column"),
        ("plans-in-time", PLANS, b"\xff\xfe\x00", "no longer a table"),
        ("weekly-summary", SUMMARY, summary_page(heads=("URN", "Name")), "no column 'La Code'"),
        ("weekly-summary", SUMMARY, summary_page(rows=0), "no whole table"),
        ("weekly-summary", SUMMARY, b"<html><p>Moved</p></html>", "0 tables"),
        ("statistics", COLLECTION, b"<html><main>Withdrawn</main></html>", "no release"),
        ("statistics", "/media/1/area_send.ods", b"<html>", "no longer a spreadsheet"),
        ("reports", "/v1/file/50000010", b"<html>Sign in</html>", "no longer a PDF"),
    ],
)
def test_a_document_of_another_shape_is_reported_and_not_taken_in(
    published, source, path, content, why
):
    published.contents[path] = content

    status, said = run("--source", source)

    assert status == 1
    assert why in said
    assert not Sighting.objects.filter(address=f"{published.base}{path}").exists()


def test_the_summary_is_unchanged_if_only_its_date_is_not(published):
    run("--source", "weekly-summary")
    published.contents[SUMMARY] = summary_page(said="18 04")

    _, said = run("--source", "weekly-summary")

    assert "1 unchanged" in said


def test_a_server_that_fails_once_is_asked_again(published):
    published.before["/v1/file/50000010"] = [(500, {}, b"")]

    status, _ = reports()

    assert (status, Paper.objects.count()) == (0, 4)


def test_a_server_that_goes_on_failing_is_reported_and_the_rest_is_had(published):
    published.before["/v1/file/50000010"] = [(500, {}, b"")] * 3

    status, said = reports()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "answered 500" in said
    assert reports()[0] == 0
    assert Paper.objects.count() == 4


def test_a_page_that_cannot_be_had_does_not_make_its_reports_gone(published):
    reports()
    published.before[f"/provider/44/{BURY}"] = [(503, {}, b"")] * 3

    status, said = reports()

    assert (status, "2 unchanged" in said) == (1, True), said
    assert "gone" not in said


def test_what_robots_txt_asks_to_leave_alone_is_not_asked(published):
    published.robots = "User-agent: *\nDisallow: /v1/file/*20$\n"

    status, said = reports()

    assert (status, set(published.fetched())) == (1, FILES - {"/v1/file/50000020"})
    assert "robots.txt" in said


def test_a_body_that_is_cut_off_is_not_kept(published):
    cut = (200, {"Content-Length": "5000"}, a_pdf("half of i"))
    published.before["/v1/file/50000010"] = [cut] * 3

    status, _ = reports()

    assert (status, Paper.objects.count()) == (1, 3)


def test_a_body_without_end_is_given_up(published):
    published.contents["/v1/file/50000010"] = a_pdf("x" * 1_000_001)

    status, said = reports()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "larger than 1,000,000 bytes" in said


def test_a_server_that_never_answers_is_given_up(published):
    quick = Path(settings.SOURCES).read_text("utf-8").replace("seconds = 2.0", "seconds = 1.5")
    Path(settings.SOURCES).write_text(quick.replace("tries = 3", "tries = 1"), "utf-8")
    published.slow["/v1/file/50000010"] = 6

    status, said = reports()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "timed out" in said


@pytest.mark.parametrize(
    "leads_to",
    ["http://localhost:9/", "https://example.org/report.pdf", "file:///etc/passwd", "http://[::1"],
)
def test_nobody_is_led_to_another_host(published, leads_to):
    published.before["/v1/file/50000010"] = [(302, {"Location": leads_to}, b"")] * 3

    status, said = reports()

    assert (status, Paper.objects.count()) == (1, 3)
    assert "/v1/file/50000010 was not asked" in said or "Invalid URL" in said


def test_a_redirect_on_the_same_host_is_followed_but_not_for_ever(published):
    there = {"Location": "/v1/file/50000020"}
    round_and_round = {"Location": "/v1/file/50000030"}
    published.before["/v1/file/50000010"] = [(301, there, b"")]
    published.before["/v1/file/50000030"] = [(302, round_and_round, b"")] * 20

    status, said = reports()

    assert (status, "without an end" in said) == (1, True)
    assert (
        sightings.last_at(f"{published.base}/v1/file/50000010").paper
        == sightings.last_at(f"{published.base}/v1/file/50000020").paper
    )


def test_a_dry_run_says_what_is_new_and_keeps_nothing(published):
    status, said = run("--source", "reports", "--dry-run")

    assert (status, "4 documents to ask for, 4 never seen" in said) == (0, True)
    assert (published.fetched(), Paper.objects.count(), Visit.objects.count()) == ([], 0, 0)


def test_an_unknown_source_is_named(published):
    status, said = run("--source", "gossip")

    assert (status, published.asked) == (2, [])
    assert "There is no source gossip" in said


def test_a_file_that_was_lost_is_fetched_again(published):
    reports()
    seen = sightings.last_at(f"{published.base}/v1/file/50000010")
    keeping.path_of(seen.paper_id).unlink()

    _, said = reports()

    assert keeping.read(seen.paper_id)
    assert "4 unchanged" in said
