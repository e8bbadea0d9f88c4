"""A mail server, by SMTP (RFC 5321), through Django's way to send mail.

It cannot be asked whether it took a letter before. A letter's Message-ID is the same each time,
by which many mailboxes drop the second.
"""

import smtplib
from email.policy import Compat32
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from areasend.post.letters import Letter, Refused, Unreachable

#: RFC 5321, 4.2.1: replies of 500 and above are refused for good.
_FOR_GOOD = 500
#: RFC 5322, 2.1.1: characters that a line may have.
_LONGEST_LINE = 998


class _AsTheyAre(Compat32):
    """Writes headers without folding them, where their lines are no longer than mail allows.

    To find out where to fold them takes longer than all else of a letter.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return a header's line, or its lines."""
        line = f"{name}: {value}"
        if not isinstance(value, str) or "\n" in line or not line.isascii():
            return super().fold_binary(name, value)
        whole = len(line) <= _LONGEST_LINE
        return f"{line}{self.linesep}".encode() if whole else super().fold_binary(name, value)


class _Message(EmailMessage):
    def message(self, **how: Any) -> Any:
        """Return the message, which writes its headers as they are."""
        made = super().message(**how)
        made.policy = _AS_THEY_ARE
        return made


_AS_THEY_ARE = _AsTheyAre()


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
    return _Message(
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
