"""What a download says of itself: the cover, the notes, the dictionary, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.answers.citing import Citation, cited_release
from areasend.answers.data_releases import CHECKSUMS, LOADING
from areasend.answers.limits import limits
from areasend.domain.intervals import in_words
from areasend.opendata.changes import Changes
from areasend.opendata.columns import Table
from areasend.opendata.forms.sheets import Sheet, heading
from areasend.opendata.state import State

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
ABOUT = (
    "An independent record of what became of every inspection of England's local services for "
    "children with special educational needs and disabilities. It is no government service."
)
#: What is owed to those from whom the facts are, in their words: see LICENCE-DATA.md.
OWED = (
    "Contains data from areasend, and public sector information, licensed under the Open "
    "Government Licence v3.0.",
    "Ofsted, the Care Quality Commission, the Department for Education, the Ministry of Justice: "
    "© Crown copyright.",
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
    "Contains Parliamentary information licensed under the Open Parliament Licence v3.0.",
    "UK local authority names and codes, mySociety, CC BY 4.0; merged with other sources and "
    "corrected by areasend.",
    "© Data to Insight: weekly summary of area SEND reports, under the MIT licence.",
)
NOTES = (
    ("How complete it is", "See the table of coverage. A gap in the record proves nothing."),
    (
        "Dates",
        "A date is what its source gives: a day, a month, or bounds. Each has an earliest and a "
        "latest day. Moments are in UTC.",
    ),
    ("Empty cells", "Nothing is held, or the column does not apply. Empty is never nought."),
    (
        "Small numbers",
        "Counts of 1 to 4, and those that leave a remainder of 1 to 4, are not given, nor their "
        "rates; of areas with very few children there is no figure at all.",
    ),
    ("Several in a cell", "They are parted by a semicolon and a space."),
    (
        "Identifiers",
        "Each row has one for life in its first column. Those of corrected facts stay the same.",
    ),
    (
        "Sources and confidence",
        "Each row ends with its source, the address of that, and how far it is to be trusted.",
    ),
    ("Lateness", "Nobody is called late on the strength of what we lack. See the tables."),
)


@dataclass(frozen=True)
class Cover:
    """A release of the data as it presents itself, and where it will be had, if that is known."""

    state: State
    changes: Changes
    tables: tuple[Table, ...]
    address: str

    @property
    def citation(self) -> Citation:
        """How to cite it."""
        state = self.state
        at = f"{self.address}/data/{state.name}" if self.address else ""
        return cited_release(state.name, state.title, state.known_at, state.head.hash, at=at)

    @property
    def said(self) -> dict[str, str]:
        """What it is, line by line."""
        state, beyond = self.state, self.state.head.beyond
        later = f" {beyond} releases in effect come after one that is not yet." if beyond else ""
        return {
            "Title": state.title,
            "What it is": ABOUT,
            "Release": state.name,
            "As at": in_words(state.as_at),
            "Public since": state.moment,
            "Chain": f"to row {state.head.number}, hash {state.head.hash}.{later}",
            "How complete": " ".join(limits(["report-published"], state.as_at)) or NOTES[0][1],
            "The same again": f"areasend data FOLDER {state.asked.options}",
            "Cite as": self.citation.words,
            "Licence": f"Open Government Licence v3.0, {LICENCE}",
            "Owed": " ".join(OWED),
        }


def sheets(cover: Cover) -> tuple[Sheet, ...]:
    """Return the sheets of words that a workbook begins with."""
    changed = (*cover.changes.words, *cover.changes.corrections)
    return (
        Sheet("cover", cover.state.title, tuple(cover.said.items())),
        Sheet(
            "contents", "Contents", tuple((one.name, one.title, one.says) for one in cover.tables)
        ),
        Sheet("notes", "Notes", NOTES),
        Sheet("changes", "What changed since the release before", tuple((one,) for one in changed)),
        Sheet("dictionary", "What each column holds", tuple(_dictionary(cover.tables))),
    )


def _dictionary(tables: tuple[Table, ...]) -> Iterator[tuple[str, ...]]:
    yield "Table", "Column", "In CSV", "Type", "What it holds"
    for table in tables:
        for one in table.columns:
            yield table.title, heading(one), one.name, one.type.value, one.says


def readme(cover: Cover) -> str:
    """Return the page that leads through a folder of downloads, in Markdown."""
    said = "\n".join(f"- **{what}:** {words}" for what, words in cover.said.items())
    listed = "\n".join(f"- `{one.name}`: {one.title}. {one.says}" for one in cover.tables)
    loading = "\n".join(f"- {what}: `{line.format(at='')}`" for what, line in LOADING)
    notes = "\n".join(f"- **{what}:** {words}" for what, words in NOTES)
    return (
        f"# {cover.state.title}\n\n{said}\n\n## Tables\n\n{listed}\n\nEach is here as CSV, JSON "
        "and Parquet; all together as `areasend.xlsx`, `areasend.ods` and `areasend.sqlite`. "
        f"`datapackage.json` describes every column.\n\n## Loading\n\n{loading}\n- Datasette: "
        "`datasette areasend.sqlite --metadata metadata.json`\n\n## Notes\n\n"
        f"{notes}\n\n## Checking\n\n- The files: `sha256sum --check {CHECKSUMS}`\n- The chain: "
        "`python3 check_chain.py chain.csv`, which needs nothing but Python\n\n## Citing\n\n"
        f"```bibtex\n{cover.citation.bibtex}```\n"
    )


def changes_page(cover: Cover) -> str:
    """Return what changed since the release before, in Markdown."""
    words = "\n\n".join(cover.changes.words)
    listed = "\n".join(f"- {one}" for one in cover.changes.corrections) or "None."
    return (
        f"# What changed in {cover.state.name}\n\n{words}\n\nEvery cell that differs is in "
        f"`changes.csv`.\n\n## Corrections\n\n{listed}\n"
    )
