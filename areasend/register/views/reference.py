"""Pages to look things up in: rules, words, how complete the record is, and what this site is."""

from django.http import HttpRequest, HttpResponse

from areasend.answers.course import course
from areasend.answers.covered import covered
from areasend.answers.glossary import glossary
from areasend.answers.rules import rules_answer
from areasend.answers.themes import themes_answer
from areasend.domain.kinds import NAMES
from areasend.register.pages import crumbs, page

#: What each rulebook is called on a page.
RULEBOOKS = {
    "lasend-2016": "The framework of 2016 to 2022",
    "area-send-2023": "The framework since 2023",
    "government": "What ministers and departments said they would do",
}


def rules(request: HttpRequest) -> HttpResponse:
    """Return every rule, how binding it is, its source, and what is not known."""
    return page(
        request,
        "rules.html",
        title="The rules and their sources",
        crumbs=crumbs(),
        answer=rules_answer(),
        rulebooks=RULEBOOKS,
    )


def words(request: HttpRequest) -> HttpResponse:
    """Return the glossary."""
    return page(request, "glossary.html", title="Glossary", crumbs=crumbs(), glossary=glossary())


def themes(request: HttpRequest) -> HttpResponse:
    """Return the list of themes, and how well people and the machine give them."""
    title = "Themes of weaknesses"
    return page(request, "themes.html", title=title, crumbs=crumbs(), answer=themes_answer())


def coverage(request: HttpRequest) -> HttpResponse:
    """Return how complete the record is."""
    title = "How complete the record is"
    held = covered().kinds
    return page(request, "coverage.html", title=title, crumbs=crumbs(), kinds=held, names=NAMES)


def how_inspections_work(request: HttpRequest) -> HttpResponse:
    """Return how an inspection goes, for parents."""
    title = "How an inspection works, and what you can do when"
    return page(
        request, "course.html", title=title, crumbs=crumbs(), course=course(), who="parents"
    )


def for_councils(request: HttpRequest) -> HttpResponse:
    """Return how an inspection goes, for council and NHS officers."""
    return page(
        request,
        "course.html",
        title="How an inspection works: for council and NHS officers",
        crumbs=crumbs(("how-inspections-work", "How inspections work")),
        course=course(),
        who="councils",
    )


def about(request: HttpRequest) -> HttpResponse:
    """Return what this site is and promises."""
    return page(request, "about.html", title="About this register", crumbs=crumbs())


def accessibility(request: HttpRequest) -> HttpResponse:
    """Return the accessibility statement."""
    return page(request, "accessibility.html", title="Accessibility statement", crumbs=crumbs())


def privacy(request: HttpRequest) -> HttpResponse:
    """Return what is done with what readers send, which is next to nothing."""
    return page(request, "privacy.html", title="Privacy", crumbs=crumbs())
