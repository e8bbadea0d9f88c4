"""Cards of ours on pages of others: what they bear, what they may, and what else may not."""

import functools
import http.server
import re
import threading
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES, WAITS
from areasend.register.embedding import ELSEWHERE
from areasend.register.views.embeds import SOURCE
from tests.register.lookout import words_of
from tests.register.planting import RELEASED, plant

SVG = "{http://www.w3.org/2000/svg}"
CARDS = ("/embed/areas/oldham", "/embed/statistics/statement-required")
DAYS = "as-at=2026-11-21&known-at=2026-11-22T00:40:00Z"


class Copied(HTMLParser):
    """The elements of what is to be copied, as a browser reads them."""

    def __init__(self, text):
        super().__init__()
        self.held = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.held.append((tag, dict(attrs)))


def snippets(site, address):
    """Return what a page gives to copy, each as its elements."""
    page = site.get(address).content.decode()
    (part,) = re.findall(r'id="embedding">(.*?)</details>', page, re.DOTALL)
    return [Copied(unescape(one)).held for one in re.findall(r"<code>(.*?)</code>", part)]


def drawing(text):
    """Return a picture as a tree of its elements."""
    return ElementTree.fromstring(text)  # noqa: S314  our own picture


def within(address):
    """Return the part of an address that is asked of the site."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.mark.parametrize("address", [*CARDS, *(f"{one}.svg" for one in CARDS)])
def test_a_card_may_stand_on_any_page(site, address):
    answer = site.get(address)
    policy = answer["Content-Security-Policy"]

    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "X-Frame-Options" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/", "/areas/oldham", "/statistics/statement-required"])
def test_nothing_else_may(site, address):
    answer = site.get(address)

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("address", CARDS)
def test_a_card_bears_its_day_its_source_and_a_table(site, address):
    page = site.get(f"{address}?{DAYS}").content.decode()

    assert "As at 21 November 2026, from what was public on 22 November 2026." in page
    assert SOURCE in page
    assert len(re.findall(r"<tr><th scope=.row.>", page)) > 3
    assert not re.search(r"<script|<form|<img|<input", page)
    assert re.findall(r'(?:src|href)="(?!/)', page) == []


def test_the_card_of_an_area_says_what_its_page_says_first(site):
    page, card = (words_of(site.get(one).content.decode()) for one in ("/areas/oldham", CARDS[0]))
    first = re.search(r"Inspected in June 2023 .*? priority action\.", card)[0]

    assert first in page
    assert "Our record holds inspection reports published to 29 June 2026" in card
    assert "about February 2025, by the inspection handbook: the usual time has passed" in card


def test_no_card_of_the_smallest_areas_has_a_figure(site):
    for slug in ("isles-of-scilly", "city-of-london"):
        assert "%" not in site.get(f"/embed/areas/{slug}").content.decode()


@pytest.mark.slow
def test_every_area_and_every_statistic_has_a_picture_with_its_words(site):
    paths = [*(f"areas/{one}" for one in list(AREAS)[::8])]
    paths += [f"statistics/{name}" for name in (*MEASURES, *WAITS)]
    for path in paths:
        root = drawing(site.get(f"/embed/{path}.svg?{DAYS}").content)
        title, desc = root.find(f"{SVG}title").text, root.find(f"{SVG}desc").text
        said = " ".join(one.text for one in root.iter(f"{SVG}text"))

        assert root.get("aria-labelledby") == "title desc"
        assert title
        for words in (desc, said):
            assert "As at 21 November 2026" in words, path
            assert SOURCE in words, path
            assert f"localhost/{path}" in words, path
        assert not {one.tag for one in root.iter()} & {f"{SVG}script", f"{SVG}image", f"{SVG}a"}


def test_what_is_drawn_is_in_the_words_of_the_picture_too(site):
    root = drawing(site.get(f"{CARDS[1]}.svg?{DAYS}").content)
    desc = root.find(f"{SVG}desc").text

    bars = [float(one.get("height")) for one in root.iter(f"{SVG}rect") if one.get("y")]

    assert "By calendar year: 2016: 2 of 13; 2017: 14 of 31;" in desc
    assert len(bars) == 7
    assert max(bars) == bars[3]


@pytest.mark.parametrize("page", ["/areas/oldham", "/statistics/report-to-revisit"])
def test_what_is_to_be_copied_leads_to_the_cards_and_says_what_they_do(site, page):
    follows, stays, seen, kept = snippets(site, page)

    for frame in (follows, stays):
        ((tag, given),) = frame
        assert (tag, given["loading"]) == ("iframe", "lazy")
        assert given["title"].endswith(", by areasend")
        assert site.get(within(given["src"])).status_code == 200
    for (_, link), (tag, given) in (seen, kept):
        assert (tag, given["loading"]) == ("img", "lazy")
        assert site.get(within(given["src"]))["Content-Type"].startswith("image/svg+xml")
        assert site.get(within(link["href"])).status_code == 200
    assert "as-at=" not in str(follows) + str(seen)
    # The words beside a picture that changes tell of no day: they would soon be wrong.
    assert not re.search(r"\b20\d\d\b", seen[1][1]["alt"].replace("2016", ""))
    assert "(areasend, as at " in kept[1][1]["alt"]


@pytest.mark.usefixtures("record")
def test_a_card_of_two_days_stays_and_one_without_follows():
    site = Client(headers={"host": "localhost"})
    addresses = ["/embed/areas/dudley", "/embed/areas/dudley.svg"]
    stays = [within(snippets(site, "/areas/dudley")[at][-1][1]["src"]) for at in (1, 3)]
    before = [site.get(one).content for one in (*stays, *addresses)]

    plant(RELEASED, after=timedelta(0))
    after = [site.get(one).content for one in (*stays, *addresses)]

    assert before[:2] == after[:2]
    assert before[2] != after[2]
    assert before[3] != after[3]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/embed/areas/nowhere", 404),
        ("/embed/areas/nowhere.svg", 404),
        ("/embed/statistics/nothing", 404),
        ("/embed/areas/oldham?as-at=1999-01-01", 400),
        ("/embed/areas/oldham.svg?as-at=yesterday", 400),
    ],
)
def test_what_there_is_no_card_of_is_refused(site, address, status):
    assert site.get(address).status_code == status


@pytest.mark.slow
def test_a_copy_as_files_has_the_cards_and_says_how_to_show_them(pages):
    card, picture = (pages[f"embed/areas/oldham{end}"] for end in ("/index.html", ".svg"))
    page = unescape(pages["areas/oldham/index.html"])

    assert "Inspected in June 2023" in card
    assert 'href="../../../areas/oldham/"' in card
    assert drawing(picture).find(f"{SVG}desc") is not None
    assert '<iframe title="Oldham: ' in page
    assert f'src="{ELSEWHERE}/embed/areas/oldham/"' in page
    assert f'src="{ELSEWHERE}/embed/areas/oldham.svg"' in page


@pytest.fixture
def elsewhere(tmp_path):
    """Serve a page of somebody else's from a folder, and return its address."""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    handler = functools.partial(quiet, directory=tmp_path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path / "index.html", f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_a_browser_shows_both_on_another_site_and_nothing_else_of_ours(website, browser, elsewhere):
    file, address = elsewhere
    frames = (f"{website}{CARDS[0]}", f"{website}/areas/oldham")
    held = "".join(f'<iframe title="{one}" src="{one}"></iframe>' for one in frames)
    file.write_text(f'<link rel="icon" href="data:,">{held}<img src="{website}{CARDS[1]}.svg">')
    page = browser.new_page()

    page.goto(address, wait_until="networkidle")
    shown = [frame.url.startswith(website) for frame in page.frames[1:]]
    (card,) = page.frames[1].locator("h1").all_inner_texts()
    wide = page.evaluate("document.images[0].naturalWidth")
    page.close()

    assert shown == [True, False]
    assert card.startswith("Oldham: ")
    assert wide == 600
