"""Files whose every hash fits are refused all the same where they say what cannot be."""

import shutil

import pytest

from areasend.ledger.statements import Erased, Told, write
from areasend.ledger.transfer import import_from
from tests.builders import build_step
from tests.ledger.deeds import every_row, faults
from tests.ledger.forging import alter, forge, refused

pytestmark = pytest.mark.django_db

CHAINS = ("entry", "release")
NO_NUMBER = "is not a number as we write it"


@pytest.mark.parametrize("name", CHAINS)
def test_a_forged_row_that_does_not_follow_the_one_before(exported, name):
    forge(exported / f"{name}.csv", lambda rows: rows[2].update({"forged previous": "f" * 64}))

    refused(exported, f"refuses what .* does not follow the last of {name}")


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("corrects", ["1", "3", "4", "0", "-1"])
def test_a_forged_correction_of_what_is_corrected_or_not_there(exported, name, corrects):
    forge(exported / f"{name}.csv", lambda rows: rows[2].update(corrects=corrects))

    refused(exported, "is corrected already or not there")


@pytest.mark.parametrize(
    "moment",
    [
        *("", "2026-11-21", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00.0Z", "yesterday"),
        *("2026-1-1T9:0:0.000000Z", "9999-99-99T09:00:00.000000Z"),
        "2026-11-21T09:00:00.000000+00:00",
    ],
)
def test_a_forged_moment_in_another_form(exported, moment):
    forge(exported / "entry.csv", lambda rows: rows[2].update(recorded_at=moment))

    refused(exported, "entry.csv, line 4: .* is not a moment as we write it")


def test_a_forged_account_number_that_no_database_holds(exported):
    forge(exported / "entry.csv", lambda rows: rows[2].update(by=str(2**63)))

    refused(exported, "The ledger refuses what")


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize(
    "text", ["x", "{}", "\x00", '{"says":"told","says":"told"}', "[" * 100_000]
)
def test_a_forged_text_that_says_nothing_a_row_can_say(exported, name, text):
    forge(exported / f"{name}.csv", lambda rows: rows[1].update(text=text))

    refused(exported, f"{name}.csv, line 3: It ")


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("area", ["a" * 501, "dud\x00ley", "é" * 3_000], ids=ascii)
def test_a_forged_area_that_not_every_database_can_keep(exported, name, area):
    text = write(Told(event=build_step(area=area)))
    forge(exported / f"{name}.csv", lambda rows: rows[1].update(text=text))

    refused(exported, f"{name}.csv, line 3: its area, salt or digest is not one that every")


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("place", [1, 2])
def test_a_forged_salt_or_digest_that_not_every_database_can_keep(exported, name, place):
    """The third row is erased: nothing but its own hash covers its digest, and its salt nothing."""
    column = {1: "salt", 2: "digest"}[place]
    forge(exported / f"{name}.csv", lambda rows: rows[place].update({column: "a\x00b"}))

    refused(exported, f"{name}.csv, line {place + 2}: its area, salt or digest is not one that")


@pytest.mark.parametrize("name", CHAINS)
def test_a_forged_area_as_long_as_may_be_is_taken_in(exported, name):
    text = write(Told(event=build_step(area="é" * 500)))
    for each in CHAINS:
        forge(exported / f"{each}.csv", lambda rows: rows[1].update(text=text))

    import_from(exported)

    assert faults() == []
    assert "é" * 500 in {row[1] for row in every_row()[f"{name}_text"]}


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("erases", [0, -1, 4, 5, 2**70])
def test_a_forged_account_of_an_erasure_of_what_is_not_before_it(exported, name, erases):
    text = write(Erased(number=erases, reason="Ordered by a court."))
    forge(exported / f"{name}.csv", lambda rows: rows[3].update(text=text))

    refused(exported)


@pytest.mark.parametrize("name", CHAINS)
def test_a_salt_that_was_kept_of_an_erased_text_is_erased_here(exported, name):
    alter(exported / f"{name}.csv", lambda rows: rows[2].update(salt="left behind"))

    import_from(exported)

    assert "left behind" not in repr(every_row())
    assert faults() == []


@pytest.mark.parametrize("erases", ["1", "2"])
def test_a_forged_erasure_of_an_entry_alone_does_not_leave_its_release(exported, erases):
    text = write(Erased(number=int(erases), reason="Ordered by a court."))
    forge(exported / "entry.csv", lambda rows: rows[3].update(text=text))

    refused(exported, "has no text, and no row says why")


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        (("1", "2"), "an entry is published once"),
        (("2", "1"), "an entry is published once"),
        (("4", "4"), "release 4: It says another thing than its entry, 4"),
        (("9", "9"), "release 9: It makes entry 9 public: one is not there"),
        (("0", "9"), "release 9: It makes entry 0 public: one is not there"),
        (("-1", "9"), "release 9: It makes entry -1 public: one is not there"),
        (("one", "2"), NO_NUMBER),
        (("1", ""), NO_NUMBER),
        (("1", "9" * 19), "The ledger refuses what"),
    ],
    ids=str,
)
def test_a_publication_that_cannot_be(exported, pair, says):
    entry, release = pair
    path = exported / "publication.csv"

    alter(path, lambda rows: rows.append({"entry": entry, "release": release}))

    refused(exported, says)


def test_publications_that_changed_places(exported):
    def swap(rows):
        rows[1]["entry"], rows[2]["entry"] = rows[2]["entry"], rows[1]["entry"]

    alter(exported / "publication.csv", swap)

    refused(exported, "It says another thing than its entry")


def test_a_publication_that_is_missing(exported):
    alter(exported / "publication.csv", lambda rows: rows.pop())

    refused(exported, "release 3: No entry is named that it makes public")


def test_entries_of_one_export_beside_releases_of_an_older_one(exported, exports):
    shutil.copy(exports / "shorter" / "release.csv", exported)

    refused(exported, "one is not there")
