"""How the spellings of an area's name come down to one."""

import re
import unicodedata

# "London Borough of Bexley", "The Royal Borough of Greenwich", "City of York"; but the City of
# London is not London.
_BEFORE = re.compile(
    r"^(the |((royal|london|metropolitan) )?borough of |[lr]b (of )?"
    r"|city of (?!london\b)|(county|council) of )+"
)
# "Bristol City Council", "Bristol, City of", "Bexley London Boro", "Dorset Local Area Partnership".
_AFTER = re.compile(
    r"( (of|the|city|county|(london )?boro(ugh)?|district|metropolitan|unitary|council|corporation"
    r"|authority|local|area|partnership|ua|la|cc|bc|lbc|mbc|mdc|lap))+$"
)
# "King's Lynn" is mostly typed as "Kings Lynn".
_APOSTROPHE = re.compile(r"['’‘`]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return the words of the text in lower case, without accents or punctuation."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text.replace("&", " and ")))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _NOT_A_WORD.sub(" ", letters.casefold()).strip()


def bare(words: str) -> str:
    """Return folded words without those that only say what kind of council it is."""
    return _AFTER.sub("", _BEFORE.sub("", words))


def slug_of(name: str) -> str:
    """Return a name as a word of an address: "North East, Yorkshire" is north-east-yorkshire."""
    return folded(name).replace(" ", "-")
