"""The deadline calculator. What is typed goes by POST, is answered and is forgotten."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from areasend.answers.chosen_rules import chosen_rule, chosen_rules
from areasend.answers.working import Working, working
from areasend.domain.periods import NotAPeriod, Period
from areasend.domain.working_days import UnableToCount
from areasend.register.asking import today
from areasend.register.pages import crumbs, page
from areasend.register.views.reference import RULEBOOKS

#: Chosen where the period is typed.
OTHER = "other"


class Asking(forms.Form):
    """A period and the day it runs from."""

    period = forms.CharField(max_length=100)
    other = forms.CharField(max_length=40, required=False)
    day = forms.IntegerField(min_value=1, max_value=31)
    month = forms.IntegerField(min_value=1, max_value=12)
    year = forms.IntegerField(min_value=2015, max_value=2030)

    def clean_other(self) -> str | Period:
        """Return the period that was typed in place of one of the rules'."""
        typed = str(self.cleaned_data["other"])
        if self.cleaned_data.get("period") != OTHER:
            return typed
        if not typed.strip():
            raise forms.ValidationError(_SENTENCES["other"])
        return _period(typed)

    def clean(self) -> dict[str, Any]:
        """Return the fields with the day they make up as `start`, the period, and its rule."""
        held = self.cleaned_data
        if held.get("period") not in {None, OTHER}:
            held["rule"] = chosen_rule(str(held["period"]))
            try:
                held["other"] = _period(held["rule"].line.value if held["rule"] else held["period"])
            except forms.ValidationError as error:
                self.add_error("period", error)
        if {"day", "month", "year"} <= held.keys():
            try:
                held["start"] = date(held["year"], held["month"], held["day"])
            except ValueError:
                self.add_error("day", "There is no such day in that month.")
        return held


def _period(text: str) -> Period:
    try:
        return Period.read(text)
    except NotAPeriod as error:
        raise forms.ValidationError(str(error)) from None


@never_cache
def deadline(request: HttpRequest) -> HttpResponse:
    """Return the calculator, with a certificate where a day was asked for."""
    form = Asking(request.POST) if request.method == "POST" else None
    found, why = _worked_out(form)
    return page(
        request,
        "deadline.html",
        title="Deadline calculator",
        status=400 if form is not None and found is None else 200,
        crumbs=crumbs(),
        typed=request.POST,
        errors=_errors(form, why),
        found=found,
        rule=form.cleaned_data.get("rule") if form and found else None,
        rules=chosen_rules(),
        rulebooks=RULEBOOKS,
        other=OTHER,
        today=today(),
    )


def _worked_out(form: Asking | None) -> tuple[Working | None, str]:
    if form is None or not form.is_valid():
        return None, ""
    held = form.cleaned_data
    try:
        return working(held["other"], start=held["start"], as_at=today()), ""
    except UnableToCount as error:
        return None, str(error)


def _errors(form: Asking | None, why: str) -> dict[str, str]:
    """Return a sentence for each field that is amiss; the three of the day share one."""
    if form is None:
        return {}
    errors = {"year": why} if why else {}
    for name, told in form.errors.items():
        required = "required" in {error.code for error in form.errors.as_data()[name]}
        errors[name] = _SENTENCES[name] if required else str(told[0])
    return errors


_SENTENCES = {
    "period": "Choose how long the time is",
    "other": "Enter how long the time is",
    "day": "Enter the day of the month",
    "month": "Enter the month as a number",
    "year": "Enter the year",
}
