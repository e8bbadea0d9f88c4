"""The environment that every template is rendered in: GOV.UK's macros, our layout, our filters."""

from typing import Any

from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from jinja2 import BaseLoader, Environment, PackageLoader, PrefixLoader

from areasend.design.line_chart import line_chart
from areasend.domain.intervals import in_words


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
    made.filters["sentence"] = sentence
    made.filters["line_chart"] = line_chart
    made.globals.update(static=static, url=url, url_if_any=url_if_any)
    made.trim_blocks = made.lstrip_blocks = True
    return made


def sentence(words: str) -> str:
    """Return words that begin as a sentence does."""
    return words[:1].upper() + words[1:]


def url(name: str, **kwargs: Any) -> str:
    """Return the address of a page by its name."""
    return reverse(name, kwargs=kwargs or None)


def url_if_any(name: str) -> str | None:
    """Return the address of a page by its name, or None where the site has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
