"""A page as lines of text, each with the box in which it stands.

PDFium gives a page's text with a mark at the end of each line, so that two questions a line, for
its first and its last character, are enough to place it. The boxes of every character cost more
than twice the text, and are asked for only where a line runs across the rules of a table.
"""

import codecs
import ctypes
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from areasend.reading.proposals import UnableToReadDocument

#: PDFium puts this where a line ends in a hyphen, and no end of line after it.
_BROKEN = "\ufffe"
#: Stands for a character to which its font gives no meaning.
UNREAD = "\ufffd"
_ENDS = re.compile(r"(\r\n|[\r\n\ufffe])")
#: Letters that a font draws as one, and marks that nobody sees.
_PLAIN = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\x02\x03", ""),
        "\x00": UNREAD,
    }
)
_SOFT_HYPHEN = "\u00ad"
_ODD = re.compile("[ﬀ-ﬆ\u00ad\u200b-\u200d\u2060\ufeff\x00\x02\x03]")

#: The fullest page of a report has some 4,000.
MOST_CHARACTERS = 30_000

Box = tuple[float, float, float, float]


class Line(NamedTuple):
    """A line of text, or the part of one that stands in a cell. Lengths are in points.

    The origin is the lower left corner of the page. `first` and `size` say which of the page's
    characters it is made of. A line is `broken` if it ends in a hyphen, which may belong there or
    not, and `soft` if it ends in one that certainly does not.
    """

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    first: int = 0
    size: int = 0
    broken: bool = False
    soft: bool = False

    @property
    def box(self) -> Box:
        """The box: left, bottom, right, top."""
        return self.left, self.bottom, self.right, self.top

    @property
    def height(self) -> float:
        """How high the font stands here, which tells a heading from what follows it."""
        return self.top - self.bottom


class PageText:
    """The characters of a page, as PDFium holds them until `close`."""

    def __init__(self, number: int, page: pdfium.FPDF_PAGE) -> None:
        self.number = number
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._box = pdfium.FS_RECTF()
        self._raw = _characters(self._handle) if self._handle else ""
        self._odd = bool(_ODD.search(self._raw))

    def close(self) -> None:
        """Let the characters go."""
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)
        self._handle = None

    def __len__(self) -> int:
        return len(self._raw)

    def lines(self) -> list[Line]:
        """Return the lines in the order in which the page holds them, those of no ink left out."""
        return list(_with_raised(self._each()))

    def angle(self, place: int) -> float:
        """Return by how much a character is turned with the clock; below none where unknown."""
        return float(pdfium.FPDFText_GetCharAngle(self._handle, place))

    def split(self, line: Line, at: float) -> tuple[Line | None, Line | None]:
        """Return what of a line stands left of a rule and what right of it."""
        for place in range(line.first, line.first + line.size):
            if not self._raw[place].isspace() and self._left_of(place) >= at - 1:
                break
        else:
            return line, None
        end = line.first + line.size
        left = self._line(self._raw[line.first : place], line.first, broken=False)
        return left, self._line(self._raw[place:end], place, broken=line.broken)

    def place_of(self, line: Line, words: str) -> float | None:
        """Return where words of a line begin, from the left of the page."""
        at = self._raw.find(words, line.first, line.first + line.size)
        return self._left_of(at) if at >= 0 else None

    def _each(self) -> Iterator[Line]:
        start = 0
        words_and_ends = iter((*_ENDS.split(self._raw), ""))
        for words, end in zip(words_and_ends, words_and_ends, strict=True):
            if line := self._line(words, start, broken=end == _BROKEN):
                yield line
            start += len(words) + len(end)

    def _line(self, raw: str, start: int, *, broken: bool) -> Line | None:
        bare = raw.strip()
        if not bare:
            return None
        text = " ".join((bare.translate(_PLAIN) if self._odd else bare).split())
        first = start if raw[0] == bare[0] else start + raw.index(bare[0])
        size = len(bare)
        handle, box = self._handle, self._box
        _place(handle, first, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if size > 1:
            _place(handle, first + size - 1, box)
            right = box.right
        soft = self._odd and bare.endswith(_SOFT_HYPHEN)
        if broken:
            text += "-"
        broken = text[-1:] == "-" and text not in _DASHES
        places = (left, bottom, right, top, first, size)
        return _made(Line, (self.number, text, *places, broken, soft))

    def _left_of(self, place: int) -> float:
        _place(self._handle, place, self._box)
        return float(self._box.left)


_place = pdfium.FPDFText_GetLooseCharBox
#: Makes a named tuple in a third of the time that calling its class takes.
_made = tuple.__new__
_DASHES = frozenset({"-", "--"})
#: One room for the characters of any page; a process reads one page at a time.
_ROOM = (ctypes.c_ushort * (MOST_CHARACTERS + 1))()


def _characters(handle: pdfium.FPDF_TEXTPAGE) -> str:
    """Return the characters of a page, of which each is where PDFium counts it."""
    count = pdfium.FPDFText_CountChars(handle)
    if count > MOST_CHARACTERS:
        raise UnableToReadDocument(
            "A page holds more text than a page of a report can: download it again."
        )
    written = pdfium.FPDFText_GetText(handle, 0, count, _ROOM) if count > 0 else 0
    held = ctypes.string_at(_ROOM, max(0, written - 1) * 2)
    text, _ = codecs.utf_16_le_decode(held, "replace", True)
    if len(text) == count:
        return text
    # A character without a meaning, or one of those that UTF-16 writes as two.
    return "".join(_character(handle, place) for place in range(max(0, count)))


def _character(handle: pdfium.FPDF_TEXTPAGE, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(handle, place)
    if not 0 < code <= sys.maxunicode or unicodedata.category(chr(code)) == "Cs":
        return "\x00"
    return chr(code)


def _with_raised(lines: Iterator[Line]) -> Iterator[Line]:
    """Put what a line goes on with a little higher or lower, as in “4th”, back into the line."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif line.left >= held.right - 1 and _goes_on(held, line):
            held = _as_one(held, line)
        else:
            yield held
            held = line
    if held:
        yield held


def _goes_on(held: Line, line: Line) -> bool:
    """Return whether a line that begins where another ends is a part of it."""
    if held.broken or line.left - held.right > held.height / 3:
        return False
    overlap = min(held.top, line.top) - max(held.bottom, line.bottom)
    return overlap > min(held.height, line.height) / 2


def _as_one(held: Line, line: Line) -> Line:
    close = line.left - held.right < held.height / 8
    return line._replace(
        text=held.text + ("" if close else " ") + line.text,
        left=held.left,
        bottom=min(held.bottom, line.bottom),
        top=max(held.top, line.top),
        first=held.first,
        size=line.first + line.size - held.first,
    )
