"""What every page must keep, and the fullest instance of each template to try it on."""

from django.urls import reverse

from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import slug_of
from areasend.domain.health import BODIES
from areasend.domain.health.regions import nhs_regions

#: The address of the fullest instance of each template. A template missing here fails a test.
FULLEST = {
    "home.html": "/",
    "deadline.html": "/deadline",
    "rules.html": "/rules",
    "glossary.html": "/glossary",
    "coverage.html": "/coverage",
    "course.html": "/how-inspections-work",
    "about.html": "/about",
    "accessibility.html": "/accessibility",
    "privacy.html": "/privacy",
    "areas.html": "/areas",
    "groups.html": "/health",
    "group.html": "/health/greater-manchester-icb",
    "judged_alike.html": "/judged-alike",
    "area.html": "/areas/birmingham",
    "corrections.html": "/corrections",
    "report.html": "/report?about=/areas/kingston-upon-hull",
    "report_received.html": "/report/received",
    "errors/not_found.html": "/areas/nowhere",
    "errors/unable_to_ask.html": "/areas/dudley?as-at=1999-01-01",
}
#: Widths in CSS pixels: a small phone, and a desk.
WIDTHS = (320, 1280)
#: Compressed bytes of everything that the first view of a page fetches.
HEAVIEST = 100_000


def every_address():
    """Return every address of the register that leads to a page, from its table of addresses.

    An address with a part that varies must say here what it varies over.
    """
    from areasend.register.urls import urlpatterns

    addresses = []
    for one in urlpatterns:
        names = sorted(one.pattern.converters)
        if names and one.name not in _VARIES:
            raise AssertionError(f"Say in sweeping.py what the address {one.name!r} varies over.")
        addresses += [reverse(one.name, kwargs=kwargs) for kwargs in _kwargs(one.name, names)]
    return addresses


def _kwargs(name, names):
    return [{names[0]: value} for value in _VARIES[name]()] if names else [{}]


#: What the addresses with a part that varies vary over, by their name.
_VARIES = {
    "area": lambda: list(AREAS),
    "health-body": lambda: list(BODIES),
    "nhs-region": lambda: sorted({slug_of(one) for one in nhs_regions().values()}),
    "ofsted-region": lambda: sorted({slug_of(one.ofsted_region) for one in AREAS.values()}),
}
