"""The outbox and a real mail server: taken once, tried again, given up, never lost."""

import json
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from areasend.post import outbox
from areasend.post.carriers import carrier
from areasend.post.carriers.smtp import message
from areasend.post.letters import Letter, Refused
from areasend.post.models import Mail, Trouble
from tests.post.posting import NOW, follows

pytestmark = pytest.mark.django_db


def queue(count=1, to="reader{}@example.org"):
    """Put mails into the outbox, each to an address of its own."""
    return [
        Mail.objects.create(
            key=f"{number:032x}",
            kind=Mail.WELCOME,
            subscriber=follows(to.format(number)),
            topics="area/dudley",
            rhythm="daily",
            queued_at=NOW,
            due_at=NOW,
        )
        for number in range(count)
    ]


def write(mails):
    return {mail.pk: letter(mail) for mail in mails}


def letter(mail):
    from areasend.post import keys

    address = keys.unseal(mail.subscriber.address)
    return Letter(
        key=mail.key,
        to=address,
        subject="Dudley – something happened",
        words="A “monitoring visit” was held.\n",
        stop="https://areasend.example/alerts/stop/x",
    )


@pytest.fixture
def sender(server, clock):  # noqa: ARG001  the settings name it
    made = outbox.Sender(carrier(), write, clock)
    yield made
    made.carrier.close()


def test_a_mail_that_was_taken_says_what_it_is_and_how_to_end_it(sender, server):
    queue()

    assert sender.send_due() == 1

    (taken,) = server.took
    assert taken["to"] == "reader0@example.org"
    assert taken["words"].replace("\r\n", "\n") == "A “monitoring visit” was held.\n"
    headers = taken["headers"]
    assert headers["Message-ID"] == f"<{0:032x}@localhost>"
    assert headers["List-Unsubscribe"] == "<https://areasend.example/alerts/stop/x>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert Mail.objects.get().sent_at == NOW


def test_a_link_to_end_it_stays_on_one_line_and_no_line_is_longer_than_mail_allows():
    subject, stop = "Dudley – “something”, and more " * 3, f"https://areasend.example/{'x' * 300}"
    sent = Letter(key="0" * 32, to="reader@example.org", subject=subject, words="Œ\n", stop=stop)

    lines = message(sent, sender="alerts@areasend.example").message().as_bytes().split(b"\n")
    read = message_from_bytes(b"\n".join(lines), policy=policy.default)

    assert f"List-Unsubscribe: <{stop}>".encode() in lines
    assert max(map(len, lines)) <= 998
    assert read["Subject"].strip() == subject.strip()
    assert (read["To"], read.get_content()) == ("reader@example.org", "Œ\n")


def test_what_was_sent_is_not_sent_again(sender, server, clock):
    queue(outbox.BATCH + 10)

    while sender.send_due():
        pass
    clock.forward(days=30)
    assert sender.send_due() == 0

    assert sorted(one["key"] for one in server.took) == [
        f"<{number:032x}@localhost>" for number in range(outbox.BATCH + 10)
    ]


def test_what_is_refused_for_now_is_tried_again_ever_more_seldom_and_then_given_up(
    sender, server, clock
):
    queue(to="later{}@example.org")
    waits = []

    while Mail.objects.get().given_up_at is None:
        clock.at = Mail.objects.get().due_at
        assert sender.send_due() == 1
        waits.append(Mail.objects.get().due_at - clock.at)
    clock.forward(days=1)

    assert sender.send_due() == 0
    assert server.took == []
    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert max(waits) == outbox.LONGEST_WAIT
    assert Mail.objects.get().given_up_at - NOW > outbox.TRIED_FOR
    assert Trouble.objects.count() == len(waits)
    assert not Trouble.objects.filter(for_good=True).exists()


def test_what_is_refused_for_good_is_kept_without_its_address_and_tried_no_more(sender, clock):
    queue(to="never{}@example.org")

    sender.send_due()
    clock.forward(days=1)

    assert sender.send_due() == 0
    kept = Trouble.objects.get()
    assert kept.for_good
    assert kept.words == "550 5.1.1 <(address)>: no such mailbox"
    assert Mail.objects.get().given_up_at == NOW


def test_one_that_is_refused_stops_none_of_the_others(sender, server):
    queue(3, to="never{}@example.org")
    queue_of_others = [follows(f"other{number}@example.org") for number in range(2)]
    for number, whose in enumerate(queue_of_others):
        Mail.objects.create(
            key=f"other{number}",
            kind=Mail.WELCOME,
            subscriber=whose,
            topics="area/dudley",
            rhythm="daily",
            queued_at=NOW,
            due_at=NOW,
        )

    sender.send_due()

    assert [one["to"] for one in server.took] == ["other0@example.org", "other1@example.org"]


def test_one_that_cannot_be_addressed_is_tried_again_and_stops_none_of_the_others(sender, server):
    first, _ = queue(2)
    why = Refused("No secret opens this address.", for_good=False)
    lost = replace(sender, write=lambda mails: {**write(mails), first.pk: why})

    assert lost.send_due() == 2

    assert [one["to"] for one in server.took] == ["reader1@example.org"]
    assert Trouble.objects.get().words == "No secret opens this address."
    first.refresh_from_db()
    assert (first.due_at, first.given_up_at) == (NOW + timedelta(minutes=1), None)


def test_where_no_server_answers_all_wait_and_none_is_lost(sender, server, settings, clock):
    queue(3)
    settings.EMAIL_PORT = 9  # discard: nobody listens
    nobody = outbox.Sender(carrier(), write, clock)

    assert nobody.send_due() == 0
    assert nobody.send_due() == 0
    assert Trouble.objects.count() == 1

    clock.forward(minutes=1)
    assert sender.send_due() == 3
    assert len(server.took) == 3


def test_what_a_killed_worker_had_taken_falls_due_again_after_its_time_and_not_before(
    sender, server, clock
):
    queue(3)
    outbox._take(at=clock(), lease=outbox.LEASE)

    assert sender.send_due() == 0
    clock.at += outbox.LEASE
    assert sender.send_due() == 3
    assert len(server.took) == 3


def test_two_workers_never_hold_the_same_mail(clock):
    queue(outbox.BATCH + 10)

    taken = [outbox._take(at=clock(), lease=outbox.LEASE) for _ in range(3)]

    numbers = [mail.pk for mails in taken for mail in mails]
    assert len(numbers) == len(set(numbers)) == outbox.BATCH + 10


def test_in_the_second_half_of_its_time_a_worker_hands_nothing_over(server, clock):
    queue(10)

    class Slow:
        """A carrier that takes a minute for each letter."""

        def took(self, _key):
            return False

        def hand_over(self, _letter):
            clock.forward(minutes=1)

        def close(self):
            pass

    slow = outbox.Sender(Slow(), write, clock, lease=timedelta(minutes=6))

    assert slow.send_due() == 3
    assert Mail.objects.filter(sent_at=None, claim="", due_at__lte=clock()).count() == 7
    assert server.took == []


def test_a_worker_that_is_to_stop_finishes_the_mail_in_hand_and_leaves_the_rest(server, clock):
    queue(5)
    asked = iter([False, False, True])
    stopping = outbox.Sender(carrier(), write, clock, stopping=lambda: next(asked))

    assert stopping.send_due() == 2
    stopping.carrier.close()

    assert len(server.took) == 2
    assert Mail.objects.filter(sent_at=None, claim="", due_at__lte=clock()).count() == 3


def test_whoever_is_forgotten_while_their_mail_is_in_hand_leaves_nothing(sender):
    (mail,) = queue(to="never{}@example.org")
    (taken,) = outbox._take(at=NOW, lease=outbox.LEASE)
    held = letter(taken)

    mail.subscriber.delete()
    sender._send(taken, held)

    assert not Mail.objects.exists()
    assert not Trouble.objects.exists()


def test_a_mail_that_came_back_is_kept_with_its_reason(sender):
    (mail,) = queue()
    sender.send_due()

    assert outbox.bounced(mail.key, "5.1.1 reader0@example.org unknown", at=NOW)
    assert not outbox.bounced("f" * 32, "5.1.1", at=NOW)

    assert json.dumps(list(Trouble.objects.values_list("words", flat=True))) == (
        '["5.1.1 (address) unknown"]'
    )
