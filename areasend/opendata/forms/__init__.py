"""The forms that a table is written in, each a row at a time."""

from collections.abc import Callable

from areasend.opendata.columns import Values

#: Takes one row of a table.
Add = Callable[[Values], None]
