"""On PostgreSQL the website's role reads no account; that of the rooms has all that it needs."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from areasend.casework.reported.models import Ending
from areasend.config.opening import make_tables
from areasend.ledger.granting import grant_to
from areasend.people.models import Account
from areasend.register.models import Report
from tests.ledgers import connected_to
from tests.people.accounts import PASSWORD, account, code_of
from tests.people.asking_rooms import sign_in, signed_in, stranger

pytestmark = pytest.mark.only_on("postgresql", why="a file has no roles")
GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "run-on-postgresql.md"
#: The role that the tests' server has beside the owner: in the guide, those of website and rooms.
APPLICATION = "application"
#: What nobody changes afterwards: what was sent, and why somebody ended it.
CHANGED = {"report": "words", "reported_ending": "reason"}


@pytest.fixture
def as_application(ledgers, django_db_blocker):
    """Return how to connect as a role that may use the ledger, to one with tables of rooms."""
    ledger = ledgers.new()
    with django_db_blocker.unblock(), connected_to(ledger):
        make_tables()
        grant_to(APPLICATION)
        yield lambda: connected_to(ledger.replace("//owner@", f"//{APPLICATION}@"))
    ledgers.drop(ledger)


def granted():
    (said,) = re.findall(r"```sql\n(GRANT [^`]*areasend_rooms[^`]*)```", GUIDE.read_text("utf-8"))
    with connection.cursor() as cursor:
        cursor.execute(said.replace("areasend_rooms", APPLICATION))


def test_whoever_may_use_the_ledger_reads_no_account(as_application):
    account("reader@example.org")

    with as_application():
        for table in (
            "people_account",
            "mfa_authenticator",
            "django_session",
            "people_held",
            "reported_ending",
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(f"SELECT * FROM {table}")  # noqa: S608  ours


def test_with_what_the_guide_grants_the_rooms_do_their_work(as_application):
    granted()

    with as_application():
        make_tables()
        reader = account("reader@example.org", "reader")
        client = stranger()
        sign_in(client, "reader@example.org", "wrong")
        sign_in(client, "reader@example.org", PASSWORD)
        client.post("/sign-in/second-step", {"code": code_of(reader)})
        assert client.get("/").status_code == 200
        client.post("/sign-out")
        assert Account.objects.get().last_login


def test_with_what_the_guide_grants_a_report_is_answered_and_another_deleted(as_application):
    granted()

    with as_application():
        came = {"about": "/", "received": date(2026, 11, 2)}
        answered, deleted = (Report.objects.create(words=one, **came) for one in ("One.", "Two."))
        client = signed_in(account("moderator@example.org", "moderator"))
        said = {"what": "answer", "finding": "not-corrected", "words": "It is as we say."}
        client.post(f"/reported/errors/{answered.number}", said)
        client.post(f"/reported/errors/{deleted.number}", {"what": "delete", "why": "child"})

        assert [one.ended is None for one in Report.objects.all()] == [False]
        assert [one.act for one in Ending.objects.order_by("pk")] == ["answer", "delete"]
        for table in ("report", "reported_ending"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(f"UPDATE {table} SET {CHANGED[table]} = 'No'")  # noqa: S608  ours
