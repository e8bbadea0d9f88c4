"""Asking, confirming and ending: nothing counts before the address has answered."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from areasend.post import keys, subscribing
from areasend.post.models import Mail, Subscriber, Subscription, Trouble
from areasend.post.rhythms import Rhythm
from areasend.post.sweeping import sweep_at
from tests.post.posting import NOW, follows

pytestmark = pytest.mark.django_db
ADDRESS = "reader@example.org"


def ask(address=ADDRESS, *, topic="area/dudley", rhythm=Rhythm.DAILY, at=NOW):
    subscribing.ask(address=address, topic=topic, rhythm=rhythm, at=at)


def link(topic="area/dudley", rhythm="daily"):
    return subscribing.link_to_confirm(Subscriber.objects.get(), topic=topic, rhythm=rhythm)


def test_what_was_asked_and_its_mail_are_kept_together_and_the_address_is_sealed():
    ask()

    kept = Subscriber.objects.get()
    assert keys.unseal(kept.address) == ADDRESS
    assert "reader" not in repr(vars(kept))
    assert list(Mail.objects.values_list("kind", "topics")) == [(Mail.CONFIRM, "area/dudley")]
    assert not Subscription.objects.filter(confirmed_at__isnull=False).exists()


def test_the_database_refuses_an_address_that_is_not_sealed():
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscriber.objects.create(key="a", lookup="b", address=ADDRESS, since=NOW)


def test_an_address_is_asked_to_confirm_three_times_a_day_and_no_more():
    for _ in range(20):
        ask()
    ask(topic="area/oldham")
    assert Mail.objects.count() == 3
    assert Subscription.objects.count() == 1

    ask(topic="area/oldham", at=NOW + timedelta(days=1, seconds=1))
    assert Mail.objects.count() == 4


def test_confirming_counts_once_however_often_the_link_is_used():
    ask()
    for hours in range(3):
        subscribing.confirm(link(), at=NOW + timedelta(hours=hours))

    assert Subscription.objects.get().confirmed_at == NOW
    assert Mail.objects.filter(kind=Mail.WELCOME).count() == 1


def test_a_link_used_again_after_the_end_brings_nothing_back():
    ask()
    used = link()
    subscribing.forget(subscribing.confirm(used, at=NOW))

    with pytest.raises(subscribing.LinkIsOver):
        subscribing.confirm(used, at=NOW)
    ask()
    with pytest.raises(subscribing.LinkIsOver):
        subscribing.confirm(used, at=NOW)
    assert not Subscription.objects.filter(confirmed_at__isnull=False).exists()


def test_another_rhythm_takes_the_place_of_the_first_when_it_is_confirmed():
    ask()
    subscribing.confirm(link(), at=NOW)
    ask(rhythm=Rhythm.WEEKLY)
    assert Subscription.objects.filter(confirmed_at__isnull=False).get().rhythm == "daily"

    subscribing.confirm(link(rhythm="weekly"), at=NOW)
    assert Subscription.objects.get().rhythm == "weekly"


def test_one_address_can_follow_so_much_and_is_told_so():
    whose = follows(ADDRESS, *(f"area/{number}" for number in range(subscribing.MOST)))
    ask()

    with pytest.raises(subscribing.TooMuch, match="50 things"):
        subscribing.confirm(link(), at=NOW)
    assert whose.subscriptions.filter(confirmed_at__isnull=False).count() == subscribing.MOST


def test_whoever_is_forgotten_leaves_no_row_in_any_table():
    ask()
    whose = subscribing.confirm(link(), at=NOW)
    mail = Mail.objects.first()
    Trouble.objects.create(mail=mail, at=NOW, for_good=False, words="451 not now")

    subscribing.forget(whose)

    tables = (Subscriber, Subscription, Mail, Trouble)
    assert [table.objects.count() for table in tables] == [0, 0, 0, 0]


def test_what_is_never_confirmed_is_deleted_and_its_address_with_it():
    ask()
    follows("other@example.org")
    sweep_at(NOW + subscribing.TO_CONFIRM)
    assert Subscriber.objects.count() == 2

    assert sweep_at(NOW + subscribing.TO_CONFIRM + timedelta(seconds=1)) == 1
    assert keys.unseal(Subscriber.objects.get().address) == "other@example.org"


def test_an_address_from_which_three_mails_in_a_row_came_back_is_forgotten():
    dead, alive = follows("dead@example.org"), follows("alive@example.org")
    for number in range(3):
        for whose in (dead, alive):
            mail = Mail.objects.create(
                key=f"{whose.pk}-{number}",
                kind=Mail.WELCOME,
                subscriber=whose,
                topics="area/dudley",
                rhythm="daily",
                queued_at=NOW,
                due_at=NOW,
                sent_at=NOW,
            )
            if whose == dead or number < 2:
                Trouble.objects.create(mail=mail, at=NOW, for_good=True, words="550 nobody")

    assert sweep_at(NOW) == 1
    assert Subscriber.objects.get() == alive
