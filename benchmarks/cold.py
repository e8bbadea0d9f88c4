"""What one question costs from cold: the processor time of a process from its start to its end."""

import resource
from collections.abc import Callable, Iterator

from benchmarks import ledgers
from benchmarks.rounds import Size, medians
from benchmarks.table import Line, under

ASKED = "area Dudley"
QUESTIONS = (ASKED, "answer --as-at 2021-04-13", "where", "national", "due", "context Dudley")

#: What a program of Django's takes before it does anything.
_DJANGO = (
    "import os, django; "
    "os.environ['DJANGO_SETTINGS_MODULE'] = 'areasend.config.settings'; "
    "django.setup()"
)


def lines(ledger: str, size: Size) -> Iterator[Line]:
    """Yield what each question costs, beside starting Django alone."""
    deeds = [_processor_time(ledger, "-m", "areasend", *words.split()) for words in QUESTIONS]
    *ours, django = medians([*deeds, _processor_time(ledger, "-c", _DJANGO)], rounds=size.rounds)
    for words, took in zip(QUESTIONS, ours, strict=True):
        yield Line(
            what=f"areasend {words}",
            ours=took,
            rival="django.setup() alone",
            theirs=django,
            asked=under(0.5) if words == ASKED else None,
        )


def _processor_time(ledger: str, *words: str) -> Callable[[], float]:
    def deed() -> float:
        before = _of_children()
        ledgers.run(ledger, *words)
        return _of_children() - before

    return deed


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
