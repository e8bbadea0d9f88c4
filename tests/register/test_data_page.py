"""The page of the data: what it says of a release, and the files it gives out."""

import hashlib
import json
import re

import pytest
from django.conf import settings

from areasend.answers.data_releases import data_releases

NAME = "2026-11-21-r1178"


def fetched(site, address, **headers):
    """Return an answer and all that came with it."""
    answer = site.get(address, headers=headers)
    content = b"".join(answer)
    answer.close()
    return answer, content


@pytest.fixture
def nothing_built(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DOWNLOADS", tmp_path / "nowhere")


def test_it_lists_every_file_with_its_size_and_how_to_load_it(site, data_release):
    words = site.get("/data").content.decode()

    for path in data_release.iterdir():
        assert f'href="/data/{NAME}/{path.name}"' in words
    assert f"pandas.read_csv(&#34;http://localhost/data/{NAME}/events.csv&#34;)" in words
    assert "(14 bytes)" in words
    assert "5e41a5ea" in words


def test_it_says_what_changed_and_what_was_corrected(site):
    words = site.get(f"/data/{NAME}").content.decode()

    assert "The first release here." in words
    assert "we said “before” and now say “after”" in words


def test_it_has_the_dictionary_of_every_column(site):
    words = site.get("/data").content.decode()

    for table in data_releases(settings.DOWNLOADS)[0].tables:
        for column in table.columns:
            assert f"<code>{column.name}</code>" in words


def test_it_is_cited_in_words_and_for_bibtex_with_its_own_address(site):
    words = re.sub(r"&#34;|&quot;", '"', site.get("/data").content.decode())

    assert "areasend, “areasend open data, as at 21 November 2026, release 1178”" in words
    assert f"@misc{{areasend-{NAME}," in words
    assert f"url = {{http://localhost/data/{NAME}}}" in words


def test_a_file_is_given_out_as_it_is_and_may_be_kept(site, data_release):
    answer, content = fetched(site, f"/data/{NAME}/events.csv")

    assert content == (data_release / "events.csv").read_bytes()
    assert answer["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert "immutable" in answer["Cache-Control"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_whoever_has_a_file_is_not_sent_it_again(site):
    tag = fetched(site, f"/data/{NAME}/events.csv")[0]["ETag"]
    again = site.get(f"/data/{NAME}/events.csv", headers={"if-none-match": tag})

    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(
    ("wanted", "part", "said"),
    [
        ("bytes=0-3", b"even", "bytes 0-3/14"),
        ("bytes=10-", b"csv\n", "bytes 10-13/14"),
        ("bytes=-4", b"csv\n", "bytes 10-13/14"),
        ("bytes=-99", b"events as csv\n", "bytes 0-13/14"),
        ("bytes=7-99", b"as csv\n", "bytes 7-13/14"),
    ],
)
def test_a_part_of_a_file_is_sent_to_whoever_asks_for_it(site, wanted, part, said):
    answer, content = fetched(site, f"/data/{NAME}/events.csv", range=wanted)

    assert (answer.status_code, content) == (206, part)
    assert (answer["Content-Range"], answer["Content-Length"]) == (said, str(len(part)))


def test_a_part_beyond_the_end_cannot_be_had(site):
    answer, _ = fetched(site, f"/data/{NAME}/events.csv", range="bytes=14-")

    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */14")


@pytest.mark.parametrize("wanted", ["bytes=-", "bytes=0-1,3-4", "lines=0-3", "bytes=b-c"])
def test_what_asks_for_no_one_part_is_sent_the_whole(site, wanted):
    answer, content = fetched(site, f"/data/{NAME}/events.csv", range=wanted)

    assert (answer.status_code, content) == (200, b"events as csv\n")


def test_what_describes_the_files_is_given_out_too(site):
    _, described = fetched(site, f"/data/{NAME}/datapackage.json")
    answer, _ = fetched(site, f"/data/{NAME}/checksums.txt")

    assert json.loads(described)["version"] == NAME
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/data/2026-11-20-r1178",
        "/data/2026-11-20-r1178/events.csv",
        f"/data/{NAME}/nothing.csv",
        f"/data/{NAME}/..%2f..%2fsecret",
        "/data/..%2f..%2fetc/passwd",
        "/data/.making-2026-11-21-r1178/events.csv",
    ],
)
def test_nothing_else_is_given_out(site, address):
    assert site.get(address).status_code == 404


@pytest.mark.usefixtures("nothing_built")
def test_where_nothing_was_built_it_says_so(site):
    answer = site.get("/data")

    assert answer.status_code == 200
    assert "No release of the data has been built here yet" in answer.content.decode()


def test_a_release_built_meanwhile_is_seen_at_once(site):
    assert site.get("/data")["Cache-Control"] == "no-cache"
