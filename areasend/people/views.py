"""Pages of our own beside those of allauth."""

from typing import Any

from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from areasend.people.gate import Deed, needs


@needs(*Deed)
def home(request: HttpRequest) -> HttpResponse:
    """Return the first page, where no room has one."""
    return render(request, "people/home.html", {"title": "The rooms"})


def passkeys_listed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  a view's signature
    """Lead to the page of one's account, where allauth has a page of passkeys alone."""
    return redirect("mfa_index")


class SetPassword(PasswordResetConfirmView):
    """Sets the first password, or the next, for whoever has the link. It serves once."""

    template_name = "people/set_password.html"
    success_url = reverse_lazy("account_login")

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Return what the page is given; `validlink` says whether the link still serves."""
        return {**super().get_context_data(**given), "title": "Choose a password"}


set_password = SetPassword.as_view()


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Return the page for whoever is signed in and may not do that."""
    return refusal(request, "not_allowed", title="You cannot open this page", status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Return the page for a form that did not come from a page of ours, or came too late."""
    return refusal(request, "forged", title="Please try that again", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Return the page for an address that leads nowhere."""
    return refusal(request, "not_found", title="Page not found", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Return the page for whoever asks faster than a person can."""
    return refusal(request, "too_many", title="Too many requests", status=429)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Return the page for a request that cannot be understood."""
    return refusal(request, "bad_request", title="We cannot read that request", status=400)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Return the page for a fault of ours."""
    # Nothing is asked of the database for it: that may be what is at fault.
    given = {"title": "Sorry, something went wrong", "why": "server_error"}
    return render(None, "people/refusal.html", given, status=500)


def refusal(request: HttpRequest, why: str, *, title: str, status: int) -> HttpResponse:
    """Return a page that says why something cannot be had."""
    return render(request, "people/refusal.html", {"title": title, "why": why}, status=status)
