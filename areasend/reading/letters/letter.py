"""A published letter, report or plan, opened with care: its pages are read when asked for."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property

import pypdfium2.raw as pdfium

from areasend.reading.letters import furniture, ruled, scanned, upright
from areasend.reading.letters.drawn import Rule, rules
from areasend.reading.letters.page import Line, PageText
from areasend.reading.proposals import UnableToReadDocument

#: The longest report has 14 pages of some 3,500 characters, and plans have a hundred.
MOST_BYTES = 50_000_000
MOST_PAGES = 300
_MOST_IN_ALL = 2_000_000

_AGAIN = "download it again from its publisher"
_STARTS_WITHIN = 1024


def looks_like_pdf(document: bytes) -> bool:
    """Return whether a file says that it is a PDF, where readers of PDF look for that."""
    return b"%PDF-" in document[:_STARTS_WITHIN]


@dataclass(frozen=True)
class Page:
    """A page: its lines in reading order, and what stands at its head or foot on every page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]
    tables: tuple[ruled.Ruled, ...] = ()


@dataclass
class Letter:
    """The pages of a document, numbered from 1, and what the file says of itself."""

    sha256: str
    count: int
    _handle: pdfium.FPDF_DOCUMENT
    _pages: dict[int, pdfium.FPDF_PAGE] = field(default_factory=dict)
    _texts: dict[int, ruled.Text] = field(default_factory=dict)
    _lines: dict[int, tuple[Line, ...]] = field(default_factory=dict)
    _seen: dict[int, tuple[list[Rule], list[Rule]]] = field(default_factory=dict)
    _tables: dict[int, tuple[ruled.Ruled, ...]] = field(default_factory=dict)
    #: What could not be read of the pages, in sentences, by their numbers.
    troubles: dict[int, str] = field(default_factory=dict)
    #: The pages that are pictures, whose words a program recognised.
    pictures: frozenset[int] = frozenset()

    def lines(self, number: int) -> tuple[Line, ...]:
        """Return every line of a page as it stands, heads and feet included.

        :raises UnableToReadDocument: if the page asks for more than a report's page can need
        """
        if number not in self._lines:
            self._lines[number] = tuple(self._read(number))
        return self._lines[number]

    def body(self, number: int) -> tuple[Line, ...]:
        """Return the lines of a page without what stands at its head or foot on every page."""
        return self._parted[number][0]

    def furniture(self, number: int) -> tuple[Line, ...]:
        """Return what stands at a page's head or foot, from the top."""
        return self._parted[number][1]

    def tables(self, number: int) -> tuple[ruled.Ruled, ...]:
        """Return the ruled tables of a page, from the top."""
        if number not in self._tables:
            body, text = self.body(number), self._texts.get(number)
            found = ruled.tables(text, body, *self._rules(number)) if text else ()
            self._tables[number] = found
        return self._tables[number]

    def _rules(self, number: int) -> tuple[list[Rule], list[Rule]]:
        return self._seen.get(number) or rules(self._pages[number])

    def split(self, line: Line, at: float) -> tuple[Line | None, Line | None]:
        """Return what of a line stands left of a place on its page, and what right of it."""
        text = self._texts.get(line.page)
        return text.split(line, at) if text else (line, None)

    def place_in(self, line: Line, words: str) -> float | None:
        """Return where on its page words begin that stand in a line, from the left in points."""
        text = self._texts.get(line.page)
        return text.place_of(line, words) if text else None

    @cached_property
    def _parted(self) -> dict[int, tuple[tuple[Line, ...], tuple[Line, ...]]]:
        heights = {}
        for number in range(1, self.count + 1):
            self.lines(number)
            heights[number] = self._height(number)
        return furniture.parted(self._lines, heights)

    def _height(self, number: int) -> float:
        page = self._pages.get(number)
        return pdfium.FPDF_GetPageHeightF(page) if page else 0.0

    def _read(self, number: int) -> Sequence[Line]:
        page = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            self.troubles[number] = f"Page {number} is damaged and was not read."
            return ()
        text = PageText(number, page)
        if upright.is_turned(page, text):
            page = upright.turned(self._handle, number, page, text)
            text = PageText(number, page)
        self._pages[number], self._texts[number] = page, text
        if sum(map(len, self._texts.values())) > _MOST_IN_ALL:
            raise UnableToReadDocument(f"The file holds more text than any report: {_AGAIN}.")
        lines = text.lines()
        return lines or self._recognised(number, page)

    def _recognised(self, number: int, page: pdfium.FPDF_PAGE) -> Sequence[Line]:
        """Return what the picture on a page says, if it has one and can be read."""
        if not scanned.has_picture(page):
            return ()
        if len(self.pictures) >= scanned.MOST_PAGES:
            self.troubles[number] = f"Page {number} is one picture too many, and was not read."
            return ()
        found = scanned.read(number, page)
        self.pictures |= {number}
        self.troubles[number] = found.says
        self._texts[number].close()
        self._texts[number], self._seen[number] = found.text, found.rules
        return found.text.lines()

    @contextmanager
    def page(self, number: int) -> Iterator[pdfium.FPDF_PAGE]:
        """Hold a page as it is read, upright, to draw it.

        :raises UnableToReadDocument: if there is no such page, or it is damaged
        """
        there = 0 < number <= self.count
        page = pdfium.FPDF_LoadPage(self._handle, number - 1) if there else None
        if not page:
            raise UnableToReadDocument(f"There is no page {number}, or it is damaged.")
        page = self._upright(number, page)
        try:
            yield page
        finally:
            pdfium.FPDF_ClosePage(page)

    def _upright(self, number: int, page: pdfium.FPDF_PAGE) -> pdfium.FPDF_PAGE:
        """Return a page as it is read; as it came, where it holds more than is ever read."""
        with suppress(UnableToReadDocument), closing(PageText(number, page)) as text:
            if upright.is_turned(page, text):
                return upright.turned(self._handle, number, page, text)
        return page

    def close(self) -> None:
        """Let the file go."""
        for text in self._texts.values():
            text.close()
        for page in self._pages.values():
            pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(self._handle)


@contextmanager
def opened(document: bytes) -> Iterator[Letter]:
    """Open a PDF for as long as it is read. Nothing in it is ever run.

    :raises UnableToReadDocument: if it cannot be opened or is none that we would read
    """
    handle = _open(document)
    count = pdfium.FPDF_GetPageCount(handle)
    letter = Letter(hashlib.sha256(document).hexdigest(), count, handle)
    try:
        if not 0 < count <= MOST_PAGES:
            says = f"The file has {count:,} pages; a report or plan has 1 to {MOST_PAGES}."
            raise UnableToReadDocument(says)
        yield letter
    finally:
        letter.close()


def _open(document: bytes) -> pdfium.FPDF_DOCUMENT:
    if len(document) > MOST_BYTES:
        raise UnableToReadDocument("The file is larger than 50 MB, which no report is.")
    if not looks_like_pdf(document):
        raise UnableToReadDocument(f"The file is not a PDF: {_AGAIN}.")
    _begin()
    handle = pdfium.FPDF_LoadMemDocument64(document, len(document), None)
    if handle:
        return handle
    if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        raise UnableToReadDocument(
            "The file is locked with a password: ask its publisher for one without."
        )
    raise UnableToReadDocument(f"The file is damaged or cut short: {_AGAIN}.")


_begun = False


def _begin() -> None:
    """Make PDFium ready, once in a process."""
    global _begun  # noqa: PLW0603  PDFium itself is one in a process
    if not _begun:
        pdfium.FPDF_InitLibrary()
        _begun = True
