"""A scanned report is read as another is, by the words and the rules in its pictures, in doubt."""

import io
import shutil

import pytest
from built_reports import ACTION, BODIES, build_report
from built_scans import build_scan, build_tesseract, row
from PIL import Image, ImageChops, ImageStat

from areasend.reading.kinds import read_letter
from areasend.reading.letters.letter import opened
from areasend.reading.letters.pictured import Picture, see
from areasend.reading.letters.recognised import RecognisedText, Word
from areasend.reading.pictures import draw

REPORT = build_report(
    outcome=3,
    actions=[
        (BODIES, ACTION),
        (
            "Dudley Metropolitan Borough Council",
            "The council should write down who looks at each plan, should look at it twice a year"
            " and should tell families what was found, in words that are plain.",
        ),
    ],
)
HIGH, WHITE, BLACK = 842, 255, 0
TABLES = ("priority_actions", "improvements", "responsible_organisations")
COLUMNS = ("local_authorities", "icbs", "inspectors")


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recognises")
    rule = row(13, "_—_", (215, 522, 219, 532), HIGH)
    seen_as = {"•": "m™"}
    build_tesseract(folder, REPORT, seen_as=lambda word: seen_as.get(word, word), more=rule)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return read_letter(build_scan(REPORT))


@pytest.mark.parametrize("name", [*TABLES, *COLUMNS, "strengths", "needs"])
def test_a_scan_gives_what_the_report_gives(scanned, name):
    assert scanned.values[name]
    assert scanned.values[name] == read_letter(REPORT).values[name]


def test_every_field_of_a_scan_is_doubted(scanned):
    assert [one.name for one in scanned.fields if one.passages and not one.doubts] == []
    assert all(one.doubts for one in scanned.proposals)


def test_words_of_a_scan_keep_their_places(scanned):
    true = {one.name: one for one in read_letter(REPORT).fields}["priority_actions"]
    seen = {one.name: one for one in scanned.fields}["priority_actions"]

    assert [one.page for one in seen.passages] == [one.page for one in true.passages]
    for one, other in zip(seen.passages, true.passages, strict=True):
        assert one.box == pytest.approx(other.box, abs=3)


@pytest.mark.parametrize("shown", [90, 180, 270])
def test_a_scan_that_its_file_tells_to_turn_is_read_and_drawn_upright(
    shown, scanned, tmp_path, monkeypatch
):
    build_tesseract(tmp_path, REPORT, seen_as=lambda word: {"•": "m™"}.get(word, word))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    turned = build_scan(REPORT, shown=shown)

    read = read_letter(turned).values
    assert {name: read[name] for name in TABLES} == {name: scanned.values[name] for name in TABLES}
    assert differs(draw(turned, 2, ()), draw(build_scan(REPORT), 2, ())) < 2


def differs(drawn, other):
    """Return by how much of 255 the dots of two pictures differ at the middle."""
    both = [Image.open(io.BytesIO(one)).convert("L") for one in (drawn, other)]
    assert both[0].size == both[1].size
    return ImageStat.Stat(ImageChops.difference(*both)).mean[0]


def test_the_logo_in_the_corner_of_a_scan_is_no_line_of_it(tmp_path, monkeypatch):
    corner = {"0fsted": (780, 804), "standarcls": (766, 776), "Quill": (752, 764)}
    logo = "\n".join(
        row(90 + bottom, word, (477, bottom, 552, top), HIGH)
        for word, (bottom, top) in corner.items()
    )
    build_tesseract(tmp_path, REPORT, more=logo)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with opened(build_scan(REPORT)) as letter:
        said = [line.text for line in letter.lines(1)]

    assert not {"0fsted", "standarcls"} & set(said)
    assert "Quill" in said


def line_of(first, *rest, after, between=4.5):
    """Return a line of recognised words, so many points apart."""
    left, words = 60.0, []
    for text, gap in zip((first, *rest), (after, *[between] * len(rest)), strict=True):
        words.append(Word(text, left, 100, left + 6 * len(text), 111))
        left += 6 * len(text) + gap
    return RecognisedText(1, [words]).lines()[0].text


@pytest.mark.parametrize("sign", ["m™", "m", "@", "®", "=", "«", "e", "©", "*", "°"])
def test_a_mark_that_was_misread_is_a_mark_by_its_distance(sign):
    assert line_of(sign, "Waits", "are", "long", after=10) == "• Waits are long"
    assert line_of(sign, "Waits", after=10) == "• Waits"


@pytest.mark.parametrize("words", ["In 2021 leaders", "A SEND board", "EP service", "We saw"])
def test_a_short_word_is_no_mark_however_far_it_stands(words):
    assert line_of(*words.split(), after=12, between=10) == words


@pytest.mark.parametrize("words", ["© Ofsted 2024", "© Crown copyright", "e mail us"])
def test_what_looks_like_a_misread_mark_is_none_where_it_stands_near(words):
    assert line_of(*words.split(), after=4.5) == words
    assert line_of(*words.split(), after=10, between=9) == words


# The rules of a picture, drawn here dot by dot at one dot a point.


def picture(*boxes, size=(300, 200), shade=BLACK):
    """Return a white picture with dark boxes: left, top, right and bottom in dots from the top."""
    width, height = size
    dots = bytearray([WHITE]) * (width * height)
    for left, top, right, bottom in boxes:
        for line in range(top, bottom):
            dots[line * width + left : line * width + right] = bytes([shade]) * (right - left)
    return Picture(bytes(dots), width, height, 1.0)


#: Rules that meet, from which a table could be made.
ACROSS, DOWN = (20, 50, 220, 52), (20, 50, 22, 150)


def test_long_thin_runs_that_meet_are_rules_with_their_places():
    seen = see(picture(ACROSS, DOWN))

    assert seen.across == [(149, 20, 220)]
    assert seen.down == [(21, 50, 150)]


def test_letters_and_shaded_boxes_are_no_rules():
    title, dash, shade = (24, 100, 27, 125), (30, 30, 70, 33), (100, 60, 280, 90)

    seen = see(picture(ACROSS, DOWN, title, dash, shade))

    assert (len(seen.across), len(seen.down)) == (1, 1)


def test_a_line_under_words_and_a_grey_shade_are_no_rules():
    assert see(picture(ACROSS)).across == []
    assert see(picture(ACROSS, DOWN, shade=200)).across == []


def test_a_rule_of_a_page_that_lay_askew_is_one():
    steps = [(20 + 70 * step, 50 + step, 90 + 70 * step, 52 + step) for step in range(4)]

    (rule,) = see(picture(DOWN, *steps, size=(400, 200))).across

    assert rule == (147.5, 20, 300)


def test_dust_on_a_rule_does_not_part_it():
    (rule,) = see(picture(DOWN, (20, 50, 120, 52), (124, 50, 220, 52))).across

    assert (rule.start, rule.end) == (20, 220)


def test_rules_are_taken_out_of_the_picture_and_letters_are_not():
    letter = (60, 80, 64, 150)

    rest = see(picture(ACROSS, DOWN, letter)).rest

    assert rest == picture(letter)


def test_a_drawing_of_countless_runs_ends_soon():
    rows = [(10, top, 90, top + 1) for top in range(0, 60_000, 3)]

    assert see(picture(*rows, size=(100, 60_000))).across == []


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tesseract"), reason="not run: Tesseract is not installed")
def test_a_report_scanned_askew_is_read_whole_by_the_real_tesseract():
    reading = read_letter(build_scan(REPORT, turned=0.3))

    true = read_letter(REPORT).values
    assert {name: reading.values[name] for name in (*TABLES, *COLUMNS)} == {
        name: true[name] for name in (*TABLES, *COLUMNS)
    }
    assert [one.name for one in reading.fields if one.passages and not one.doubts] == []
