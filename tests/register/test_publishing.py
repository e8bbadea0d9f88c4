"""The register as plain files: whole, linked within itself, and quiet where nothing changed."""

import functools
import http.server
import re
import threading
import urllib.error
import urllib.request
from html import unescape
from urllib.parse import urljoin

import pytest
from django.core.handlers.wsgi import WSGIHandler

from areasend.opendata.addresses import addresses
from areasend.register.publishing import UnableToPublish, asker, publish

pytestmark = pytest.mark.slow


@pytest.fixture
def served(published):
    """The address of a plain file server of the copy."""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    handler = functools.partial(quiet, directory=published[0])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def fetched(address, behind):
    try:
        return urllib.request.urlopen(address)  # noqa: S310  our own server
    except urllib.error.HTTPError as error:
        pytest.fail(f"{address} answers {error.code}; {behind} leads there")


def test_every_link_of_the_copy_leads_somewhere(served):
    seen, ahead = {served}, [(served, "the start")]
    while ahead:
        address, behind = ahead.pop()
        with fetched(address, behind) as answer:
            if "html" not in answer.headers["Content-Type"]:
                continue
            words = answer.read().decode()
        for link in re.findall(r'(?:href|src)="([^"]*)"', words):
            target = urljoin(address, unescape(link).partition("#")[0])
            if target.startswith(served) and target not in seen and "/static/" not in target:
                seen.add(target)
                ahead.append((target, address))

    assert len(seen) > 200
    assert f"{served}areas/by/passed/yes/" in seen
    assert f"{served}areas/by/order/report/" in seen
    assert f"{served}map/by/weaknesses/" in seen


def test_it_asks_for_nothing_that_needs_a_server(published):
    for path in published[0].rglob("*.html"):
        words = path.read_text(encoding="utf-8")
        assert 'method="post"' not in words, path
        assert "as-at=" not in words, path
        assert "?" not in "".join(re.findall(r'href="(?!https?:)([^"]*)"', words)), path


@pytest.mark.usefixtures("record_in_place")
def test_a_second_copy_leaves_what_is_the_same_and_removes_what_is_gone(published, answered):
    folder, static = published
    ask = asker(WSGIHandler())
    # One page in ten is worked out again, and must be the same to the byte.
    anew = set(list(answered)[::10])
    gone = folder / "areas" / "nowhere" / "index.html"
    gone.parent.mkdir()
    gone.write_text("once")
    listed = folder / "published.json"
    listed.write_text(listed.read_text().replace("[", '["areas/nowhere/index.html",', 1))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}

    copy = publish(
        folder,
        ask=lambda address: ask(address) if address in anew else answered[address],
        static=static,
        also=addresses(),
    )

    assert copy.written == 1  # the list itself
    assert not gone.exists()
    assert all(path.stat().st_mtime_ns == at for path, at in before.items() if path != gone)


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(UnableToPublish, match="no copy of the register"):
        publish(tmp_path, ask=lambda _address: ("200 OK", b""), static=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.usefixtures("record_in_place")
def test_a_page_that_cannot_be_had_stops_it_with_a_sentence(tmp_path):
    with pytest.raises(UnableToPublish, match=r"^/ answers 500"):
        publish(tmp_path / "copy", ask=lambda _address: ("500 Oh", b""), static=tmp_path)
