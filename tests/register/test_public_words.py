"""What our code calls a thing is not what a page calls it."""

import re

#: Keys of kinds of events and the names of classes, as they would read if they slipped through.
INTERNAL = re.compile(
    r"\b(?:revisit(?:ed|s)?|intervened|plan judged (?:in|on|by))\b", re.IGNORECASE
)


def shown(site, path):
    words = site.get(path).content.decode()
    return re.sub(r"<[^>]+>", " ", words[words.index("<main") : words.index("</main")])


def test_no_page_that_lists_what_happened_uses_the_words_of_the_code(site):
    pages = ("/what-followed", "/coverage", "/areas/birmingham")

    assert {path: INTERNAL.findall(shown(site, path)) for path in pages} == {
        path: [] for path in pages
    }


def test_what_is_held_where_inspectors_never_came_back_is_told_in_sentences(site):
    words = shown(site, "/what-followed")
    never = words[words.index("Never re-visited") :]

    assert re.search(r"The report was published on \d+ \w+ \d{4}: ", never)
    assert "The government issued an improvement notice (about SEND) on " in never
