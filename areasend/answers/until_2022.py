"""An inspection under the framework of 2016 to 2022, in a few sentences."""

from collections.abc import Iterator

from areasend.answers.wording import as_reported, began, month, published
from areasend.domain import kinds
from areasend.domain.events import Outcome, Revisited, StepKind
from areasend.domain.history import Inspection


def sentences(one: Inspection) -> Iterator[str]:
    """Yield what an inspection found and what its re-visit found, if there was one."""
    yield f"{began(one)}{_report(one)}."
    if one.revisited:
        words = revisit(one, one.revisited)
        yield f"{words[0].upper()}{words[1:]}."
    elif started := one.first(StepKind.REVISIT_STARTED):
        yield f"Inspectors came back {started.on.when}; we do not hold their letter to this day."
    elif one.report and one.report.outcome is Outcome.STATEMENT_REQUIRED:
        yield "We hold no re-visit."


def revisit(one: Inspection, letter: Revisited) -> str:
    """Return what a re-visit found, and that it is only reported where it is, as a clause."""
    started = one.first(StepKind.REVISIT_STARTED)
    visit = f"{month(started.on) if started else ''} re-visit".lstrip()
    article = "an" if visit[:1] in {"A", "O"} else "a"
    return f"{article} {visit} found {kinds.progress(letter)}{as_reported(letter)}"


def _report(one: Inspection) -> str:
    if one.report is None:
        return "; we hold no report yet"
    return f"{published(one.report)}: {kinds.outcome(one.report)}"
