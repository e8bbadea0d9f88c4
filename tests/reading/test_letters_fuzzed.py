"""Files broken at random give a reading or a sentence, never anything else.

`make fuzz` goes on for longer, over the published reports too where AREASEND_LETTERS names them.
"""

import random

import pytest
from broken import OURS, TOKENS, changed, read_broken
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.reading.kinds import read_letter
from areasend.reading.proposals import Reading, UnableToReadDocument
from tests.searching import DEEP

pytestmark = pytest.mark.slow

changes = st.lists(
    st.tuples(st.integers(0, 10**7), st.sampled_from(TOKENS) | st.binary(max_size=6)), max_size=12
)


@settings(max_examples=600 if DEEP else 60, deadline=None)
@given(st.sampled_from(OURS), changes, st.integers(0, 10**7))
def test_a_broken_file_gives_a_reading_or_a_sentence(original, changes, kept):
    document = changed(original, changes)[: kept % (2 * len(original)) + 1]

    try:
        found: Reading | str = read_letter(document)
    except UnableToReadDocument as refusal:
        found = str(refusal)

    assert isinstance(found, Reading) or (found.endswith(".") and "\n" not in found)


def test_files_broken_at_random_in_processes_with_limits(tmp_path):
    found = list(read_broken(OURS, 30, tmp_path, random.Random(6)))

    assert len(found) == 30
    assert [one.trouble for one in found if "our mistake" in one.trouble] == []
