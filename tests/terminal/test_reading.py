"""Documents read at the command line: what is printed, as a summary and as data."""

import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "reading"))

from built_reports import ACTION, BODIES, IMPROVEMENT, build_report

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("record")]


@pytest.fixture
def written(tmp_path):
    """Write reports as files, and return their paths."""

    def write(**documents):
        for name, held in documents.items():
            (tmp_path / f"{name}.pdf").write_bytes(held)
        return [tmp_path / f"{name}.pdf" for name in documents]

    return write


FAILING = build_report(outcome=3, actions=[(BODIES, ACTION)])


def test_a_report_gives_its_fields_by_name_under_the_stem_of_its_file(run, written):
    done = run("read", *written(dudley=FAILING), "--format", "json")
    found = json.loads(done.stdout)

    assert done.exit_code == 0
    assert list(found) == ["dudley"]
    assert found["dudley"]["area"] == "Dudley"
    assert found["dudley"]["outcome"] == 3
    assert found["dudley"]["priority_actions"] == [
        {"bodies": BODIES, "page": 2, "sub_bullets": 0, "text": ACTION}
    ]
    assert found["dudley"]["improvements"][0]["text"] == IMPROVEMENT
    assert len(found["dudley"]["sha256"]) == 64
    assert "proposal" not in found["dudley"]


def test_a_proposal_has_the_page_box_and_words_of_each_field_and_the_events(run, written):
    done = run("read", *written(dudley=FAILING), "--propose", "--format", "json")
    proposal = json.loads(done.stdout)["dudley"]["proposal"]

    (place,) = proposal["fields"]["cover_dates"]["passages"]
    assert place["page"] == 1
    assert place["words"] == "Inspection dates: 3 to 7 June 2024"
    assert len(place["box"]) == 4
    assert len(proposal["events"]) == 3


def test_reading_twice_is_reading_once(run, written):
    paths = written(one=FAILING)

    assert run("read", *paths, "--format", "json").stdout == (
        run("read", *paths, "--format", "json").stdout
    )


def test_the_summary_counts_what_was_doubtful_unreadable_or_a_copy(run, written):
    paths = written(a=build_report(), b=b"%PDF-nonsense", c=build_report(foot=""), d=FAILING)
    copy = written(again=FAILING)

    done = run("read", *paths, *copy)

    assert done.exit_code == 1
    assert "Unreadable (1)" in done.stdout
    assert "b.pdf" in done.stdout
    assert "No page has days at its head or foot." in " ".join(done.stdout.split())
    assert done.stdout.rstrip().endswith("1 unreadable; 1 copies of others.")
    assert "Read 4 of 5: " in done.stdout


def test_each_value_can_be_shown_with_its_place(run, written):
    done = run("read", *written(dudley=FAILING), "--propose")

    assert "cover_dates" in done.stdout
    assert "2024-06-03 to 2024-06-07" in done.stdout


def test_to_propose_the_machine_gives_likely_themes_and_the_words_that_decided(run, written):
    paths = written(dudley=FAILING)

    field = json.loads(run("read", *paths, "--propose", "--format", "json").stdout)["dudley"]
    plainly = json.loads(run("read", *paths, "--format", "json").stdout)["dudley"]
    shown = run("read", *paths, "--propose").stdout

    assert [one["point"] for one in field["themes"]] == ["a1", "i1"]
    assert all(len(one["likely"]) == 3 for one in field["themes"])
    assert field["proposal"]["fields"]["themes"]["found"] == "machine"
    assert "themes" not in plainly
    assert "Themes that the machine proposes" in shown


def test_two_files_with_one_stem_are_told_apart(run, written, tmp_path):
    (path,) = written(a=FAILING)
    (tmp_path / "more").mkdir()
    other = tmp_path / "more" / "a.pdf"
    other.write_bytes(build_report())

    found = json.loads(run("read", path, other, "--format", "json").stdout)

    assert list(found) == [str(path), str(other)]


def test_the_events_of_many_reports_go_into_one_file_to_record(run, written, tmp_path):
    paths = written(a=FAILING, b=build_report(area="Bury", council="Bury Council"))
    to = tmp_path / "events.json"

    done = run("read", *paths, "--to", to)

    events = json.loads(to.read_text(encoding="utf-8"))
    assert [one["event"]["area"] for one in events] == ["dudley"] * 3 + ["bury"] * 3
    assert f"areasend record {to}" in done.stdout


def test_one_file_that_cannot_be_read_is_a_sentence(run, written):
    done = run("read", *written(a=b"%PDF-nonsense"))

    assert done.exit_code == 2
    assert done.stderr.startswith("areasend: The file is damaged or cut short")


def test_a_watched_folder_is_read_once_whatever_its_files_are_called(run, written, tmp_path):
    written(a=FAILING, b=FAILING, c=b"%PDF-nonsense")
    to = tmp_path / "read"

    first = run("watch", tmp_path, "--to", to, "--once")
    written(d=FAILING)
    again = run("watch", tmp_path, "--to", to, "--once")

    lines = sorted(first.stdout.splitlines())
    assert lines[0].startswith("a.pdf: Area SEND inspection of Dudley, ")
    assert lines[1].startswith("c.pdf: The file is damaged or cut short")
    assert len(lines) == 2
    assert again.stdout == ""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in to.iterdir()]
    assert sorted(one.get("area", "") for one in found) == ["", "Dudley"]
