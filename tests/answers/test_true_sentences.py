"""The sentences that were agreed to be true on 21 November 2026, as `areasend area` prints them.

Ours say each fact; some say more. Where a phrase is another than agreed, the comment says why.
"""

import pytest

from tests.asking import story

pytestmark = pytest.mark.usefixtures("read_once")

TRUE = {
    "birmingham": (
        "Inspected in June 2025 (report 15 August 2025): children's experiences were inconsistent.",
        "The next full inspection is expected around August 2028.",
        # Only the press told of it, so that it reads as reported; and its day is known.
        "A government direction of 15 October 2021 was reported; "
        "we do not know whether it still applies.",
    ),
    "oldham": (
        "Inspected in June 2023 (report 29 August 2023): widespread or systemic failings",
        "An improvement notice of 10 November 2023 was reported",
        "A monitoring inspection usually follows after about 18 months (February 2025); "
        "we hold none, but our list is incomplete.",
    ),
    "oxfordshire": (
        "Inspected in July 2023 (report 15 September 2023): widespread or systemic failings",
        "A monitoring inspection in September 2025 found effective action on all 5 priorities, "
        "as reported.",
        "The next full inspection was expected around September 2026, "
        "later than our record reaches.",
    ),
    "sefton": (
        "Inspected in March 2026 (report 18 May 2026): children's experiences were inconsistent.",
        "Before that, an April 2019 re-visit found enough progress on none of 5 weaknesses.",
        "An updated strategic plan was asked for; we do not know whether it is published.",
    ),
    "kent": (
        "A September 2022 re-visit found enough progress on none of 9 weaknesses, as reported.",
        "The improvement notice of March 2023 was lifted on 6 August 2024.",
        "We hold no inspection report under the 2023 framework",
    ),
    "cornwall": (
        "Inspected in February 2023 and again in March 2026 (report 27 May 2026): "
        "children's experiences were inconsistent both times.",
        "The next full inspection is expected around May 2029.",
        "we do not know whether it is published.",
    ),
    "isles-of-scilly": (
        # The month, as for every area; the lines below it give the day, 21 March 2022.
        "Inspected in March 2022 (report 16 May 2022): "
        "no written statement of action was required.",
        "We hold no inspection report under the 2023 framework, "
        "whose cycle is planned to end in December 2027.",
        "We show no figures because so few children live here.",
    ),
}


@pytest.mark.parametrize("area", TRUE)
def test_an_area_reads_as_was_agreed(area):
    sentence = story(area).sentence

    assert [words for words in TRUE[area] if words not in sentence] == []
    assert sentence.endswith(
        "Our record holds inspection reports published to 29 June 2026; "
        "of what followed them, only what we found."
    )


def test_areas_where_few_children_live_say_that_they_have_no_figures():
    without = [area for area in ("city-of-london", "isles-of-scilly", "rutland") if _small(area)]

    assert without == ["city-of-london", "isles-of-scilly"]


def _small(area):
    return "so few children live here" in story(area).sentence


def test_a_notice_that_was_changed_or_issued_by_a_day_reads_well():
    assert (
        "the improvement notice issued between 1 May 2024 and 30 November 2025 still applies"
        in story("bury").sentence
    )


def test_an_earlier_inspection_without_a_revisit_reads_well():
    assert (
        "Before that, in 2021, a written statement of action was required, "
        "for 2 significant weaknesses."
    ) in story("barnsley").sentence
