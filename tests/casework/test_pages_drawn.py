"""Pages are drawn as pictures with words marked, in a process that may take only so much."""

import io
import time

import pytest
from built_reports import build_report
from hostile_pdfs import build_bomb
from PIL import Image

from areasend.reading.pictures import picture
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.workers import Limits, alone

pytestmark = pytest.mark.slow
BOX = (57.0, 700.0, 300.0, 720.0)


def dawdle(seconds):
    time.sleep(seconds)
    return b"done"


def swell(size):
    return bytes(size)[:1]


def fail():
    raise RuntimeError("a fault of ours")


def test_the_words_are_marked_and_stay_black():
    plain, marked = (
        Image.open(io.BytesIO(picture(build_report(), 1, boxes))).convert("RGB")
        for boxes in ((), (BOX,))
    )

    assert plain.size == marked.size
    assert plain.getpixel((400, 240)) == (255, 255, 255)
    red, green, blue = marked.getpixel((400, 240))
    assert red > blue
    assert green > blue


def test_a_page_that_is_not_there_is_told():
    with pytest.raises(UnableToReadDocument, match="no page 9"):
        picture(build_report(), 9)


def test_what_is_no_document_is_told():
    with pytest.raises(UnableToReadDocument, match="PDF"):
        picture(b"GIF89a", 1)


def test_a_bomb_breaks_nothing_but_its_own_process():
    with pytest.raises(UnableToReadDocument, match="memory"):
        picture(build_bomb(60), 1)


def test_what_takes_too_long_is_ended():
    with pytest.raises(UnableToReadDocument, match="longer"):
        alone(dawdle, 60, limits=Limits(seconds=0.5))


def test_what_swells_is_ended():
    with pytest.raises(UnableToReadDocument, match="memory"):
        alone(swell, 2_000_000_000)


def test_a_fault_of_ours_is_told_as_one():
    with pytest.raises(UnableToReadDocument, match="our mistake"):
        alone(fail)
