"""The data as files: the releases that were built, what each holds, and the files themselves.

Another face builds them (`areasend data`); this one gives out what it finds in their folder.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase

from areasend.answers.citing import cited_release
from areasend.answers.data_releases import (
    CHECKSUMS,
    DESCRIPTION,
    LOADING,
    DataRelease,
    data_releases,
)
from areasend.register.pages import crumbs, page

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "py": "text/x-python; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
_RANGE = re.compile(r"bytes=(?=.*\d)(\d{0,18})-(\d{0,18})", re.ASCII)
_AT_ONCE = 65_536
#: A release never changes; a year is as long as a cache may be told to keep it.
_FOR_ALL = (
    ("Cache-Control", "public, max-age=31536000, immutable"),
    ("Accept-Ranges", "bytes"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)


def data(request: HttpRequest) -> HttpResponse:
    """Return the newest release of the data with its files, and the list of all of them."""
    held = data_releases(settings.DOWNLOADS)
    return _page(request, "The data as files", crumbs(), held[0] if held else None, held=held)


def data_release(request: HttpRequest, *, name: str) -> HttpResponse:
    """Return one release of the data with its files."""
    found = _release(name)
    return _page(request, found.title, crumbs(("data", "The data as files")), found)


def data_file(request: HttpRequest, *, name: str, file: str) -> HttpResponseBase:
    """Return a file of a release, to keep and for other sites' pages to read."""
    found = _release(name)
    known, path = found.file(file), settings.DOWNLOADS / name / file
    if not known and file not in {DESCRIPTION, CHECKSUMS}:
        raise Http404(file)
    tag = f'"{known.sha256}"' if known else f'"{name}-{path.stat().st_mtime_ns}"'
    if request.headers.get("if-none-match") == tag:
        answer: HttpResponseBase = HttpResponseNotModified()
    else:
        answer = _part(path, request.headers.get("range", "")) or _whole(path)
    for header, words in (("ETag", tag), *_FOR_ALL):
        answer.headers[header] = words
    return answer


def _whole(path: Path) -> HttpResponseBase:
    return FileResponse(path.open("rb"), as_attachment=True, content_type=_type(path))


def _part(path: Path, wanted: str) -> HttpResponseBase | None:
    """Return the one part of a file that is asked for (RFC 9110), as whoever reads Parquet does."""
    size, found = path.stat().st_size, _RANGE.fullmatch(wanted)
    if not found:
        return None
    # Without a first byte the number is how many of the last are wanted.
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = StreamingHttpResponse(
        _bytes(path, first, last - first + 1), status=206, content_type=_type(path)
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


def _type(path: Path) -> str:
    return _TYPES.get(path.suffix.removeprefix("."), "application/octet-stream")


def _release(name: str) -> DataRelease:
    for one in data_releases(settings.DOWNLOADS):
        if one.name == name:
            return one
    raise Http404(name)


def _page(
    request: HttpRequest, title: str, above: Any, found: DataRelease | None, **given: Any
) -> HttpResponse:
    host = f"{request.scheme}://{request.get_host()}"
    at = f"{host}/data/{found.name}" if found else ""
    published = bool(request.META.get("areasend.published"))
    cited = found and cited_release(
        found.name, found.title, found.known_at, found.chain_hash, at="" if published else at
    )
    answer = page(
        request,
        "data.html",
        title=title,
        crumbs=above,
        found=found,
        cited=cited,
        loading=[(what, line.format(at="" if published else f"{at}/")) for what, line in LOADING],
        others=[DESCRIPTION, CHECKSUMS],
        **given,
    )
    # A release may be built at any moment, which tells no other page that anything changed.
    answer.headers["Cache-Control"] = "no-cache"
    return answer
