"""What no program can see of an address, and whoever takes the second look must say of it.

An address becomes public with what it leads to. It can name somebody, and a council's paper can
stand on a site that is not the council's.
"""

import re
from collections.abc import Iterable, Iterator

from areasend.answers.weaknesses import body
from areasend.casework.addresses import council_at, is_public, speaker
from areasend.domain.attestations import SourceKind

#: Addresses that hold no words but the publisher's own.
_OF_NUMBERS = re.compile(
    r"https://(?:files\.ofsted\.gov\.uk/v1/file|reports\.ofsted\.gov\.uk/provider/\d+)/\d+"
)


def to_be_said(texts: Iterable[str], area: str) -> Iterator[str]:
    """Yield what is to be said of the addresses among texts that would be public, in sentences."""
    for address in dict.fromkeys(filter(is_public, texts)):
        if _OF_NUMBERS.fullmatch(address):
            continue
        yield f"I read the address {address}: it names nobody."
        publisher, kind = speaker(address)
        if kind is SourceKind.COUNCIL and council_at(address) != area:
            yield f"The document is rightly cited from {publisher}, and not from {body(area)}."
