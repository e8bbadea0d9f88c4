"""What every page must keep, and the fullest instance of each template to try it on."""

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
