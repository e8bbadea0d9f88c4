"""The environment that every template is rendered in: GOV.UK's macros, our layout, our filters."""

import re
from datetime import datetime
from typing import Any

from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localtime
from jinja2 import BaseLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup, escape

from areasend.design.line_chart import line_chart
from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import slug_of
from areasend.domain.intervals import Interval, NotADate, in_words

_EMPHASIS = re.compile(r"\*([^*]+)\*")
#: A year alone may be a number of anything.
_MORE_THAN_A_YEAR = re.compile(r"[\d./]+-[\d./-]+", re.ASCII)
_SLUGS = {one.name: slug for slug, one in AREAS.items()}


def loader(**faces: str) -> BaseLoader:
    """Return where templates are found, by the first part of their name.

    Each face is given as its name and its package.
    """
    packages = {
        "design": "areasend.design",
        "govuk_frontend_jinja": "govuk_frontend_jinja",
        **faces,
    }
    return PrefixLoader({name: PackageLoader(package) for name, package in packages.items()})


def environment(*, autoescape: bool = True, **options: Any) -> Environment:
    """Return the environment, for Django's Jinja backend."""
    made = Environment(autoescape=autoescape, **options)  # noqa: S701  Django gives True
    made.filters["day"] = in_words
    made.filters["size"] = size
    made.filters["at_time"] = at_time
    made.filters["on_day"] = on_day
    made.filters["sentence"] = sentence
    made.filters["slug"] = slug_of
    made.filters["area_named"] = _SLUGS.get
    made.filters["written"] = written
    made.filters["lower_first"] = lower_first
    made.filters["emphasised"] = emphasised
    made.globals.update(static=static, url=url, url_if_any=url_if_any)
    made.filters["line_chart"] = line_chart
    made.trim_blocks = made.lstrip_blocks = True
    return made


def size(count: int) -> str:
    """Return a number of bytes as a reader has it, such as '1.2 MB'."""
    for unit, whole in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= whole:
            return f"{count / whole:.1f} {unit}"
    return f"{count} bytes"


def at_time(moment: datetime) -> str:
    """Return the time of day in London, such as '14:05'."""
    return f"{localtime(moment):%H:%M}"


def on_day(moment: datetime) -> str:
    """Return the day in London in words."""
    return in_words(localtime(moment).date())


def sentence(words: str) -> str:
    """Return words that begin as a sentence does."""
    return words[:1].upper() + words[1:]


def written(text: str) -> str:
    """Return a date as data writes it, such as 2021-07-14, in words; any other text as it is."""
    if not _MORE_THAN_A_YEAR.fullmatch(text):
        return text
    try:
        return str(Interval.read(text))
    except NotADate:
        return text


def lower_first(words: str) -> str:
    """Return words that go on within a sentence."""
    return words[:1].lower() + words[1:]


def emphasised(words: str) -> Markup:
    """Return words in which what stands between asterisks is emphasised; all else is escaped."""
    plain = str(escape(words.replace("`", "")))
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", plain))  # noqa: S704  escaped on the line above


def url(page: str, /, **kwargs: Any) -> str:
    """Return the address of a page by its name."""
    return reverse(page, kwargs=kwargs or None)


def url_if_any(name: str) -> str | None:
    """Return the address of a page by its name, or None where the site has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
