"""Pages of our own beside those of allauth."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from areasend.people.gate import Deed, needs


@needs(Deed.CHECK)
def home(request: HttpRequest) -> HttpResponse:
    """Return the first page, where no room has one."""
    return render(request, "people/home.html", {"title": "Rooms"})
