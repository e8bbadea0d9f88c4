"""Forms that anybody may send: what they share, and the one way in which they are taken."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Protocol

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables

from areasend.register import sending
from areasend.register.screening import seen_in
from areasend.register.sending import UnableToSend


class PublicForm(forms.Form):
    """A form whose field `website` only a machine fills in; `ours` are errors in our own words."""

    website = forms.CharField(required=False)
    ours: ClassVar[Mapping[tuple[str, str], str]] = {}

    def clean_website(self) -> None:
        """Refuse what only a machine fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Something filled in a hidden field. Send it once more.")

    def sentences(self) -> dict[str, str]:
        """Return one sentence for each field that is amiss."""
        return {name: self._sentence(name) for name in self.errors}

    def _sentence(self, name: str) -> str:
        code = str(self.errors.as_data()[name][0].code)
        return self.ours.get((name, code), str(self.errors[name][0]))


class Shown(Protocol):
    """What shows a form again, with what is amiss."""

    def __call__(
        self, errors: dict[str, str], *, status: int = 200, fresh: bool = False
    ) -> HttpResponse:
        """Return the page; `fresh` asks for another token."""


@sensitive_variables()
def take(  # noqa: PLR0913  each says its own
    request: HttpRequest,
    form: PublicForm,
    *,
    named: str,
    at: str,
    keep: Callable[[dict[str, Any]], None],
    again: Shown,
    then: str,
) -> HttpResponse:
    """Keep what was sent, if it may be, and lead to the page `then`; else show the form again.

    Why it may not be sent stands at the field `at`.
    """
    try:
        if sending.may_be_kept(request, named, form):
            keep(form.cleaned_data)
    except UnableToSend as trouble:
        shown = again({at: str(trouble)}, status=trouble.status, fresh=trouble.fresh)
        return trouble.mark(shown)
    if form.errors:
        return again(form.sentences(), status=400)
    return HttpResponseRedirect(reverse(then), status=303)


def token(request: HttpRequest, named: str, *, fresh: bool) -> str:
    """Return the token that a form came with; another where it has none, or if it is to be."""
    held = request.POST.get("token", "")
    return sending.new_token(named) if fresh or not held else held


def screened(words: str, what: str, then: str = "") -> str:
    """Return words if nothing in them points to a child or a person.

    :raises ValidationError: if something does; it says what kind of thing, and `then`
    """
    refuse(seen_in(words), what, then)
    return words


def refuse(seen: tuple[str, ...], what: str, then: str = "") -> None:
    """Refuse what must not be kept, where any of it was seen.

    :raises ValidationError: if any was
    """
    if seen:
        raise forms.ValidationError(
            f"{what} may hold {_listed(seen)}. We must not keep that, and have not. Take it out or "
            f"put it another way.{then}"
        )


def _listed(kinds: tuple[str, ...]) -> str:
    *most, last = kinds
    return f"{', '.join(most)} and {last}" if most else last
