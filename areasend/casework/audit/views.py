"""The self-audit's pages: what waits, a fact beside its document, and a difference to decide.

Whoever keys a fact is never shown what is recorded of it: no page before the difference's holds it.
"""

from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from areasend.answers.audits import in_a_sentence, outcome
from areasend.casework.audit import keying, tallying
from areasend.casework.audit.keying import UnableToAudit
from areasend.casework.audit.models import Cause, Drawn, Keyed, Said, Sample
from areasend.casework.editors import Day, NotAValue
from areasend.casework.views import pictures
from areasend.casework.views.asking import account, now, sent
from areasend.domain.areas import AREAS
from areasend.domain.keyable import BY_KEY, Answer, NotAnAnswer, in_words
from areasend.papers import keeping
from areasend.papers.keeping import UnableToReadPaper
from areasend.people.gate import Deed, may, needs
from areasend.people.models import Account
from areasend.reading.pictures import pages
from areasend.reading.proposals import UnableToReadDocument

_KEPT = 24
_CHECKED = "You checked or published this document: another person keys its facts."
SAID = {
    Said.VALUE: "It says what I enter below",
    Said.NOT_SAID: "It does not say",
    Said.UNREADABLE: "It cannot be read",
}
#: What a difference may be, by what was keyed.
CAUSES = {
    Said.VALUE: {
        Cause.RECORD_WRONG: "The record is wrong",
        Cause.KEYING_WRONG: "It was keyed wrongly",
        Cause.UNCLEAR: "The document can be read in two ways",
    },
    Said.NOT_SAID: {
        Cause.RECORD_WRONG: "The document does not say it: the record is wrong",
        Cause.KEYING_WRONG: "The document says it, as it is recorded",
        Cause.UNCLEAR: "The document can be read in two ways",
    },
    Said.UNREADABLE: {
        Cause.RECORD_WRONG: "It can be read, and the record is wrong",
        Cause.KEYING_WRONG: "It can be read, and says what is recorded",
        Cause.UNCLEAR: "It cannot be read",
    },
}


@needs(Deed.AUDIT)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return how far the sample is, and what waits for whoever asks."""
    you = account(request).number
    sample = keying.open_sample()
    given = {
        "title": "Self-audit",
        "sample": sample,
        "left": tallying.left(sample) if sample else (0, 0),
        "next": keying.next_to_key(sample, by=you) if sample else None,
        "differences": [_shown(one) for one in keying.to_judge(sample, by=you)] if sample else [],
        "barred": keying.barred(sample, by=you, auditors=_auditors()) if sample else None,
        "published": [_published(one) for one in Sample.objects.exclude(release=None)],
    }
    return render(request, "casework/audit/home.html", given)


@needs(Deed.AUDIT)
@require_safe
def following(request: HttpRequest) -> HttpResponse:
    """Lead to the next fact that waits to be keyed, or back to the beginning."""
    sample = keying.open_sample()
    one = keying.next_to_key(sample, by=account(request).number) if sample else None
    return _lead("audit-fact", one.number) if one else _lead("audit")


@needs(Deed.AUDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: HttpRequest, number: int) -> HttpResponse:
    """Return a fact's question beside its document, or take what was keyed and lead to the next."""
    one = _fact(number)
    if not keying.may_key(one, by=account(request).number):
        raise Http404(_CHECKED)
    if Keyed.objects.filter(fact=one).exists():
        return _lead("audit-next")
    if request.method != "POST":
        return _to_key(request, one)
    try:
        said = _chosen(Said, request.POST.get("said", ""), "Say what the document says.")
        typed = _typed(request, one) if said is Said.VALUE else ""
        keying.key(one, said, typed, by=account(request).number, at=now())
    except (UnableToAudit, NotAnAnswer, NotAValue) as trouble:
        return _to_key(request, one, trouble=str(trouble))
    return _lead("audit-next")


@needs(Deed.AUDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def difference(request: HttpRequest, number: int) -> HttpResponse:
    """Return a difference beside the document, or take what it was found to be."""
    one, you = _fact(number), account(request).number
    if one not in keying.to_judge(one.sample, by=you):
        raise Http404("There is no difference here that waits for you.")
    if request.method != "POST":
        return _to_judge(request, one)
    try:
        cause = _chosen(Cause, request.POST.get("cause", ""), "Choose what the difference is.")
        keying.judge(one, cause, sent(request).get("reason", ""), by=you, at=now())
    except (UnableToAudit, NotAValue) as trouble:
        return _to_judge(request, one, trouble=str(trouble))
    return _lead("audit")


@needs(Deed.AUDIT)
@require_safe
def picture_of(request: HttpRequest, number: int, page: int) -> HttpResponse:
    """Return a page of a fact's document as a picture, with nothing marked on it."""
    one, you = _fact(number), account(request).number
    if not keying.may_key(one, by=you) and one not in keying.to_judge(one.sample, by=you):
        raise Http404(_CHECKED)
    return pictures.picture_of(one.paper_id, page)


@lru_cache(maxsize=_KEPT)
def _pages(sha256: str) -> int:
    try:
        return pages(keeping.read(sha256))
    except (UnableToReadDocument, UnableToReadPaper):
        return 0


def _auditors() -> list[int]:
    return [one.number for one in Account.objects.all() if may(one, Deed.AUDIT)]


def _fact(number: int) -> Drawn:
    sample = keying.open_sample()
    found = sample.facts.filter(pk=number).first() if sample else None
    if found is None:
        raise Http404(f"The sample that is open has no fact {number}.")
    return found


def _chosen(kind: Any, value: str, otherwise: str) -> Any:
    if value not in {one.value for one in kind}:
        raise UnableToAudit(otherwise)
    return kind(value)


def _typed(request: HttpRequest, one: Drawn) -> str:
    """Return what was typed: a day as data writes it, however people write it."""
    if BY_KEY[one.field].answer is Answer.DAY:
        return Day().read(sent(request))
    return sent(request).get("value", "").strip()


def _to_key(request: HttpRequest, one: Drawn, *, trouble: str = "") -> HttpResponse:
    given = {
        "title": BY_KEY[one.field].question,
        "said": [(each.value, says) for each, says in SAID.items()],
        "of": BY_KEY[one.field],
        "place": f"Fact {one.place} of {one.sample.facts.count()}",
    }
    return _beside(request, "casework/audit/fact.html", one, given, trouble)


def _to_judge(request: HttpRequest, one: Drawn, *, trouble: str = "") -> HttpResponse:
    of = BY_KEY[one.field]
    given = {
        "title": of.says,
        "of": of,
        "shown": _shown(one),
        "causes": [(cause.value, says) for cause, says in CAUSES[Said(one.keyed.said)].items()],
    }
    return _beside(request, "casework/audit/difference.html", one, given, trouble)


def _beside(
    request: HttpRequest, template: str, one: Drawn, given: dict[str, Any], trouble: str
) -> HttpResponse:
    """Return a page that has the pages of a fact's document beside it."""
    about = {
        "number": one.number,
        "area": AREAS[one.area].name,
        "pages": range(1, _pages(one.paper_id) + 1),
        "typed": request.POST,
        "trouble": trouble,
    }
    return render(request, template, {**about, **given}, status=400 if trouble else 200)


def _shown(one: Drawn) -> dict[str, Any]:
    """Return a difference in words."""
    of = BY_KEY[one.field]
    return {
        "number": one.number,
        "area": AREAS[one.area].name,
        "says": of.says,
        "recorded": in_words(of, one.recorded),
        "keyed": in_words(of, one.keyed.value) if one.keyed.value else SAID[Said(one.keyed.said)],
    }


def _published(sample: Sample) -> dict[str, Any]:
    whole = outcome(tallying.result(sample)).whole
    return {"sample": sample, "says": in_a_sentence(whole)}


def _lead(name: str, *given: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=given), status=303)
