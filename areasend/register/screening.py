"""Sees what must not be stored in words from the public: what points to a child or a person.

It only looks; it keeps and logs nothing. It says which kind of thing it saw, so that whoever was
misunderstood can put it another way. It cannot know a bare name, which is why a person reads
every report, and why reports are deleted.
"""

import re
import unicodedata
from calendar import month_name
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import folded

_RELATIONS = (
    "sons?|daughters?|child|children|boys?|girls?|kids?|lads?|baby|babies|toddlers?|teenagers?"
    "|twins?|little one|grand(?:sons?|daughters?|child|children)|nephews?|nieces?"
    "|brothers?|sisters?|step(?:sons?|daughters?|child|children)|foster child|wife|husband"
    "|mum|mother|dad|father"
)
#: After “children” these make it the name of a service, not somebody's child.
_SERVICES = r"(?!['’]?s?['’]?\s+(?:services?|social|centres?|hospitals?|trusts?|homes?|boards?))"
_FAMILY = re.compile(
    rf"\b(?:my|our|his|her|their)\s+(?:[\w-]+\s+){{0,3}}(?:{_RELATIONS})\b{_SERVICES}"
    rf"|\b(?:{_RELATIONS})\s+of\s+(?:mine|ours)\b"
    r"|\b(?:mother|father|mum|dad|parent|carer|guardian|nan|gran|grandparent)\s+(?:of|to)\s+an?\b"
    r"|\b(?:child|son|daughter|boy|girl|pupil|student|sister|brother)\s*,?\s+(?:called|named)\b"
    r"|\b(?:child|pupil|boy|girl)\s+[a-z]\b(?!['’])"
)
_CASE = re.compile(
    r"\b(?:my|his|her)\s+(?:[\w-]+\s+){0,2}(?:ehcp?s?|school|nursery|case|appeal|tribunal|diagnosis"
    r"|needs|placement|senco|doctor|paediatrician|autism|adhd|disability|teacher|transport)\b"
)
_AGE = re.compile(
    r"\b(?:years?|yrs?|months?)[\s-]*old\b|\b\d{1,2}\s*y/?o\b"
    r"|\baged?\s+\d{1,2}\b(?!\s*(?:(?:to|and|or)\s+(?:\d|over|under)|-|–|\+|\d))"
)
_IS = r"(?:['’]s|\s+(?:is|was|turned|turns|will\s+be))"
_NUMBER = (
    r"(?:2[0-5]|1\d|[1-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
#: "She is 7 and does not speak"; what is counted or measured is no age.
_AGE_OF = re.compile(
    rf"\b(?:he|she|who|child|son|daughter|boy|girl|pupil|student){_IS}"
    rf"\s+(?:now\s+|only\s+|just\s+|nearly\s+|almost\s+)?{_NUMBER}\b"
    r"(?!\s*(?:[-–%/.:]\s?\d|%|of\b|out\b|in\b|to\b|(?:working\s+)?days?|weeks?|months?\b"
    r"|areas?\b|weaknesses\b|actions?\b))"
)
#: "Tommy, 9, was excluded".
_AGE_AFTER = re.compile(
    r"\b([A-Z][a-z]{1,20}),\s?(?:2[0-5]|1\d|[1-9]),\s?"
    r"(?:who|whose|is|was|has|had|cannot|could|did|does|got|goes|lives|needs|attends|waits|waited)\b"
)
_YEAR = (
    r"(?:year\s?(?:1[0-3]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen)|y(?:1[0-3]|[1-9])|reception|nursery)"
)
#: A year of school points to a child where a pupil or a school stands beside it.
_SCHOOL_YEAR = re.compile(
    rf"\b{_YEAR}\s+(?:pupil|student|child|boy|girl)\b(?!['’]?s)"
    rf"|\b(?:pupil|student|child|boy|girl|he|she|who)(?:{_IS})?\s+in\s+{_YEAR}\b"
)
_YEAR_AT = re.compile(rf"\b(?i:{_YEAR})\s+at\s+(?:the\s+)?[A-Z]")
#: "Tommy in Year 4"; a year of a programme is written small.
_IN_YEAR = re.compile(r"\b([A-Z][a-z]{1,20}),?\s+in\s+Y(?:ear\s?)?(?:1[0-3]|[1-9])\b")
_BIRTH = re.compile(r"\b(?:date of birth|d\s?\.?\s?o\s?\.?\s?b|birthdays?|birth date|born)\b")
_EMAIL = re.compile(
    r"\S\s?(?:@|[(\[{]\s?at\s?[)\]}])\s?\w|\bat\s+[\w-]{1,40}\s+[(\[{]?dot\b"
    r"|\bat\s+(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|aol|proton|live|msn)"
    r"\s?(?:\.|\(?dot\)?)\s?(?:com|co|net|me|org|uk)\b"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[abd-hjlnp-uw-z]{2}\b")
_INSURANCE = re.compile(r"\b[a-z]{2}[\s.-]?(?:\d{2}[\s.-]?){3}[a-d]\b")
_PUPIL = re.compile(r"\b[a-z]\d{11}[\da-z]\b")
_DIGITS = re.compile(r"(?<![\d.])(?:\+\s?)?\(?\d(?:[\s().-]{0,5}\d){9,14}(?!\d)")
#: Reports of errors are full of days, two of which in a row would look like a telephone number.
_DAY = re.compile(
    r"\b(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-]20\d\d|20\d\d-[01]\d-[0-3]\d)\b"
)
#: A title before a name, as it is written: “dr” in small letters is seldom a person.
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\b\.?\s+[A-Z]"
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_NHS_DIGITS = 10


def seen_in(words: str) -> tuple[str, ...]:
    """Return the kinds of things seen in words that must not be stored, such as 'a postcode'."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", words))
    return tuple(what for what, sees in _KINDS if sees(plain))


def seen_in_address(href: str) -> tuple[str, ...]:
    """Return the same of a web address, in which digits in a row are mostly a document's number."""
    words = re.sub(r"[-_/+.=?&#]+", " ", unquote(href))
    told = {*seen_in(words), *(("an e-mail address",) if _EMAIL.search(unquote(href)) else ())}
    return tuple(what for what, _ in _KINDS if what in told - {_TELEPHONE, _NHS})


def _age(words: str) -> bool:
    said = words.casefold()
    return bool(_AGE.search(said) or _AGE_OF.search(said)) or _after_a_name(_AGE_AFTER, words)


def _after_a_name(pattern: re.Pattern[str], words: str) -> bool:
    return any(found[1].casefold() not in _no_names() for found in pattern.finditer(words))


@cache
def _no_names() -> frozenset[str]:
    """Return the words before a number that are no child's name: those of areas, and months."""
    names = " ".join(("Ofsted", *month_name, *(area.name for area in AREAS.values())))
    return frozenset(folded(names).split())


def _school_year(words: str) -> bool:
    plain = _SCHOOL_YEAR.search(words.casefold()) or _YEAR_AT.search(words)
    return bool(plain) or _after_a_name(_IN_YEAR, words)


def _telephone(words: str) -> bool:
    return any(digits.startswith(("0", "44")) for digits in _numbers(words))


def _nhs(words: str) -> bool:
    return any(_is_nhs(digits) for digits in _numbers(words))


def _numbers(words: str) -> Iterator[str]:
    for found in _DIGITS.finditer(_DAY.sub(",", words)):
        yield "".join(str(unicodedata.digit(one)) for one in found.group() if one.isdigit())


def _is_nhs(digits: str) -> bool:
    """Return whether the last of ten digits checks the nine before it.

    NHS Data Model and Dictionary, NHS NUMBER: weights 10 to 2, modulus 11.
    """
    if len(digits) != _NHS_DIGITS:
        return False
    total = sum(int(one) * weight for one, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def _any_case(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda words: pattern.search(words.casefold()) is not None


_TELEPHONE, _NHS = "a telephone number", "an NHS number"
#: In the order in which they are told.
_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("words about somebody’s child or family", _any_case(_FAMILY)),
    ("words about one person’s school, plan or case", _any_case(_CASE)),
    ("somebody’s age", _age),
    ("a child’s year at school", _school_year),
    ("words about somebody’s birth", _any_case(_BIRTH)),
    ("somebody’s name", lambda words: _NAME.search(words) is not None),
    ("an e-mail address", _any_case(_EMAIL)),
    (_TELEPHONE, _telephone),
    ("a postcode", _any_case(_POSTCODE)),
    (_NHS, _nhs),
    ("a National Insurance number", _any_case(_INSURANCE)),
    ("a unique pupil number", _any_case(_PUPIL)),
)
