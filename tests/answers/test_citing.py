"""A citation is read by programs that are not ours, whatever its title holds."""

import pytest
from pybtex.database import parse_string

from areasend.answers.citing import cited, cited_release, permalink
from areasend.domain.intervals import in_words
from tests.asking import KNOWN, TODAY, asked

pytestmark = pytest.mark.usefixtures("record_in_place")
HERE = "https://register.example/areas?region=East+of+England&as-at=2026-11-21"


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("70 % of plans & what followed", r"{70 \% of plans \& what followed}"),
        ("Hull: #1 {or} $2_3", r"{Hull: \#1 \{or\} \$2\_3}"),
        ("St Helens’ “plan” – by 2023.", "{St Helens' ``plan'' -- by 2023}"),
        ("Out of \\ place", "{Out of / place}"),
    ],
)
def test_a_title_with_what_tex_takes_for_commands_is_read_whole(title, read):
    text = cited(title, asked(), at=HERE, read_on=TODAY).bibtex
    (entry,) = parse_string(text, "bibtex").entries.values()

    assert entry.fields["title"] == read
    assert entry.fields["url"] == HERE
    assert entry.fields["urldate"] == "2026-11-21"


def test_what_has_no_address_is_cited_without_one():
    found = cited("Oldham", asked(), at="", read_on=TODAY)

    assert found.permalink == ""
    assert "url" not in found.bibtex
    assert found.words.endswith("….")


def test_a_release_of_the_data_is_cited_by_its_name():
    found = cited_release("2026-11-21-r9", "Open data", KNOWN, "ab" * 32, at=HERE)
    (key,) = parse_string(found.bibtex, "bibtex").entries

    assert key == "areasend-2026-11-21-r9"
    assert f"released {in_words(KNOWN.date())}" in found.words


def test_a_permalink_keeps_what_is_asked_beside_the_days():
    assert permalink("/areas", asked(), {"region": "London"}) == (
        "/areas?region=London&as-at=2026-11-21&known-at=2027-01-01T00:00:00.000000Z"
    )
