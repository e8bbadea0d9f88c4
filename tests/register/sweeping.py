"""What every page must keep, and the fullest instance of each template to try it on."""

from areasend.register.addresses import addresses
from tests.asking import asked

#: The address of the fullest instance of each template. A template missing here fails a test.
FULLEST = {
    "home.html": "/",
    "deadline.html": "/deadline",
    "data.html": "/data",
    "rules.html": "/rules",
    "glossary.html": "/glossary",
    "coverage.html": "/coverage",
    "themes.html": "/themes",
    "course.html": "/how-inspections-work",
    "about.html": "/about",
    "accessibility.html": "/accessibility",
    "privacy.html": "/privacy",
    "areas.html": "/areas",
    "map.html": "/map?by=weaknesses",
    "groups.html": "/health",
    "group.html": "/health/greater-manchester-icb",
    "judged_alike.html": "/judged-alike",
    "answers.html": "/answers",
    "answer.html": "/answers/statements?as-at=2021-04-13",
    "what_followed.html": "/what-followed",
    "reconcile.html": "/answers/why-counts-differ?as-at=2021-03-31",
    "statistics.html": "/statistics",
    "statistic.html": "/statistics/statement-required",
    "wait.html": "/statistics/report-to-revisit?as-at=2022-08-31",
    "area.html": "/areas/worcestershire",
    "embed.html": "/embed/areas/oldham",
    "corrections.html": "/corrections",
    "audits.html": "/error-rate",
    "report.html": "/report?about=/areas/kingston-upon-hull",
    "report_received.html": "/report/received",
    "replying/ask.html": "/reply?about=/areas/dudley%23f955",
    "replying/asked.html": "/reply/asked",
    "replying/over.html": "/reply/not-ours",
    "alerts/alerts.html": "/alerts",
    "alerts/subscribe.html": "/alerts/subscribe?about=area/dudley",
    "alerts/asked.html": "/alerts/asked",
    "alerts/over.html": "/alerts/yours/not-ours",
    "errors/not_found.html": "/areas/nowhere",
    "errors/unable_to_ask.html": "/areas/dudley?as-at=1999-01-01",
}
#: The same of the templates of open data.
OF_OPENDATA = {"api.html": "/api", "feeds.html": "/feeds"}
#: Cards with a chart, for other pages to show.
CARDS = (
    "/embed/statistics/statement-required",
    "/embed/statistics/start-to-report?as-at=2022-08-31",
)
#: Every instance that is swept.
SWEPT = (*FULLEST.values(), *OF_OPENDATA.values(), *CARDS)
#: Templates that answer a form, and are tried where the form is.
ANSWERS_TO_FORMS = {
    "found.html",
    *(f"alerts/{name}.html" for name in ("confirm", "yours", "stop", "stopped", "none")),
    *(f"replying/{name}.html" for name in ("write", "look", "sent", "none")),
}
#: Widths in CSS pixels: a small phone, and a desk.
WIDTHS = (320, 1280)
#: Compressed bytes of everything that the first view of a page fetches.
HEAVIEST = 100_000


def every_address():
    """Return every address of the register that leads to a page."""
    every = addresses(asked=asked())
    return [one for one in every if not (one.startswith("/data/") and "." in one)]
