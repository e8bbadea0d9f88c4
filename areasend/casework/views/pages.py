"""The pages of a document as pictures with a field's words marked, and the document as it came."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areasend.casework import proposal
from areasend.casework.views import pictures
from areasend.casework.views.asking import document_of
from areasend.papers import keeping
from areasend.papers.keeping import UnableToReadPaper
from areasend.people.gate import Deed, needs

_HEAD = 1024


@needs(Deed.CHECK, Deed.MODERATE)
@require_safe
def page_picture(request: HttpRequest, number: int, page: int) -> HttpResponse:
    """Return a page as a picture, the words of the field that is asked for marked."""
    held = document_of(number)
    field = proposal.read(held.proposal).field(request.GET.get("field", ""))
    boxes = tuple(one.box for one in field.passages if one.page == page) if field else ()
    return pictures.picture_of(held.paper_id, page, boxes)


@needs(Deed.CHECK, Deed.MODERATE)
@require_safe
def paper(request: HttpRequest, number: int) -> HttpResponse:
    """Return the document as it came, to be saved and never opened within the page."""
    held = document_of(number)
    try:
        content = keeping.read(held.paper_id)
    except UnableToReadPaper as trouble:
        given = {"title": "The document cannot be had", "why": str(trouble)}
        return render(request, "casework/missing.html", given, status=500)
    response = HttpResponse(content, content_type=held.paper.media_type)
    name = f"document-{number}.{_ending(content, held.paper.media_type)}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _ending(content: bytes, media_type: str) -> str:
    """Return what the name of such a file ends in, by what it is."""
    if content.startswith(b"PK\x03\x04"):
        # The first that stands in an OpenDocument file, uncompressed, is what it is.
        return "ods" if b"opendocument.spreadsheet" in content[:_HEAD] else "xlsx"
    if b"%PDF-" in content[:_HEAD]:
        return "pdf"
    return "csv" if media_type == "text/csv" else "bin"
