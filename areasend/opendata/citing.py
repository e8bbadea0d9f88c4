"""How this face's own pages are cited: as they stand at present."""

from django.conf import settings
from django.http import HttpRequest

from areasend.answers.asking import read_asked
from areasend.answers.citing import Citation, cited
from areasend.answers.wording import day_of
from areasend.opendata.clock import now


def as_it_stands(request: HttpRequest, title: str) -> Citation:
    """Return how to cite a page that tells of no day; in a copy, where the register shows it."""
    if request.META.get("areasend.published"):
        at = f"{settings.ADDRESS}{request.path}" if settings.ADDRESS else ""
    else:
        at = request.build_absolute_uri(request.path)
    asked = read_asked(as_at=None, known_at=None, now=now())
    return cited(title, asked, at=at, read_on=day_of(now()))
