"""Reports of non-delivery (RFC 3464): which of our mails failed for good, and what was said."""

import pytest

from areasend.post.bounces import read_bounce

KEY = "0123456789abcdef0123456789abcdef"
REPORT = """\
From: MAILER-DAEMON@mx.example.net
To: alerts@areasend.example
Message-ID: <20261119.1@mx.example.net>
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; reader@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such mailbox

--b
Content-Type: {returned}

Message-ID: <{key}@areasend.example>
Subject: Dudley

--b--
"""


def report(action="failed", status="5.1.1", returned="message/rfc822", key=KEY):
    held = REPORT.format(action=action, status=status, returned=returned, key=key)
    return held.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_the_mail_that_failed_for_good_is_named_by_its_key(returned):
    assert read_bounce(report(returned=returned)) == (KEY, "5.1.1 smtp; 550 no such mailbox")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe not mail",
        report(action="delayed", status="4.4.1"),
        report(action="delivered", status="2.0.0"),
        report(key="not-one-of-ours"),
        b"Subject: I am on holiday\r\n\r\nUntil Monday.\r\n",
    ],
)
def test_what_reports_no_failure_of_ours_is_none(raw):
    assert read_bounce(raw) is None
