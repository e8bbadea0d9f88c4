"""The data as files: the releases that were built, what each holds, and the files themselves.

Another face builds them (`areasend data`); this one gives out what it finds in their folder.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase

from areasend.answers.data_releases import (
    CHECKSUMS,
    DESCRIPTION,
    LOADING,
    DataRelease,
    citation,
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
#: A release never changes; a year is as long as a cache may be told to keep it.
_FOR_ALL = (
    ("Cache-Control", "public, max-age=31536000, immutable"),
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
        answer = _opened(path)
    for header, words in (("ETag", tag), *_FOR_ALL):
        answer.headers[header] = words
    return answer


def _opened(path: Path) -> FileResponse:
    kind = _TYPES.get(path.suffix.removeprefix("."), "application/octet-stream")
    return FileResponse(path.open("rb"), as_attachment=True, content_type=kind)


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
    cited = found and citation(
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
