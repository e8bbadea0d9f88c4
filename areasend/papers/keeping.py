"""Keeps documents: the bytes in a folder by their hash, whole or not at all, and a row of each."""

import hashlib
import os
import tempfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from areasend.papers.models import Paper, Sighting

#: How many characters of the hash name the folder within the folder.
_FIRST = 2


class UnableToReadPaper(ValueError):
    """The document is not kept, or what is kept is not what came."""


def keep(content: bytes, media_type: str, *, at: datetime) -> Paper:
    """Keep a document and return its row: the one there is where it is kept already.

    A file that was damaged is put right by keeping the document again.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    # The file first: a row always has its file, and a file without a row harms nobody.
    if not _is_whole(sha256):
        _write(path_of(sha256), content)
    facts = {"size": len(content), "media_type": media_type, "kept_at": at}
    paper, _ = Paper.objects.get_or_create(sha256=sha256, defaults=facts)
    return paper


def read(sha256: str) -> bytes:
    """Return the bytes of a document that is kept.

    :raises UnableToReadPaper: if the file is missing, or its bytes no longer have that hash
    """
    try:
        content = path_of(sha256).read_bytes()
    except OSError:
        raise UnableToReadPaper(f"The file of document {sha256} is not there.") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise UnableToReadPaper(
            f"The file of document {sha256} is damaged: its bytes are not those that came. "
            "Fetch it again, or take it from a copy."
        )
    return content


def path_of(sha256: str) -> Path:
    """Return where the bytes of a document are, or would be."""
    return Path(settings.PAPERS) / sha256[:_FIRST] / sha256


def seen(  # noqa: PLR0913  what a server said of it, each by its name
    paper: Paper,
    address: str,
    *,
    at: datetime,
    published: date | None = None,
    etag: str = "",
    last_modified: str = "",
    said: str = "",
) -> Sighting:
    """Note that a document was at an address at a moment, and return the sighting.

    The first that was noted of the two is renewed; what is not said now stays as it was.
    """
    told = {"etag": etag, "last_modified": last_modified, "said": said, "published": published}
    new = {name: value for name, value in told.items() if value}
    sighting, _ = Sighting.objects.update_or_create(
        paper=paper,
        address=address,
        defaults={**new, "last_seen_at": at, "gone_at": None},
        create_defaults={**new, "first_seen_at": at, "last_seen_at": at},
    )
    return sighting


def _is_whole(sha256: str) -> bool:
    with suppress(UnableToReadPaper):
        read(sha256)
        return True
    return False


def _write(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the machine stops."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Let the folder's new name survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
