"""The website as a browser meets it: served by a real process, and looked at in real Chromium."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler

from areasend.ledger.statements import Answered, Finding, Replied
from areasend.opendata.addresses import addresses
from areasend.post import keys, runs
from areasend.post.models import Subscriber
from areasend.post.rhythms import Rhythm
from areasend.register import reports
from areasend.register.asking import now
from areasend.register.models import Reply
from areasend.register.publishing import asker, publish
from tests.asking import NEWEST
from tests.downloads import describe
from tests.ledgers import connected_to
from tests.register import serving
from tests.register.auditing import tell_of_an_audit
from tests.register.planting import (
    SCHEDULED,
    UNRELEASED,
    plant_what_nobody_may_see,
    texts_with,
)
from tests.register.sweeping import WIDTHS

SAID = (
    Answered(
        about="/areas/dudley",
        area="dudley",
        finding=Finding.CORRECTED,
        words="The letter is dated 10 May.",
        release=1178,
    ),
    Answered(about="/glossary", area="", finding=Finding.CANNOT_TELL, words="No source says."),
    Replied(
        area="dudley",
        body="Dudley Council",
        words="The plan is on our site.",
        seen="A link mailed to the published address of its director of children’s services.",
    ),
)

#: Whose alerts are tried, from when, and what they asked for and did not confirm.
SOMEBODY, BEGAN, ASKED = "somebody", datetime(2026, 11, 12, 8, tzinfo=UTC), "measure/inspected"


@pytest.fixture(scope="session", autouse=True)
def data_release(downloads):
    """The folder of a release of the data that the website gives out."""
    return describe(downloads)


@pytest.fixture(scope="session")
def website(shipped, ledgers, postcodes, django_db_blocker):
    """The address of the website, served by a process of its own from a copy of the record.

    In it a report was answered and a body replied, as in the shipped record nobody has yet, and
    may reply again; somebody follows Dudley and was told of it.
    """
    path = ledgers.copy(shipped)
    with django_db_blocker.unblock(), connected_to(path):
        for said in SAID:
            reports.release(said, by=1, at=now())
        tell_of_an_audit()
        let_somebody_follow_dudley()
        let_dudley_reply()
    with serving.website(AREASEND_DATABASE=str(path), AREASEND_POSTCODES=str(postcodes)) as address:
        yield address


@pytest.fixture(scope="session")
def answered():
    """What the website answered at each address when the copy was published."""
    return {}


@pytest.fixture(scope="session")
def published(tmp_path_factory, shipped, ledgers, answered, django_db_blocker):
    """The folder of a published copy, of a ledger that also holds what nobody may see."""
    folder = tmp_path_factory.mktemp("published") / "copy"
    static = tmp_path_factory.mktemp("static")
    (static / "design").mkdir()
    (static / "design" / "areasend.css").write_text("p {}")
    ask = asker(WSGIHandler())

    def kept(address):
        answered[address] = ask(address)
        return answered[address]

    with django_db_blocker.unblock(), connected_to(ledgers.copy(shipped)):
        plant_what_nobody_may_see()
        publish(folder, ask=kept, static=static, also=addresses())
        # It was there to be found, where the pages came from.
        assert texts_with(UNRELEASED)
        assert texts_with(SCHEDULED)
    return folder, static


@pytest.fixture(scope="session")
def pages(published):
    """Every page and file of the published copy, by its path."""
    folder, _ = published
    every = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes().decode("utf-8") for path in every}


def let_somebody_follow_dudley():
    """Let an address ask for alerts, and tell it of a run with something and one without."""
    Subscriber.objects.create(
        key=SOMEBODY, lookup="-", address=keys.seal("reader@example.org"), since=BEGAN
    )
    follower = Subscriber.objects.get(key=SOMEBODY)
    for topic, confirmed in (("area/dudley", BEGAN), ("stage/positive", BEGAN), (ASKED, None)):
        follower.subscriptions.create(
            topic=topic, rhythm="daily", asked_at=BEGAN, confirmed_at=confirmed
        )
    for days in (0, 1, 4):
        at = BEGAN + timedelta(days=days)
        made = runs.begin(Rhythm.DAILY, until=runs.State(NEWEST + days, at), tell=_tell)
        runs.compose(made, now=lambda at=at: at)


def let_dudley_reply():
    """Let links to reply be mailed, one for each width at which the page behind it is looked at."""
    day = now().date()
    for width in WIDTHS:
        Reply.objects.create(
            key=f"width-{width}",
            body="council/dudley",
            about="/areas/dudley#f955",
            asked=day,
            mailed=day,
        )


def _tell(_topics, _since, until):
    said = "* 12 November 2026: A letter was published.\n  Dudley\n  http://localhost/areas/dudley"
    return {"area/dudley": runs.Words("Dudley", said)} if until.release > NEWEST + 1 else {}
