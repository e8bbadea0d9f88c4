"""What cannot be read is refused in one sentence, within bounds, and nothing in it is ever run."""

import io
import shutil

import pypdfium2
import pytest
from built_reports import build_report
from hostile_pdfs import (
    build_bomb,
    build_pages,
    build_with_script,
    build_words,
    one_page,
    stream,
)
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from areasend.reading.kinds import read_letter
from areasend.reading.letters import scanned
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.workers import Limits, read_all

GOOD = build_report()
MEGABYTE = 1024 * 1024
ENGLISH = (
    "This is a page of plain words that have the sort of length and the kind of small words that"
    " a letter of this country has, and it is here to be told apart from other things by a reader"
    " who would like to know what it is that was sent to them and by whom it was made. "
)


def refused(document: bytes, words: str) -> None:
    with pytest.raises(UnableToReadDocument, match=words) as refusal:
        read_letter(document)

    said = str(refusal.value)
    assert said.endswith(".")
    assert "\n" not in said


def locked() -> bytes:
    return build_report(more={"encrypt": StandardEncryption("open sesame", strength=128)})


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"<html>not here</html>", "not a PDF"),
        (b"", "not a PDF"),
        (b"%PDF-1.7\n", "damaged or cut short"),
        (GOOD[: len(GOOD) // 3], "damaged or cut short|no text|next to no text"),
        (build_pages(2_000), r"2,000 pages; a report or plan has 1 to 300"),
        (one_page(stream(b"")), "next to no text"),
        (
            build_words("Lorem ipsum dolor sit amet consectetur adipiscing elit sed do " * 9),
            "English",
        ),
        (
            build_words("Ymwelodd arolygwyr â’r ardal i farnu’r gwasanaethau i blant " * 9),
            "English",
        ),
        (build_words("Estyn: inspection report", ENGLISH * 2), "Estyn, the inspectorate of Wales"),
        (build_words("Inspection of Borchester Green School", ENGLISH * 2), "a school"),
        (build_words("Inspection of Borsetshire children’s services", ENGLISH * 2), "children's"),
        (
            build_words("Improvement notice to Borsetshire Council", ENGLISH * 2),
            "no form that we read",
        ),
        (build_words("Written statement of action", ENGLISH * 2), "no table of actions"),
        (build_words("Minutes of a meeting about lunch", ENGLISH * 2), "of no kind that we read"),
    ],
)
def test_each_is_refused_in_a_sentence(document, words):
    refused(document, words)


def test_a_file_locked_with_a_password_is_refused():
    refused(locked(), "locked with a password")


def test_a_page_with_more_text_than_any_report_has_is_refused():
    said = b"BT /F 1 Tf 60 700 Td " + b"(word word word word word) Tj 0 -1 Td " * 2_000 + b"ET"

    refused(one_page(stream(said)), "more text than a page of a report can")


def test_nothing_in_a_file_is_run(tmp_path):
    mark = tmp_path / "it-ran"

    refused(build_with_script(str(mark)), "next to no text")
    assert list(tmp_path.iterdir()) == []


def test_a_scanned_page_is_named_where_nothing_can_read_it(monkeypatch):
    monkeypatch.setattr(scanned.shutil, "which", lambda _: None)
    image = stream(
        b"\x80",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8",
    )
    said = stream(b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")

    refused(one_page(said, more=[image]), "a picture, and Tesseract.* not installed")


READS = """#!/bin/sh
head -c 2 | grep -q P5 && cat <<'TABLE'
level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t2479\t3508\t-1\t
{words}
TABLE
"""


def test_a_scanned_page_is_read_where_tesseract_is_installed_and_says_so(tmp_path, monkeypatch):
    title = ["Area", "SEND", "inspection", "of", "Dudley", "Local", "Area", "Partnership"]
    words = "\n".join(
        f"5\t1\t1\t1\t1\t{at}\t{200 + 200 * at}\t300\t180\t40\t{40 + 10 * at}\t{word}"
        for at, word in enumerate(title)
    )
    program = tmp_path / "tesseract"
    program.write_text(READS.format(words=words), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    said = stream(b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")

    reading = read_letter(one_page(said))

    assert reading.values["area"] == "Dudley"
    (place,) = reading.fields[0].passages
    assert place.box[0] == 48.0
    assert any("read by Tesseract; it was unsure of 2 words" in one.says for one in reading.doubts)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tesseract"), reason="not run: Tesseract is not installed")
def test_a_real_scan_is_read_by_the_real_tesseract_and_every_value_doubts(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned_first_page(build_report(outcome=3)))

    (outcome,) = read_all([path])
    reading = outcome.reading

    assert reading is not None
    assert reading.values["area_slug"] == "dudley"
    assert reading.values["cover_dates"] == {"start": "2024-06-03", "end": "2024-06-07"}
    assert (reading.values["outcome"], reading.values["monitoring_months"]) == (3, 18)
    assert all(one.doubts for one in reading.fields if one.passages)
    assert reading.proposals
    assert all(one.doubts for one in reading.proposals)


def scanned_first_page(document: bytes) -> bytes:
    """Return the first page of a document as a picture of 150 dots an inch."""
    page = pypdfium2.PdfDocument(document)[0]
    wide, high = page.get_size()
    picture = ImageReader(page.render(scale=150 / 72, grayscale=True).to_pil())
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(wide, high), invariant=1)
    canvas.drawImage(picture, 0, 0, wide, high)
    canvas.save()
    return out.getvalue()


def test_of_more_pictures_than_a_report_has_pages_the_rest_are_named(monkeypatch):
    monkeypatch.setattr(scanned, "MOST_PAGES", 0)
    said = stream(b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")

    refused(one_page(said), "one picture too many")


# In processes with limits.


def outcomes(paths, **limits):
    found = read_all(paths, workers=2, limits=Limits(**limits))
    return {one.path.name: one for one in found}


def written(folder, **documents):
    for name, held in documents.items():
        (folder / f"{name}.pdf").write_bytes(held)
    return sorted(folder.iterdir())


@pytest.mark.slow
def test_one_that_cannot_be_read_never_stops_the_others(tmp_path):
    paths = written(tmp_path, a=GOOD, b=b"%PDF-nonsense", c=locked(), d=GOOD)

    found = outcomes([*paths, tmp_path / "missing.pdf"])

    assert [name for name, one in found.items() if one.reading] in (
        ["a.pdf", "d.pdf"],
        ["d.pdf", "a.pdf"],
    )
    assert found["a.pdf"].reading == found["d.pdf"].reading
    assert "There is no file" in found["missing.pdf"].trouble
    assert len(found) == 5


@pytest.mark.slow
def test_one_that_asks_for_too_much_memory_is_ended_and_the_rest_is_read(tmp_path):
    paths = written(tmp_path, a=build_bomb(300), b=GOOD, c=GOOD)

    found = outcomes(paths, room=100 * MEGABYTE, seconds=60)

    assert found["a.pdf"].reading is None
    assert found["a.pdf"].trouble.endswith(".")
    assert found["b.pdf"].reading
    assert found["c.pdf"].reading


@pytest.mark.slow
def test_what_takes_longer_than_it_may_is_ended(tmp_path):
    found = outcomes(written(tmp_path, a=GOOD, b=GOOD, c=GOOD), seconds=0)

    assert len(found) == 3
    assert {one.trouble for one in found.values()} == {"Reading it took longer than 0 seconds."}


def test_no_file_is_no_work():
    assert list(read_all([])) == []
