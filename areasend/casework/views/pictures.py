"""The pages of kept documents as pictures, a few of them remembered."""

from functools import lru_cache

from django.http import Http404, HttpResponse

from areasend.papers import keeping
from areasend.papers.keeping import UnableToReadPaper
from areasend.reading.pictures import Box, picture
from areasend.reading.proposals import UnableToReadDocument

#: Pictures are some hundred kilobytes; people go to and fro between a few pages.
_KEPT = 24


def picture_of(sha256: str, page: int, boxes: tuple[Box, ...] = ()) -> HttpResponse:
    """Return a page of a document as a picture, the words in the boxes marked.

    :raises Http404: if there is no such page, or the document cannot be had
    """
    try:
        return HttpResponse(_picture(sha256, page, boxes), content_type="image/png")
    except (UnableToReadDocument, UnableToReadPaper) as trouble:
        raise Http404(str(trouble)) from None


@lru_cache(maxsize=_KEPT)
def _picture(sha256: str, page: int, boxes: tuple[Box, ...]) -> bytes:
    return picture(keeping.read(sha256), page, boxes)
