"""The styles: one sheet for every face, in which no face changes what another's name means."""

import re
from pathlib import Path

import areasend

PACKAGE = Path(areasend.__file__).parent
STYLES = PACKAGE / "design" / "styles"
#: Of the signed-in rooms alone.
OF_ROOMS = ("70-rooms.css", "75-checking.css")
_CLASS = re.compile(r"\.(app-[\w-]+)")


def _defined(sheets):
    return {name for sheet in sheets for name in _CLASS.findall(sheet.read_text("utf-8"))}


def test_the_rooms_change_nothing_of_the_website():
    sheets = set(STYLES.glob("*.css"))
    of_rooms = {STYLES / name for name in OF_ROOMS}

    assert of_rooms < sheets
    assert _defined(of_rooms) & _defined(sheets - of_rooms) == set()


def test_no_page_of_the_website_uses_a_name_of_the_rooms():
    pages = [*PACKAGE.glob("register/templates/**/*"), *PACKAGE.glob("opendata/templates/**/*")]
    words = " ".join(page.read_text("utf-8") for page in pages if page.is_file())
    used = set(re.findall(r"app-[\w-]+", words))

    assert used & _defined({STYLES / name for name in OF_ROOMS}) == set()
