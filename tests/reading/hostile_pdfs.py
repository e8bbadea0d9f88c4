"""PDFs that no publisher would make, written object by object."""

import zlib
from collections.abc import Sequence

from press import Press

HEAD = b"%PDF-1.7\n"


def build_pdf(objects: Sequence[bytes], *, root: int = 1) -> bytes:
    """Return a PDF of objects, numbered from 1."""
    out, places = bytearray(HEAD), []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out) + trailer % (len(objects) + 1, root, start)


def one_page(contents: bytes, *, catalogue: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF of one page with a stream as it is given, its dictionary included."""
    return build_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>",
            contents,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


def stream(said: bytes, filters: bytes = b"") -> bytes:
    """Return a stream and its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(said), filters, said)


def build_bomb(megabytes: int) -> bytes:
    """Return a PDF whose page unpacks, twice over, to so many megabytes of drawing."""
    part = b"0 0 m 1 1 l S " * 75_000
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(part) for _ in range(megabytes)) + packer.flush()
    twice = zlib.compress(packed, 9)
    return one_page(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def build_with_script(mark: str) -> bytes:
    """Return a PDF that would write a file, start a program and open an attachment if let."""
    said = stream(b"BT /F 12 Tf 60 700 Td (Nothing to see) Tj ET")
    script = b"app.launchURL('file://%s'); this.saveAs('%s');" % (mark.encode(), mark.encode())
    catalogue = (
        b"/OpenAction 6 0 R /Names << /EmbeddedFiles << /Names [(a.exe) 7 0 R] >>"
        b" /JavaScript << /Names [(run) 6 0 R] >> >> /AA << /WC 8 0 R >>"
    )
    more = (
        b"<< /S /JavaScript /JS (%s) >>" % script,
        b"<< /Type /Filespec /F (a.exe) /EF << /F 9 0 R >> >>",
        b"<< /S /Launch /F (/usr/bin/touch) /Win << /F (touch) /P (%s) >> >>" % mark.encode(),
        stream(b"MZ"),
    )
    return one_page(said, catalogue=catalogue, more=more)


def build_pages(count: int) -> bytes:
    """Return a PDF of many pages, all of them the same."""
    kids = b" ".join([b"3 0 R"] * count)
    return build_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )


def build_words(*paragraphs: str, **more: object) -> bytes:
    """Return a PDF of paragraphs."""
    press = Press(**more)
    for paragraph in paragraphs:
        press.paragraph(paragraph)
    return press.done()
