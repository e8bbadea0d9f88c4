"""What we got wrong, what came of reported errors, and what the bodies concerned reply."""

from django.http import HttpRequest, HttpResponse

from areasend.answers.answered import answered
from areasend.answers.asked import Asked
from areasend.answers.corrections import corrections as corrected
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page


@answering
def corrections(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the page of corrections, answered reports and replies."""
    return page(
        request,
        "corrections.html",
        title="Corrections, answers and replies",
        crumbs=crumbs(),
        said=answered(asked),
        corrected=corrected(asked),
    )
