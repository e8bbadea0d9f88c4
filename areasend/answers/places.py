"""Where is this? The local area of a postcode, whole or begun, or of a name.

What is asked is neither logged nor kept, and no answer repeats it. Nothing on the way may be
cached by what was typed.
"""

from datetime import date
from pathlib import Path

from areasend.answers.found import Found
from areasend.answers.naming import by_name, nearest
from areasend.answers.postcodes import by_letters, by_part, by_whole

#: Characters: neither a name nor an address that ends in a postcode need be longer.
LONGEST = 100
_NOTHING = (
    "We know no place of that name, but our list has not every town. "
    "Type a postcode, or the name of a council."
)


def find(words: str, *, on: date, postcodes: Path) -> Found:
    """Return which local area is meant on a day, by the index of postcodes in a file.

    :raises NoIndex: if a postcode is asked for and there is no such file
    """
    typed = words if len(words) <= LONGEST else ""
    return (
        by_whole(typed, on=on, held=postcodes)
        or by_part(typed, on=on, held=postcodes)
        or by_name(typed, on=on)
        or by_letters(typed, on=on, held=postcodes)
        or Found("unknown", on, _NOTHING, nearest=nearest(typed))
    )
