"""Whatever is altered behind the ledger's back is found, with its chain, its number and a sentence.

The triggers are taken off, something is altered, and they are put back: only the chains can tell.
"""

import pytest
from django.db import connection

from areasend.ledger import chain
from areasend.ledger.models import Entry
from areasend.ledger.rows import CHAINS
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import faults, record, run, tell, tell_everything
from tests.ledger.tampering import behind_its_back, unguarded
from tests.ledger.test_append_only import EVERY_COLUMN, NUMBERS
from tests.ledgers import undone

pytestmark = pytest.mark.django_db

MOVED = "Its text was altered: it is not the text whose digest the chain holds."
HASH = "Its hash is not that of its columns: one of them was altered."
FOLLOWS = "It does not follow the row before it."


def chain_of(table):
    return "entry" if table.startswith("entry") else "release"


def key_of(table):
    return "entry" if table == "publication" else "number"


@pytest.fixture
def ledger():
    tell_everything()
    assert faults() == []


def test_an_untouched_ledger_has_no_faults_and_says_how_far_it_was_read():
    tell_everything()

    found = verify()

    assert found.faults == ()
    assert found.rows == {"entry": 5, "release": 5}
    assert found.heads["entry"] == Entry.objects.get(number=5).hash


def test_an_empty_ledger_has_no_faults():
    found = verify()

    assert (found.faults, found.erased) == ((), ())
    assert found.heads == {"entry": chain.BEFORE_THE_FIRST, "release": chain.BEFORE_THE_FIRST}


OF_A_NUMBER = ("{0} + 90", "{0} - 90", "(SELECT max({0}) + 1 FROM {1})")
OF_A_TEXT = ("{0} || 'x'", "'another'", "'x' || {0}")
UNTYPED = ("CAST({0} AS BLOB)", "1.5")


def alterations(column):
    """Return what can be put in place of a column: SQLite lets one store anything anywhere."""
    if connection.vendor == "sqlite":
        return (*OF_A_NUMBER, *OF_A_TEXT, *UNTYPED)
    return OF_A_NUMBER if column in NUMBERS else OF_A_TEXT


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
@pytest.mark.usefixtures("ledger")
def test_an_altered_column_is_found(table, column):
    key = key_of(table)
    places = f'SELECT max({key}) FROM "{table}" WHERE "{column}" IS NOT NULL'

    for altered in alterations(column):
        value = altered.format(f'"{column}"', f'"{table}"')
        with undone():
            behind_its_back(f'UPDATE "{table}" SET "{column}" = {value} WHERE {key} = ({places})')
            check_sentences(verify().faults, chain_of(table))


def check_sentences(found, name):
    assert found
    for fault in found:
        assert fault.chain == name
        assert fault.number
        assert fault.says.endswith(".")
        assert str(fault) == f"{fault.chain} {fault.number}: {fault.says}"


@pytest.mark.parametrize(
    ("deed", "says"),
    [
        ("UPDATE entry SET recorded_at = '2020-01-01T00:00:00.000000Z'", HASH),
        ("UPDATE entry SET by = 99", HASH),
        ("UPDATE entry SET corrects = 9", HASH),
        ("UPDATE entry SET digest = hash", HASH),
        ("UPDATE entry SET previous = digest", FOLLOWS),
        ("UPDATE entry_text SET text = replace(text, '2019-06-17', '2019-06-18')", MOVED),
        ("UPDATE entry_text SET salt = 'another'", MOVED),
        (
            "UPDATE entry_text SET area = 'kent'",
            "It is filed under another area than its text names.",
        ),
        ("UPDATE entry_text SET salt = '', text = ''", "Its text is gone, and no row accounts for"),
    ],
)
@pytest.mark.usefixtures("ledger")
def test_the_sentence_says_what_was_altered_of_the_second_entry(deed, says):
    behind_its_back(f"{deed} WHERE number = 2")

    assert any(fault.startswith(f"entry 2: {says}") for fault in faults())


@pytest.mark.parametrize("name", ["entry", "release"])
@pytest.mark.usefixtures("ledger")
def test_a_row_missing_from_the_middle_is_found(name):
    behind_its_back(f'DELETE FROM "{name}" WHERE number = 2')

    found = faults()
    assert f"{name} 3: Row 2 should stand here: a row is missing." in found
    assert f"{name} 3: {FOLLOWS}" in found
    assert f"{name} 2: There is a text without a row." in found


@pytest.mark.parametrize("name", ["entry", "release"])
@pytest.mark.usefixtures("ledger")
def test_a_missing_text_is_found(name):
    behind_its_back(f"DELETE FROM {name}_text WHERE number = 2")

    assert f"{name} 2: Its text is gone, and no row accounts for an erasure." in faults()


@pytest.mark.parametrize("name", ["entry", "release"])
@pytest.mark.usefixtures("ledger")
def test_two_rows_that_changed_places_are_found(name):
    behind_its_back(
        *(f'UPDATE "{name}" SET number = {new} WHERE number = {old}' for old, new in SWAP),
        *(f"UPDATE {name}_text SET number = {new} WHERE number = {old}" for old, new in SWAP),
    )

    assert [fault for fault in faults() if fault.startswith((f"{name} 1:", f"{name} 2:"))]


SWAP = ((1, 99), (2, 1), (99, 2))


@pytest.mark.parametrize("name", ["entry", "release"])
@pytest.mark.usefixtures("ledger")
def test_two_texts_that_changed_places_are_found(name):
    behind_its_back(
        *(f"UPDATE {name}_text SET number = {new} WHERE number = {old}" for old, new in SWAP)
    )

    assert faults()[:2] == [f"{name} 1: {MOVED}", f"{name} 2: {MOVED}"]


@pytest.mark.usefixtures("ledger")
def test_two_publications_that_changed_places_are_found():
    behind_its_back(
        *(f"UPDATE publication SET entry = {new} WHERE entry = {old}" for old, new in SWAP)
    )

    assert sorted(faults()) == [
        "release 1: It says another thing than its entry, 2.",
        "release 2: It says another thing than its entry, 1.",
    ]


@pytest.mark.usefixtures("ledger")
def test_a_publication_that_is_missing_or_leads_nowhere_is_found():
    behind_its_back(
        "DELETE FROM publication WHERE release = 1",
        "UPDATE publication SET entry = 99 WHERE release = 2",
    )

    assert sorted(faults()) == [
        "release 1: No entry is named that it makes public.",
        "release 2: It makes entry 99 public: one is not there.",
    ]


@pytest.mark.parametrize("name", ["entry", "release"])
@pytest.mark.usefixtures("ledger")
def test_a_text_blanked_under_the_account_of_another_erasure_is_found(name):
    account = run(f"SELECT account FROM {name}_expunged")[0][0]

    run(f"INSERT INTO {name}_expunged VALUES (2, {account})")
    named = faults()
    run(f"UPDATE {name}_text SET salt = '', text = '' WHERE number = 2")

    assert named == [f"{name} 2: It is named as erased, and was not."]
    assert f"{name} 2: Its text is gone, and no row accounts for an erasure." in faults()


def cut_off_the_last_row(name):
    behind_its_back(
        f'DELETE FROM "{name}" WHERE number = (SELECT max(number) FROM "{name}_text")',
        f"DELETE FROM {name}_text WHERE number = (SELECT max(number) FROM {name}_text)",
    )


def write_the_chain_anew(of):
    """Alter a moment and make every hash after it fit, as a patient forger would."""
    with unguarded():
        head = chain.BEFORE_THE_FIRST
        for row in list(of.links.order_by("number").values()):
            forged = {**row, "previous": head, of.moment: "2020-01-01T00:00:00.000000Z"}
            head = of.hash(forged)
            of.links.filter(number=row["number"]).update(**{**forged, "hash": head})


def test_rows_cut_off_the_end_are_found_only_by_a_hash_kept_elsewhere():
    for _ in range(3):
        record(build_step())
    kept = {"entry": {3: Entry.objects.get(number=3).hash}}

    cut_off_the_last_row("entry")

    assert faults() == []
    assert [str(one) for one in verify(kept).faults] == [
        "entry 3: It is known elsewhere, and is not here."
    ]


@pytest.mark.parametrize("of", CHAINS, ids=lambda of: of.name)
def test_a_chain_written_anew_is_found_only_by_a_hash_kept_elsewhere(of):
    for _ in range(3):
        tell(build_step())
    kept = {of.name: {2: of.links.get(number=2).hash}}
    assert verify(kept).faults == ()

    write_the_chain_anew(of)

    assert faults() == []
    assert [str(one) for one in verify(kept).faults] == [
        f"{of.name} 2: It is another row than the one known elsewhere."
    ]


def test_the_last_release_cut_off_leaves_its_publication_behind():
    tell(build_step())

    cut_off_the_last_row("release")

    assert faults() == ["release 1: It makes entry 1 public: one is not there."]
