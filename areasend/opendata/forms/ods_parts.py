"""The parts of an OpenDocument spreadsheet that are the same in each."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "config": "config",
        "meta": "meta",
    }.items()
)
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">\n'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
    f'manifest:media-type="{MIME}"/>\n'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}.xml" manifest:media-type="text/xml"/>\n'
        for part in ("content", "styles", "meta", "settings")
    )
    + "</manifest:manifest>\n"
)
STYLES = (
    f'{_HEAD}<office:document-styles {_SPACES} office:version="1.3"><office:styles>'
    '<style:default-style style:family="table-cell">'
    '<style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:language="en" '
    'fo:country="GB"/></style:default-style></office:styles></office:document-styles>\n'
)
META = (
    f'{_HEAD}<office:document-meta {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'office:version="1.3"><office:meta><meta:generator>areasend</meta:generator>'
    "<dc:title>{title}</dc:title><dc:creator>areasend</dc:creator>"
    "<dc:language>en-GB</dc:language><dc:date>{at}</dc:date>"
    "</office:meta></office:document-meta>\n"
)
#: Widths in characters, each with its width in inches.
_WIDTHS = {12: 1.1, 24: 2.1, 40: 3.4, 110: 9}


_BOLD = '<style:text-properties fo:font-weight="bold" fo:font-size="{size}"/>'
_WRAPPED = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_PARTED = "<number:text>-</number:text>"
_DAY = _PARTED.join(f'<number:{part} number:style="long"/>' for part in ("year", "month", "day"))
_TIME = "<number:text>:</number:text>".join(
    f'<number:{part} number:style="long"/>' for part in ("hours", "minutes", "seconds")
)
#: Styles of cells: which form its date has, if it is one, and how it looks.
_CELLS = (
    ("day", ' style:data-style-name="d"', ""),
    ("moment", ' style:data-style-name="m"', ""),
    ("title", "", _BOLD.format(size="14pt")),
    ("head", "", _WRAPPED + _BOLD.format(size="11pt")),
    ("wrapped", "", _WRAPPED),
)


def _automatic() -> str:
    """Return the styles of columns and cells."""
    columns = "".join(
        f'<style:style style:name="w{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{inches}in"/></style:style>'
        for name, inches in _WIDTHS.items()
    )
    dates = (
        f'<number:date-style style:name="d">{_DAY}</number:date-style>'
        f'<number:date-style style:name="m">{_DAY}<number:text> </number:text>{_TIME}'
        "</number:date-style>"
    )
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"{form}>{looks}</style:style>'
        for name, form, looks in _CELLS
    )
    return f"<office:automatic-styles>{columns}{dates}{cells}</office:automatic-styles>\n"


#: What stands before the first sheet, and after the last.
CONTENT = (
    f'{_HEAD}<office:document-content {_SPACES} office:version="1.3">{_automatic()}'
    "<office:body><office:spreadsheet>\n",
    "</office:spreadsheet></office:body></office:document-content>\n",
)


def settings(frozen: Mapping[str, int]) -> str:
    """Return the settings by which a sheet's first rows and its first column stay in view."""
    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{_view(rows)}"
        "</config:config-item-map-entry>"
        for name, rows in frozen.items()
    )
    return (
        f'{_HEAD}<office:document-settings {_SPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set xmlns:ooo="http://openoffice.org/2004/office" '
        'config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{_item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{tables}'
        "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>\n"
    )


def _view(rows: int) -> str:
    # 2 is a frozen split.
    modes = (_item(f"{way}SplitMode", "short", 2) for way in ("Horizontal", "Vertical"))
    places = (
        _item(name, "int", place)
        for name, place in (
            ("HorizontalSplitPosition", 1),
            ("VerticalSplitPosition", rows),
            ("PositionRight", 1),
            ("PositionBottom", rows),
        )
    )
    return "".join((*modes, *places))


def _item(name: str, kind: str, value: object) -> str:
    item = f'config:name="{name}" config:type="{kind}"'
    return f"<config:config-item {item}>{value}</config:config-item>"
