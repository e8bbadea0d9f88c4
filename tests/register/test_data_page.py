"""The page of the data: what it says of a release, and the files it gives out."""

import hashlib
import json
import re

import pytest
from django.conf import settings

from areasend.answers import data_releases as of_data
from areasend.answers.data_releases import data_releases
from areasend.register.addresses import addresses
from tests.asking import asked
from tests.downloads import describe

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


@pytest.mark.parametrize("held", ["W/{}", '"another", {}', '"another",W/{}', "*"])
def test_whoever_names_it_among_others_or_by_a_weak_tag_holds_it_too(site, held):
    tag = fetched(site, f"/data/{NAME}/events.csv")[0]["ETag"]

    answer = site.get(
        f"/data/{NAME}/events.csv", headers={"if-none-match": held.replace("{}", tag)}
    )

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == tag
    assert "immutable" in answer["Cache-Control"]


def test_a_part_is_sent_only_beside_parts_of_the_same_bytes(site):
    tag = fetched(site, f"/data/{NAME}/events.csv")[0]["ETag"]

    for held, status in ((tag, 206), ('"another"', 200), (f"W/{tag}", 200)):
        asked = {"range": "bytes=0-3", "if_range": held}
        answer, _ = fetched(site, f"/data/{NAME}/events.csv", **asked)
        assert answer.status_code == status


def test_the_list_of_releases_is_for_programs(site, data_release):
    answer, content = fetched(site, "/data/releases.json")
    (one,) = json.loads(content)

    assert content == (data_release.parent / "releases.json").read_bytes()
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/json", "no-cache")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert fetched(site, f"/data/{one['package']}")[0].status_code == 200


def test_a_copy_has_the_list_and_nothing_that_leads_elsewhere(data_release):
    copied = [one for one in addresses(asked=asked()) if one.startswith("/data/")]

    assert "/data/releases.json" in copied
    assert f"/data/{data_release.name}/events.csv" in copied
    assert not [one for one in copied if "latest" in one]


def test_the_newest_has_an_address_of_its_own_that_nobody_keeps(site):
    for part, there in (("", NAME), ("/events.csv", f"{NAME}/events.csv")):
        answer = site.get(f"/data/latest{part}")

        assert (answer.status_code, answer["Location"]) == (302, f"/data/{there}")
        assert answer["Cache-Control"] == "no-store"
        assert answer["Access-Control-Allow-Origin"] == "*"
    assert site.get("/data/latest/nothing.csv").status_code == 404


def test_a_file_is_given_out_without_reading_of_other_releases(site, tmp_path, monkeypatch):
    older, newer = (describe(tmp_path, as_at=day) for day in ("2026-11-19", "2026-11-20"))
    monkeypatch.setattr(settings, "DOWNLOADS", tmp_path)
    reading, read = [], of_data._read
    monkeypatch.setattr(of_data, "_read", lambda path, at: reading.append(path) or read(path, at))

    fetched(site, f"/data/{older.name}/events.csv")
    assert reading == [older / "datapackage.json"]
    words = site.get("/data").content.decode()

    assert reading == [older / "datapackage.json", newer / "datapackage.json"]
    assert words.index(newer.name) < words.rindex(f'href="/data/{older.name}"')


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


@pytest.mark.parametrize(
    "wanted", ["bytes=-", "bytes=0-1,3-4", "lines=0-3", "bytes=b-c", "bytes=5-2"]
)
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
        f"/data/{NAME}.json",
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
