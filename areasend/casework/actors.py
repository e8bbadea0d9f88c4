"""Who does something, as the ledger knows them: the number of their account, and nothing else."""

from areasend.people.models import Account

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ledger_number(number: str) -> int:
    """Return an account's number as the whole number that the ledger stores.

    Its twelve letters and digits are sixty bits (Crockford's base 32), and nothing of them is lost.
    """
    whole = 0
    for digit in number:
        whole = whole * len(_DIGITS) + _DIGITS.index(digit)
    return whole


def names(numbers: frozenset[str] | set[str]) -> dict[str, str]:
    """Return by which address each account is known within the rooms."""
    known = Account.objects.filter(number__in=numbers).values_list("number", "email")
    return {**{number: f"account {number}" for number in numbers}, **dict(known)}
