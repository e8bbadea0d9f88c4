"""The documents and pages on which an area's record stands: each once, with what it told us."""

from collections.abc import Iterable
from dataclasses import dataclass

from areasend.answers.corrections import fact_name
from areasend.answers.wording import HEARSAY, SPEAKERS
from areasend.domain import kinds
from areasend.domain.attestations import Attestation, Source, SourceKind
from areasend.domain.events import Event, Intervened
from areasend.domain.intervals import in_words
from areasend.ledger.published import Fact


@dataclass(frozen=True)
class Told:
    """A fact that a source told: its identifier and what it is, in a few words."""

    name: str
    says: str


@dataclass(frozen=True)
class Document:
    """A source, who speaks in it, and the facts it told."""

    title: str
    publisher: str
    speaker: str
    hearsay: bool
    href: str
    dated: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Documents:
    """The sources of an area's record, those that told most first.

    `uncited` counts pages of parties and campaigns that bear something out: they are not cited.
    """

    documents: tuple[Document, ...]
    uncited: int

    @property
    def not_cited(self) -> str:
        """The pages that we do not cite, in a sentence; empty where there are none."""
        pages = "One page" if self.uncited == 1 else f"{self.uncited} pages"
        ours = (
            "of a campaign or party also bears"
            if self.uncited == 1
            else ("of campaigns or parties also bear")
        )
        return f"{pages} {ours} something out; we do not cite such pages." if self.uncited else ""


def documents(told: tuple[Fact, ...]) -> Documents:
    """Return every source of some facts once, with the facts it told."""
    found: dict[tuple[str, str], tuple[Attestation, dict[str, str]]] = {}
    for fact in told:
        for one in fact.event.attested:
            held = found.setdefault(_same(one.source, found), (one, {}))
            held[1][fact_name(fact.number)] = _says(fact.event)
    cited = [held for held in found.values() if held[0].source.kind is not SourceKind.PARTISAN]
    cited.sort(key=lambda held: (-len(held[1]), held[0].source.publisher, held[0].source.title))
    return Documents(tuple(_document(one, facts) for one, facts in cited), len(found) - len(cited))


def _same(source: Source, found: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Return the key of a source: one page may be called by its title and by its publisher's."""
    for href, title in found:
        alike = title.endswith(source.title) or source.title.endswith(title)
        if href and href == source.href and alike:
            return href, title
    return source.href, source.title


def _document(attested: Attestation, facts: dict[str, str]) -> Document:
    source = attested.source
    return Document(
        title=source.title,
        publisher=source.publisher,
        speaker=SPEAKERS[source.kind],
        hearsay=source.kind in HEARSAY,
        href=source.address,
        dated=in_words(source.dated) if source.dated else "",
        told=tuple(Told(name, says) for name, says in facts.items()),
    )


def _says(event: Event) -> str:
    return f"{event.on}: {_what(event)}"


def _what(event: Event) -> str:
    if isinstance(event, Intervened):
        return f"{event.instrument.value.replace('-', ' ')} {event.act}"
    return kinds.in_sentence(kinds.key(event))
