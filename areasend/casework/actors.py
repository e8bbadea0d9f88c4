"""Who did something, as people within the rooms know each other."""

from collections.abc import Iterable

from areasend.people.models import Account


def names(numbers: Iterable[int]) -> dict[int, str]:
    """Return the address of each account by its number: shown in these rooms and nowhere else."""
    asked = set(numbers)
    known = Account.objects.filter(number__in=asked).values_list("number", "email")
    return {**{number: f"account {number}" for number in asked}, **dict(known)}
