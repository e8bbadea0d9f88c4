"""The page behind a link to reply: written, looked at as it will stand, and sent, once.

A link that is only opened changes nothing, so that whatever looks at mail before its reader does
uses up nothing.
"""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from areasend.answers.answered import Reply as Shown
from areasend.answers.bodies import Body
from areasend.domain.areas import AREAS
from areasend.register import reports, sending
from areasend.register.asking import today
from areasend.register.models import AFTER_ITS_END, LONGEST, Reply
from areasend.register.pages import crumbs, page
from areasend.register.public_forms import PublicForm, screened
from areasend.register.replying import keeping
from areasend.register.views.report import address_of_ours
from areasend.register.views.secret_links import NOT_SET_UP, TITLES, behind_a_link

_CHOOSE = "Choose what the reply is about"
_NOT_SET_UP = "Links to reply are not mailed from this machine"


class Replying(PublicForm):
    """What a body replies, and to which page or fact of an area of its own."""

    about = forms.CharField(max_length=300)
    words = forms.CharField(max_length=LONGEST)
    ours: ClassVar = {
        ("about", "required"): _CHOOSE,
        ("words", "required"): "Write the reply",
        ("words", "max_length"): f"Write it in {LONGEST:,} characters or fewer",
    }

    def __init__(self, *given: Any, choices: dict[str, str]) -> None:
        super().__init__(*given)
        self.choices = choices

    def clean_about(self) -> str:
        """Return the page or fact if this body may reply to it."""
        about = str(self.cleaned_data["about"])
        if about not in self.choices:
            raise forms.ValidationError(_CHOOSE)
        return about

    def clean_words(self) -> str:
        """Return the words if nothing in them points to a child or a person."""
        return screened(str(self.cleaned_data["words"]), "The reply")


def _over(request: HttpRequest, status: int, why: str) -> HttpResponse:
    if status == NOT_SET_UP:
        return _page(request, "none", _NOT_SET_UP, status=status)
    return _page(request, "over", TITLES[status], status=status, why=why)


@sensitive_post_parameters()
@behind_a_link(_over)
def your_reply(request: HttpRequest, *, link: str) -> HttpResponse:
    """Return the form; then the reply as it will stand; then, on the press of a button, thanks."""
    held, of = keeping.of_link(link, today=today())
    choices = _choices(held, of)
    if request.method != "POST":
        return _form(request, of, choices, {})
    sending.check_origin(request)
    form = Replying(request.POST, choices=choices)
    if not form.is_valid():
        return _form(request, of, choices, form.sentences(), status=400)
    if "change" in request.POST:
        return _form(request, of, choices, {})
    return _looked_at_or_sent(request, held, of, form.cleaned_data)


def _looked_at_or_sent(
    request: HttpRequest, held: Reply, of: Body, typed: dict[str, str]
) -> HttpResponse:
    area = reports.area_of(typed["about"])
    if "send" not in request.POST:
        seen = keeping.how_known(held, today=today())
        fact = typed["about"].partition("#")[2]
        name = AREAS[area].name
        shown = Shown(today(), area, name, of.name, typed["words"], seen, fact)
        title = "This is how the reply will stand"
        return _page(request, "look", title, one=shown, typed=typed)
    keeping.receive(held, area=area, about=typed["about"], words=typed["words"], today=today())
    title = "Thank you: we have the reply"
    return _page(request, "sent", title, area=area, name=AREAS[area].name, **_promises())


def _choices(held: Reply, of: Body) -> dict[str, str]:
    """Return what a body may reply to, by its address: what was asked about first."""
    asked = address_of_ours(held.about)
    page, fact, _ = asked.partition("#")
    own = {
        reverse("area", kwargs={"slug": slug}): f"{AREAS[slug].name}: all that is said of it"
        for slug in of.areas
    }
    if page not in own:
        return own
    named = {asked: f"{AREAS[reports.area_of(page)].name}: the fact that the link was asked for"}
    return (named if fact else {}) | {page: own[page]} | own


def _form(
    request: HttpRequest,
    of: Body,
    choices: dict[str, str],
    errors: dict[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    return _page(
        request,
        "write",
        f"Reply for {of.name}",
        status=status,
        choices=choices,
        typed=request.POST,
        errors=errors,
        longest=LONGEST,
        **_promises(),
    )


def _promises() -> dict[str, int]:
    return {"days_kept": AFTER_ITS_END.days}


def _page(
    request: HttpRequest, template: str, title: str, *, status: int = 200, **given: Any
) -> HttpResponse:
    return page(
        request,
        f"replying/{template}.html",
        title=title,
        status=status,
        crumbs=crumbs(),
        # The secret link must not go on into a report of an error.
        report_about="",
        **given,
    )
