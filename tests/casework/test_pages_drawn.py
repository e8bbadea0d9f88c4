"""Pages are drawn as pictures with words marked, in a process that may take only so much."""

import io
import time
from functools import partial

import pytest
from built_reports import build_report
from hostile_pdfs import build_bomb
from PIL import Image, ImageChops
from test_layouts_of_others import cropped, turned

from areasend.reading.kinds import read_letter
from areasend.reading.pictures import draw, picture
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


def marked(document):
    """Return how large the marks on the days of the visit are, and how much ink is under them."""
    (days,) = [one for one in read_letter(document).fields if one.name == "cover_dates"]
    boxes = [one.box for one in days.passages]
    plain, with_marks = (
        Image.open(io.BytesIO(draw(document, 1, given))).convert("L") for given in ((), boxes)
    )
    place = ImageChops.difference(plain, with_marks).point(lambda one: 255 * (one > 10)).getbbox()
    under = plain.crop(place)
    return under.size, sum(under.histogram()[:128])


@pytest.mark.parametrize(
    "moved",
    [
        cropped,
        partial(turned, drawn=0, shown=90),
        partial(turned, drawn=90, shown=0),
        lambda document: cropped(turned(document, drawn=0, shown=180)),
    ],
    ids=["cropped", "shown sideways", "drawn sideways", "turned and cropped"],
)
def test_the_marks_are_on_the_words_however_the_page_is_laid(moved):
    size, ink = marked(build_report())
    found_size, found_ink = marked(moved(build_report()))

    assert found_size == pytest.approx(size, abs=2)
    assert found_ink == pytest.approx(ink, rel=0.2)
    assert ink > 200


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
