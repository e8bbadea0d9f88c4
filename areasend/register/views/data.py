"""The data as files: the releases that were built, what each holds, and the files themselves.

Another face builds them (`areasend data`); this one gives out what it finds in their folder.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from areasend.answers.citing import cited_release
from areasend.answers.data_releases import (
    CHECKSUMS,
    DESCRIPTION,
    INDEX,
    LOADING,
    DataRelease,
    File,
    data_release_of,
    listed,
)
from areasend.register.giving import give
from areasend.register.pages import crumbs, page

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "py": "text/x-python; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
_FOR_OTHERS = (
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
#: What is newest may be another at any moment.
_NOT_KEPT = (("Cache-Control", "no-store"), *_FOR_OTHERS)
#: A release never changes; a year is as long as a cache may be told to keep it.
_FOR_ALL = (
    ("Cache-Control", "public, max-age=31536000, immutable"),
    *_FOR_OTHERS,
)


def data(request: HttpRequest) -> HttpResponse:
    """Return the newest release of the data with its files, and the list of all of them."""
    held = listed(settings.DOWNLOADS)
    newest = data_release_of(settings.DOWNLOADS, held[0].name) if held else None
    return _page(request, "The data as files", crumbs(), newest, held=held)


def data_index(request: HttpRequest) -> HttpResponseBase:
    """Return the list of all releases of the data, the newest first, for programs."""
    path = settings.DOWNLOADS / INDEX
    if not path.is_file():
        raise Http404(INDEX)
    tag = f'"{path.stat().st_mtime_ns}-{path.stat().st_size}"'
    answer = give(request, path, tag=tag, kind=_type(path))
    for header, words in (("Cache-Control", "no-cache"), *_FOR_OTHERS):
        answer.headers[header] = words
    return answer


def data_latest(_request: HttpRequest, *, file: str = "") -> HttpResponse:
    """Lead to the newest release of the data, or to a file of it."""
    held = listed(settings.DOWNLOADS)
    if not held:
        raise Http404(file)
    if file:
        _known(_release(held[0].name), file)
    part = {"file": file} if file else {}
    name = "data-file" if file else "data-release"
    answer = HttpResponseRedirect(reverse(name, kwargs={"name": held[0].name, **part}))
    for header, words in _NOT_KEPT:
        answer.headers[header] = words
    return answer


def data_release(request: HttpRequest, *, name: str) -> HttpResponse:
    """Return one release of the data with its files."""
    found = _release(name)
    return _page(request, found.title, crumbs(("data", "The data as files")), found)


def data_file(request: HttpRequest, *, name: str, file: str) -> HttpResponseBase:
    """Return a file of a release, to keep and for other sites' pages to read."""
    found = _release(name)
    known, path = _known(found, file), settings.DOWNLOADS / name / file
    tag = f'"{known.sha256}"' if known else f'"{name}-{path.stat().st_mtime_ns}"'
    answer = give(request, path, tag=tag, kind=_type(path))
    for header, words in _FOR_ALL:
        answer.headers[header] = words
    return answer


def _known(release: DataRelease, file: str) -> File | None:
    """Return what is known of a file; None of the two that describe the others."""
    known = release.file(file)
    if not known and file not in {DESCRIPTION, CHECKSUMS}:
        raise Http404(file)
    return known


def _type(path: Path) -> str:
    return _TYPES.get(path.suffix.removeprefix("."), "application/octet-stream")


def _release(name: str) -> DataRelease:
    found = data_release_of(settings.DOWNLOADS, name)
    if found is None:
        raise Http404(name)
    return found


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
