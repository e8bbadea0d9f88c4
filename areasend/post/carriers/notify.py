"""GOV.UK Notify, by its own client (the extra `notify`).

Its template needs two fields: ((subject)) as the subject and ((words)) as the message. A letter's
key is Notify's reference, by which it can be asked whether it took a letter before.
"""

from typing import Any

from areasend.post.letters import Letter, Refused, Unreachable

_TOO_MANY, _SERVERS_FAULT = 429, 500
#: What is wrong with our account, not with a letter.
_NOT_LET_IN = frozenset({401, 403})


class NoClient(ValueError):
    """The client of GOV.UK Notify is not installed."""


class Notify:
    """Hands letters to GOV.UK Notify."""

    def __init__(self, *, key: str, template: str, server: str) -> None:
        try:
            from notifications_python_client.notifications import NotificationsAPIClient
        except ImportError:
            raise NoClient("GOV.UK Notify's client is missing: pip install areasend[notify]") from (
                None
            )
        made: Any = NotificationsAPIClient
        self._template, self._client = template, made(key, base_url=server)

    def took(self, key: str) -> bool:
        """Return whether it holds a letter of this key.

        :raises Unreachable: if it does not answer
        """
        found = self._asked(lambda: self._client.get_all_notifications(reference=key))
        return bool(found["notifications"])

    def hand_over(self, letter: Letter) -> None:
        """Hand a letter over.

        :raises Refused: if it was not taken
        :raises Unreachable: if it does not answer, is asked too much, or lets us not in
        """
        self._asked(
            lambda: self._client.send_email_notification(
                email_address=letter.to,
                template_id=self._template,
                personalisation={"subject": letter.subject, "words": letter.words},
                reference=letter.key,
                one_click_unsubscribe_url=letter.stop or None,
            )
        )

    def close(self) -> None:
        """Let go of the line."""
        self._client.request_session.close()

    def _asked(self, question: Any) -> Any:
        from notifications_python_client.errors import HTTPError

        try:
            return question()
        except HTTPError as trouble:
            code, words = trouble.status_code, f"{trouble.status_code} {trouble.message}"
            if code in _NOT_LET_IN or code == _TOO_MANY or code >= _SERVERS_FAULT:
                raise Unreachable(words) from None
            raise Refused(words, for_good=True) from None
