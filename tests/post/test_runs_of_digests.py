"""Runs: each falls due once, is caught up once if missed, and goes on where it was stopped."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from areasend.post import runs
from areasend.post.models import Mail, Run, Telling
from areasend.post.rhythms import Rhythm
from areasend.post.runs import State, Words
from tests.ledgers import connected_to
from tests.post.posting import NOW, Clock, follows

pytestmark = pytest.mark.django_db


def tell_all(topics, since, until):
    words = f"{since.release} to {until.release}"
    return {topic: Words(topic.title(), words) for topic in topics}


def tell_nothing(_topics, _since, _until):
    return {}


def begin(day=0, *, release=10, tell=tell_all, rhythm=Rhythm.DAILY):
    until = State(release + day, NOW + timedelta(days=day))
    return runs.begin(rhythm, until=until, tell=tell)


def compose(run):
    return runs.compose(run, now=Clock(run.begun_at))


def test_the_first_run_tells_nothing_of_what_was_there_before():
    follows()

    run = begin()

    assert (run.from_release, run.until_release) == (10, 10)
    assert run.composed_at
    assert not Telling.objects.exists()


def test_a_run_falls_due_once_a_day_and_tells_from_where_the_last_one_ended():
    follows()
    begin()
    assert begin() is None

    run = begin(1)

    assert begin(1) is None
    assert (run.from_release, run.until_release) == (10, 11)
    assert compose(run) == 1
    assert Telling.objects.get().words == "10 to 11"


def test_runs_that_were_missed_are_caught_up_exactly_once_and_stay_on_record():
    follows()
    begin()

    run = begin(4)
    for _ in range(3):
        compose(run)
        assert begin(4) is None

    missed = Run.objects.filter(covered_by=run).order_by("day")
    assert [one.day for one in missed] == [date(2026, 11, day) for day in (20, 21, 22)]
    assert Mail.objects.count() == 1
    assert Telling.objects.get().words == "10 to 14"
    assert begin(5).from_release == 14


def test_only_those_who_asked_for_it_and_confirmed_are_told():
    daily = follows("daily@example.org")
    follows("weekly@example.org", rhythm=Rhythm.WEEKLY)
    follows("later@example.org", at=NOW + timedelta(days=2))
    follows("elsewhere@example.org", "area/oldham")
    begin()
    run = begin(1, tell=lambda *_: {"area/dudley": Words("Dudley", "Something.")})

    compose(run)

    assert [mail.subscriber for mail in Mail.objects.all()] == [daily]


def test_one_mail_tells_of_everything_that_a_subscriber_follows():
    follows("reader@example.org", "area/dudley", "area/oldham", "region/london")
    begin()

    compose(begin(1))

    assert Mail.objects.get().topics.split("\n") == ["area/dudley", "area/oldham", "region/london"]


def test_where_nothing_happened_no_mail_is_sent_and_the_run_is_there():
    follows()
    begin()

    compose(begin(1, tell=tell_nothing))

    assert not Mail.objects.exists()
    assert Run.objects.get(day=date(2026, 11, 20)).composed_at


def test_a_run_that_was_stopped_goes_on_where_it_was_and_doubles_nothing(monkeypatch):
    whose = [follows(f"reader{number}@example.org") for number in range(7)]
    monkeypatch.setattr(runs, "_AT_ONCE", 2)
    begin()
    run = begin(1)
    writes = Mail.objects.bulk_create
    left = iter([True, True, False])

    def stops(*given, **options):
        if not next(left):
            raise KeyboardInterrupt
        return writes(*given, **options)

    monkeypatch.setattr(Mail.objects, "bulk_create", stops)
    with pytest.raises(KeyboardInterrupt):
        compose(run)
    assert Mail.objects.count() == 4
    assert runs.begun() == [run]
    monkeypatch.undo()

    compose(run)
    compose(run)

    assert sorted(Mail.objects.values_list("subscriber", flat=True)) == [one.pk for one in whose]
    assert runs.begun() == []


def test_the_database_takes_one_digest_a_subscriber_and_run():
    whose = follows()
    begin()
    run = begin(1)
    compose(run)
    mail = runs._mails(run, [(whose.pk, "area/dudley")], at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.bulk_create(mail)


@pytest.mark.only_on("postgresql", why="SQLite's writers wait for each other from their beginning")
def test_of_two_workers_that_begin_the_same_run_one_does(ledgers, shipped):
    ledger = ledgers.copy(shipped)
    with connected_to(ledger):
        follows()
        begin()
        both, begun = Barrier(2), []

        def one():
            both.wait()
            begun.append(begin(1))
            connection.close()

        workers = [Thread(target=one) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        held = Run.objects.count()
    ledgers.drop(ledger)

    assert sorted(run is None for run in begun) == [False, True]
    assert held == 2
