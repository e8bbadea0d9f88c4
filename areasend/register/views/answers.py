"""The questions that were asked in public, and why the published counts differ."""

from string import ascii_lowercase

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from areasend.answers.asked import Asked
from areasend.answers.asking_for import records_to
from areasend.answers.questions import QUESTIONS, answer
from areasend.answers.reconciling.reconciliation import reconcile
from areasend.answers.where import where
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page

#: The question whose answer has a page of its own name.
WHAT_FOLLOWED = "what-followed"


def answers(request: HttpRequest) -> HttpResponse:
    """Return the list of questions."""
    title = "Questions that were asked in public"
    return page(request, "answers.html", title=title, crumbs=crumbs(), questions=QUESTIONS.values())


@answering
def question(request: HttpRequest, *, name: str, asked: Asked) -> HttpResponse:
    """Return the answer to one question, as at a day."""
    if name not in QUESTIONS:
        raise Http404(name)
    found = answer(name, asked)
    above = crumbs(("answers", "Answers"))
    return page(request, "answer.html", title=found.title, crumbs=above, answer=found)


@answering
def what_followed(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return what followed where too little progress was found, and whom nobody came back to."""
    return page(
        request,
        "what_followed.html",
        title="What followed",
        crumbs=crumbs(),
        answer=answer(WHAT_FOLLOWED, asked),
        where=where(asked),
        records_to=records_to(asked.as_at),
        register=request.build_absolute_uri(reverse("home")),
    )


@answering
def reconciliation(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return why the counts of a day differ."""
    return page(
        request,
        "reconcile.html",
        title="Why published counts differ",
        crumbs=crumbs(("answers", "Answers")),
        found=reconcile(asked),
        letters=ascii_lowercase,
    )
