"""The list of sources, which is read strictly."""

import tomllib
from importlib.resources import files

import pytest

from areasend.reading.kinds.weekly_summary.columns import Column
from areasend.visiting.sources import UnableToReadSources, read, read_sources

OURS = tomllib.loads((files("areasend.visiting") / "sources.toml").read_text("utf-8"))


def test_our_own_list_is_whole_and_asks_slowly():
    manners, sources = read_sources("")

    assert [one.name for one in sources] == [
        "reports",
        "statistics",
        "weekly-summary",
        "plans-in-time",
    ]
    assert manners.delay >= 5
    assert not manners.loopback
    assert all(one.at.startswith(f"https://{one.hosts[0]}/") for one in sources)


def test_the_summary_has_the_columns_that_its_reader_reads():
    _, sources = read_sources("")

    assert sources[2].expects["columns"] == [str(one) for one in Column]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda held: held["manners"].pop("delay"), "manners: delay"),
        (lambda held: held["manners"].update(delay="slow"), "manners: delay"),
        (lambda held: held["manners"].update(haste=1), "manners: haste"),
        (lambda held: held["source"][0].pop("hosts"), "reports: hosts"),
        (lambda held: held["source"][0].update(kind="gossip"), "no kind that we know"),
        (lambda held: held["source"][0]["expects"].pop("rows"), "expects: rows"),
        (lambda held: held["source"][0]["expects"].update(files="["), "files of .* is no pattern"),
        (lambda held: held["source"].append(held["source"][0]), "each of another name"),
        (lambda held: held["source"].clear(), "at least one"),
    ],
)
def test_a_list_that_is_not_whole_is_refused(change, why):
    held = tomllib.loads((files("areasend.visiting") / "sources.toml").read_text("utf-8"))
    change(held)

    with pytest.raises(UnableToReadSources, match=why):
        read(held)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnableToReadSources, match=r"none\.toml cannot be read"):
        read_sources(str(tmp_path / "none.toml"))
