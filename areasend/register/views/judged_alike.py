"""Was it judged alike? Outcomes beside what was measurable at the time."""

from django.http import HttpRequest, HttpResponse

from areasend.answers.asked import Asked
from areasend.answers.judged_alike import judged_alike
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page


@answering
def judged(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return both frameworks' outcomes beside the measure, and the regions."""
    title = "Were like areas judged alike?"
    found = judged_alike(asked)
    above = crumbs(("statistics", "Statistics"))
    return page(request, "judged_alike.html", title=title, crumbs=above, found=found)
