"""How often our record is wrong, as far as facts of it were keyed again from their documents."""

from django.http import HttpRequest, HttpResponse

from areasend.answers.asked import Asked
from areasend.answers.audits import audits as found
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page


@answering
def audits(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return what came of each sample that was published."""
    title = "How often our record is wrong"
    return page(request, "audits.html", title=title, crumbs=crumbs(), found=found(asked))
