"""A mail server, by SMTP (RFC 5321), through Django's way to send mail.

It cannot be asked whether it took a letter before. A letter's Message-ID is the same each time,
by which many mailboxes drop the second.
"""

import smtplib

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from areasend.post.letters import Letter, Refused, Unreachable

#: RFC 5321, 4.2.1: replies of 500 and above are refused for good.
_FOR_GOOD = 500


class Smtp:
    """Hands letters to the server that Django's settings name, over one line kept open."""

    def __init__(self, *, sender: str) -> None:
        self._sender, self._line = sender, get_connection()

    def took(self, key: str) -> bool:  # noqa: ARG002  a server cannot be asked
        """Return False: nobody can tell."""
        return False

    def hand_over(self, letter: Letter) -> None:
        """Hand a letter over.

        :raises Refused: if the server would not take it
        :raises Unreachable: if there is no server, or it lets nobody in
        """
        try:
            # Else each letter would have a line of its own.
            self._line.open()
            message(letter, sender=self._sender, line=self._line).send()
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as trouble:
            code, said = _answer(trouble)
            self.close()
            if isinstance(trouble, smtplib.SMTPConnectError | smtplib.SMTPAuthenticationError):
                raise Unreachable(f"{code} {said}") from None
            raise Refused(f"{code} {said}", for_good=code >= _FOR_GOOD) from None
        except (OSError, smtplib.SMTPException) as trouble:
            self.close()
            raise Unreachable(f"{type(trouble).__name__}: {trouble}") from None

    def close(self) -> None:
        """Let go of the line."""
        try:
            self._line.close()
        except (OSError, smtplib.SMTPException):
            self._line = get_connection()


def message(letter: Letter, *, sender: str, line: BaseEmailBackend | None = None) -> EmailMessage:
    """Return a letter as a message, with the headers of one click to end it (RFC 8058)."""
    host = sender.rpartition("@")[2].rstrip("> ")
    stop = {
        "List-Unsubscribe": f"<{letter.stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return EmailMessage(
        subject=letter.subject,
        body=letter.words,
        from_email=sender,
        to=[letter.to],
        connection=line,
        headers={
            "Message-ID": f"<{letter.key}@{host}>",
            **(stop if letter.stop else {}),
            # RFC 3834: no machine need answer.
            "Auto-Submitted": "auto-generated",
        },
    )


def _answer(
    trouble: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> tuple[int, str]:
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(trouble.recipients.values()))
        return code, _text(said)
    return trouble.smtp_code, _text(trouble.smtp_error)


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
