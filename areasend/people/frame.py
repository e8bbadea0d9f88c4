"""What the layout of every page of the rooms is given."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what stands around a page: the way round, and who is signed in."""
    return {"navigation": [], "footer": [], "path": request.path, "published": False}
