"""Writes the pages of docs/ that follow from the code, or checks that they are current.

python docs/generate.py            writes them
python docs/generate.py --check    says which are stale, and ends with status 1 if any is
"""

import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.settings")
django.setup()

import click  # noqa: E402
from figures import estimates, published_figures  # noqa: E402  beside this file

from areasend.answers.data_releases import LOADING  # noqa: E402
from areasend.answers.glossary import glossary  # noqa: E402
from areasend.answers.questions import QUESTIONS  # noqa: E402
from areasend.answers.rules import RULEBOOKS, gaps, versions  # noqa: E402
from areasend.answers.themes import themes_answer  # noqa: E402
from areasend.config.command import command  # noqa: E402
from areasend.domain.coverage import coverage  # noqa: E402
from areasend.domain.kinds import KINDS  # noqa: E402
from areasend.domain.measures import MEASURES, WAITS  # noqa: E402
from areasend.domain.rulebooks.reading import rules_of  # noqa: E402
from areasend.opendata.api.description import choices, openapi  # noqa: E402
from areasend.opendata.api.fields import FIELDS  # noqa: E402
from areasend.opendata.api.problems import KINDS as PROBLEMS  # noqa: E402
from areasend.opendata.tables import TABLES  # noqa: E402
from areasend.reading.themes.results import Results  # noqa: E402

DOCS = Path(__file__).parent
STORIES = DOCS.parent / "tests" / "stories"
NOTICE = "<!-- Written by docs/generate.py: change the code, then `make docs`. -->\n"


def events() -> Iterator[str]:
    yield "# What can happen to an area\n"
    yield "Every kind of event, its public sentence, and how complete our record of it is.\n"
    yield "| Kind | What it means | Codes in lists of events | Complete to | What is held |"
    yield "|---|---|---|---|---|"
    for kind in KINDS:
        held = coverage()[kind.key]
        codes = ", ".join(f"`{code}`" for code in kind.codes)
        to = held.complete_to or "partial"
        yield f"| `{kind.key}` | {kind.says} | {codes} | {to} | {held.words} |"


def rules() -> Iterator[str]:
    yield "# The rules, by framework\n"
    yield "Each value holds from its day until the next; a clock keeps the one it began under.\n"
    for name in RULEBOOKS:
        yield f"\n## {name}\n"
        yield "| Rule | From | Value | Force | Source | Checked |"
        yield "|---|---|---|---|---|---|"
        for rule in rules_of(name).values():
            for value in rule.values:
                source = f"[{value.reference}]({value.href.removeprefix('docs/')})"
                cells = (rule.says, value.since, value.period, value.force, source, value.checked)
                yield f"| {' | '.join(map(str, cells))} |"
    yield from gaps_page()


def measures() -> Iterator[str]:
    yield "# The statistics\n"
    yield (DOCS / "measures-before.txt").read_text(encoding="utf-8")
    yield "## What is counted or added up\n"
    yield "| Name | What it counts | Out of | Adds up | Author | Last reviewed |"
    yield "|---|---|---|---|---|---|"
    for one in MEASURES.values():
        says = " ".join(filter(None, (one.says, one.caveat)))
        cells = (says, one.out_of, one.adds, one.author, one.reviewed)
        yield f"| `{one.name}` | {' | '.join(map(str, cells))} |"
    yield "\n## What is timed\n"
    yield "| Name | What it times | Out of | Unit | Complete to | Author | Last reviewed |"
    yield "|---|---|---|---|---|---|---|"
    for wait in WAITS.values():
        to = wait.complete_to or "partial"
        cells = (wait.says, wait.out_of, f"{wait.unit}s", to, wait.author, wait.reviewed)
        yield f"| `{wait.name}` | {' | '.join(map(str, cells))} |"


def gaps_page() -> Iterator[str]:
    yield "\n## When the rules changed\n"
    for version in versions():
        yield f"- {version.rulebook}, {version.since}: {version.what} ({version.source})"
    yield "\n## What is not known\n"
    for gap in gaps():
        yield f"- {gap.rulebook}: {gap.what}. {gap.why}"


def stories() -> Iterator[str]:
    yield "# Stories\n"
    yield "Each is a test: what happened, the day one asks, and what the answer must be.\n"
    for file in sorted(STORIES.glob("*.toml")):
        story = tomllib.loads(file.read_text(encoding="utf-8"))
        yield f"## {story['story']}\n"
        yield f"As at {story['as_at']}.\n"
        for happened in story["happened"]:
            yield f"- {_plain(happened)}"
        yield ""
        if "stage" in story:
            yield f"- **stands** {story['stage']}"
        for then in story.get("then", []):
            yield f"- **then** {_plain(then)}"
        yield ""


def command_line() -> Iterator[str]:
    yield "# The command line\n"
    group = command()
    context = click.Context(group, info_name="areasend", max_content_width=90, terminal_width=90)
    yield _help(group, context)
    yield from _commands(group, context)


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name, one in group.commands.items():
        inner = click.Context(one, context, info_name=name, max_content_width=90, terminal_width=90)
        yield f"## {inner.command_path}\n"
        yield _help(one, inner)
        if isinstance(one, click.Group):
            yield from _commands(one, inner)


def _help(one: click.Command, context: click.Context) -> str:
    return f"```text\n{one.get_help(context)}\n```\n"


def _plain(table: dict[str, object]) -> str:
    return "; ".join(f"{key} {value}" for key, value in table.items())


def glossary_page() -> Iterator[str]:
    held = glossary()
    yield "# Glossary\n"
    yield held.intro
    for part in held.parts:
        yield f"\n## {part.title}\n"
        for one in part.words:
            yield f"- **{one.word}**{f' ({one.code})' if one.code else ''}: {one.says}"


def themes() -> Iterator[str]:
    answer = themes_answer()
    yield "# Themes of weaknesses\n"
    yield f"{answer.intro} To check them a second time: [label](how-to/label-themes-again.md).\n"
    yield "| Code | Theme | What it means | Belongs to it | Does not | Examples of ours |"
    yield "|---|---|---|---|---|---|"
    for one in answer.themes:
        examples = "<br>".join(one.examples)
        cells = (f"`{one.code}`", one.name, one.says, one.includes, one.excludes, examples)
        yield f"| {' | '.join(cells)} |"
    yield from _machine(answer.machine)


def _machine(held: Results) -> Iterator[str]:
    yield "\n## Agreement of the machine with the one person who labelled\n"
    yield f"On {held.day}: {held.texts} weaknesses, one of {held.areas} areas left out at a time."
    yield "How, and what flatters these figures: [ADR 40](adr/0040-themes.md).\n"
    for name, one in (("ours", held.main), ("usual way", held.usual), ("gain", held.gain)):
        yield f"- Main themes, macro-F1, {name}: {one.value} ({one.low} to {one.high})"
    yield f"- All themes, micro-F1: {held.micro.value} ({held.micro.low} to {held.micro.high})"
    yield f"- Krippendorff's alpha with MASI: {held.overall['alpha_masi']}\n"
    yield "| Theme | By the person | By the machine | By both | Precision | Recall | F1 | Alpha |"
    yield "|---|---|---|---|---|---|---|---|"
    for figures in held.themes:
        cells = ("–" if cell is None else str(cell) for cell in vars(figures).values())
        yield f"| {' | '.join(cells)} |"


def questions() -> Iterator[str]:
    yield "# The questions that were asked\n"
    yield "Each is answered for any day: `areasend answer NAME --as-at DAY`.\n"
    yield "| Name | What was asked | By whom |"
    yield "|---|---|---|"
    for one in QUESTIONS.values():
        source = f"[{one.source}]({one.href})" if one.href else one.source
        yield f"| `{one.name}` | {one.asks} | {source} |"


def open_data() -> Iterator[str]:
    yield "# The data as files\n"
    yield (DOCS / "open-data-before.txt").read_text(encoding="utf-8")
    for what, line in LOADING:
        yield f"- {what}: `{line.format(at='')}`"
    yield "\n" + (DOCS / "open-data-after.txt").read_text(encoding="utf-8")
    yield "## The data dictionary"
    for table in TABLES:
        yield f"\n### {table.title} (`{table.name}`)\n"
        yield " ".join((table.says, *table.notes)) + "\n"
        yield "| Column | Type | Unit | Always there | What it holds | One of |"
        yield "|---|---|---|---|---|---|"
        for one in table.columns:
            among = "; ".join(one.choices)
            needed = "yes" if one.required else ""
            cells = (f"`{one.name}`", one.type, one.unit, needed, one.says, among)
            yield f"| {' | '.join(cells)} |"


def api() -> Iterator[str]:
    yield "# The API\n"
    yield f"{openapi()['info']['description']}\n"
    yield "How to use it, with examples: [use the API](how-to/use-the-api.md). Every address also"
    yield "takes `as_at` and `known_at`; a list takes `limit` and `cursor`.\n"
    for path, held in openapi()["paths"].items():
        yield f"## {path}\n"
        yield f"{held['get']['description']}\n"
        given = [one for one in held["get"]["parameters"] if one["name"] not in _OF_EVERY]
        if given:
            yield "| Parameter | What it is for | Choices |"
            yield "|---|---|---|"
            yield from map(_parameter, given)
            yield ""
    yield "## What answers hold\n"
    yield "The same name means the same everywhere; where it does not, the answer is named.\n"
    yield "| Field | What it holds |"
    yield "|---|---|"
    for name, holds in FIELDS.items():
        yield f"| `{name}` | {holds} |"
    yield ""
    yield "## Problems\n"
    yield "What cannot be answered is told by problem details (RFC 9457), of these kinds:\n"
    for kind, (title, status) in PROBLEMS.items():
        yield f"- `{kind}` ({status.value}): {title}."


_OF_EVERY = {"as_at", "known_at", "limit", "cursor"}


def _parameter(one: dict[str, Any]) -> str:
    schema = one["schema"]
    among = ", ".join(f"`{word}`" for word in choices(schema))
    default = f"`{schema['default']}` if left out." if "default" in schema else ""
    says = " ".join(filter(None, (schema.get("description", ""), default)))
    return f"| `{one['name']}` | {says} | {among} |"


PAGES = {
    "api.md": api,
    "events.md": events,
    "rules.md": rules,
    "estimates.md": estimates,
    "measures.md": measures,
    "questions.md": questions,
    "themes.md": themes,
    "published-figures.md": published_figures,
    "stories.md": stories,
    "command-line.md": command_line,
    "glossary.md": glossary_page,
    "open-data.md": open_data,
}


def main() -> int:
    check, stale = "--check" in sys.argv, []
    for name, page in PAGES.items():
        path, text = DOCS / name, NOTICE + "\n" + "\n".join(page()).rstrip() + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"Stale: {', '.join(stale)}. Write them again with: make docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
