"""What to copy in order to show a card of ours on another page: as a frame, or as a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from areasend.answers.asked import Asked
from areasend.answers.citing import permalink
from areasend.domain.intervals import in_words

#: Where a copy as files stands is not known to it; whoever embeds from it puts that in its place.
ELSEWHERE = "https://where-this-copy-stands.example"
_STAYS = "stays as it is, whatever is published or corrected later"
_FOLLOWS = "follows the record: what it shows changes when something happens or is corrected"


@dataclass(frozen=True)
class Snippet:
    """What to copy, and what it will do."""

    says: str
    html: str


@dataclass(frozen=True)
class Embedding:
    """A page of which there is a card: what it is called, in what words, and under which names."""

    page: str
    kwargs: dict[str, str]
    title: str
    words: str

    def snippets(self, request: HttpRequest, asked: Asked) -> tuple[Snippet, ...]:
        """Return what to copy, for a card that stays as of two days, and for one that follows."""
        return tuple(self._of_copy() if _is_copied(request) else self._of(request, asked))

    def _of(self, request: HttpRequest, asked: Asked) -> Iterator[Snippet]:
        at = {kind: request.build_absolute_uri(path) for kind, path in self._paths().items()}
        kept = {kind: permalink(address, asked) for kind, address in at.items()}
        stays = f"{self.words} (areasend, as at {in_words(asked.as_at)})"
        follows = f"{self.title}, as areasend shows it; the same in words is at the link"
        yield Snippet(f"A frame that {_FOLLOWS}", self._frame(at["frame"]))
        yield Snippet(f"A frame that {_STAYS}", self._frame(kept["frame"]))
        yield Snippet(f"A picture that {_FOLLOWS}", _picture(at["page"], at["picture"], follows))
        yield Snippet(f"A picture that {_STAYS}", _picture(kept["page"], kept["picture"], stays))

    def _of_copy(self) -> Iterator[Snippet]:
        at = {
            kind: f"{settings.ADDRESS or ELSEWHERE}{path}" for kind, path in self._paths().items()
        }
        words = f"{self.title}, by areasend; the same in words is at the link"
        yield Snippet("A frame", self._frame(f"{at['frame']}/"))
        yield Snippet("A picture", _picture(f"{at['page']}/", at["picture"], words))

    def _paths(self) -> dict[str, str]:
        names = {"page": self.page, "frame": f"embed-{self.page}"}
        names["picture"] = f"{names['frame']}-picture"
        return {kind: reverse(name, kwargs=self.kwargs) for kind, name in names.items()}

    def _frame(self, address: str) -> str:
        given = {"title": f"{self.title}, by areasend", "src": address, "width": "100%"}
        return f"<iframe {_written(given | {'height': '640', 'loading': 'lazy'})}></iframe>"


def _picture(page: str, address: str, words: str) -> str:
    given = {"src": address, "alt": words, "width": "600", "loading": "lazy"}
    return f'<a href="{escape(page)}"><img {_written(given)}></a>'


def _written(given: dict[str, Any]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in given.items())


def _is_copied(request: HttpRequest) -> bool:
    return bool(request.META.get("areasend.published"))
