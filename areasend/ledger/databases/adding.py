"""How a row is added to a table: the same in both databases."""

from collections.abc import Sequence


def insertion(table: str, columns: Sequence[str]) -> str:
    """Return the statement that adds a row, whose values go by the names of their columns."""
    named, values = (", ".join(map(form.format, columns)) for form in ('"{}"', "%({})s"))
    return f'INSERT INTO "{table}" ({named}) VALUES ({values})'
