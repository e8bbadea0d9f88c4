"""Makes the one stylesheet: GOV.UK Frontend's compiled styles without what is GOV.UK's alone.

GDS Transport, the crown and the crest may be used on GOV.UK only. The licence of the code (MIT)
does not cover them, and a site that is not the government's must not look as if it were.
"""

import re
import sys
from pathlib import Path

_STYLES = Path(__file__).parent / "styles"
_COMPILED = Path("govuk-frontend") / "dist" / "govuk" / "govuk-frontend.min.css"
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_IMAGE = re.compile(r"url\([^)]*govuk-crest[^)]*\)")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
#: Nothing of these may be left in what we serve.
_THEIRS = ("GDS Transport", "govuk-crest", "/assets/")


class UnableToMakeStyles(ValueError):
    """The stylesheet cannot be made, for the reason given."""


def ours(compiled: str) -> str:
    """Return GOV.UK Frontend's styles without its typeface, crown and crest.

    :raises UnableToMakeStyles: if any of them is left, as after a change of their form
    """
    styles = _FONT_FACE.sub("", compiled)
    styles = styles.replace("GDS Transport,arial", "arial")
    styles = _SOURCE_MAP.sub("", _IMAGE.sub("none", styles))
    if left := [words for words in _THEIRS if words in styles]:
        raise UnableToMakeStyles(f"GOV.UK's own is still in the styles: {', '.join(left)}.")
    return styles


def make(modules: Path, to: Path) -> Path:
    """Write the stylesheet into a folder, from npm's folder of modules, and return its path.

    :raises UnableToMakeStyles: if GOV.UK Frontend is not there, or cannot be freed of its own
    """
    compiled = modules / _COMPILED
    if not compiled.is_file():
        raise UnableToMakeStyles(f"GOV.UK Frontend is not in {modules}. Run: npm ci")
    parts = [path.read_text(encoding="utf-8") for path in sorted(_STYLES.glob("*.css"))]
    made = to / "design" / "areasend.css"
    made.parent.mkdir(parents=True, exist_ok=True)
    part = made.with_suffix(".part")
    part.write_text("\n".join([ours(compiled.read_text(encoding="utf-8")), *parts]), "utf-8")
    return part.replace(made)


if __name__ == "__main__":
    try:
        make(Path(sys.argv[1]), Path(sys.argv[2]))
    except UnableToMakeStyles as error:
        sys.exit(str(error))
