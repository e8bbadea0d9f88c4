"""Gives out a file: whole, in part, or not at all to whoever holds it already (RFC 9110)."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

_RANGE = re.compile(r"bytes=(?=.*\d)(\d{0,18})-(\d{0,18})", re.ASCII)
_AT_ONCE = 65_536


def give(request: HttpRequest, path: Path, *, tag: str, kind: str) -> HttpResponseBase:
    """Return the answer to who asks for a file, whose bytes `tag` stands for: a strong ETag."""
    answer: HttpResponseBase | None = get_conditional_response(request, etag=tag)
    if answer is None:
        # A part is only of use beside others of the same bytes.
        same = request.headers.get("if-range", tag) == tag
        wanted = request.headers.get("range", "") if same else ""
        answer = _part(path, wanted, kind) or _whole(path, kind)
    answer.headers["ETag"] = tag
    answer.headers["Accept-Ranges"] = "bytes"
    return answer


def _whole(path: Path, kind: str) -> HttpResponseBase:
    return FileResponse(path.open("rb"), as_attachment=True, content_type=kind)


def _part(path: Path, wanted: str, kind: str) -> HttpResponseBase | None:
    """Return the one part of a file that is asked for, as whoever reads Parquet does.

    None where none is: several parts, or what is no range at all, are answered by the whole.
    """
    size, found = path.stat().st_size, _RANGE.fullmatch(wanted)
    if not found or (found[1] and found[2] and int(found[2]) < int(found[1])):
        return None
    # Without a first byte the number is how many of the last are wanted.
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = StreamingHttpResponse(
        _bytes(path, first, last - first + 1), status=206, content_type=kind
    )
    answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer.headers["Content-Length"] = str(last - first + 1)
    return answer


def _bytes(path: Path, first: int, left: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(first)
        while left and (read := file.read(min(left, _AT_ONCE))):
            left -= len(read)
            yield read
