"""The first page: what this is, where to find one's area, and where the nation stands."""

from django.http import HttpRequest, HttpResponse

from areasend.answers.asked import Asked
from areasend.answers.national import national_picture
from areasend.answers.where import where
from areasend.register.asking import answering
from areasend.register.pages import page


@answering
def home(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the first page."""
    return page(
        request,
        "home.html",
        title="What happened after the inspectors left?",
        national=national_picture(asked),
        where=where(asked),
    )
