"""Pages by health body and by region."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from areasend.answers.asked import Asked
from areasend.answers.grouped import (
    Group,
    groups,
    health_body,
    nhs_region,
    ofsted_region,
)
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page


@answering
def health(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the list of health bodies and regions."""
    title = "By health body and region"
    return page(request, "groups.html", title=title, crumbs=crumbs(), groups=groups(asked))


def _group_page(found: Callable[[str, Asked], Group]) -> Callable[..., HttpResponse]:
    @answering
    def group(request: HttpRequest, *, slug: str, asked: Asked) -> HttpResponse:
        try:
            one = found(slug, asked)
        except KeyError:
            raise Http404(slug) from None
        title = one.name if one.kind == "health body" else f"{one.name} ({one.kind})"
        above = crumbs(("health", "By health body and region"))
        return page(request, "group.html", title=title, crumbs=above, group=one)

    return group


body = _group_page(health_body)
region_of_nhs = _group_page(nhs_region)
region_of_ofsted = _group_page(ofsted_region)
