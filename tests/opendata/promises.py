"""Every name that an answer of the API may hold, and those that version 1 promises.

`python -m tests.opendata.promises` adds the names that are new to the list of those promised. It
takes none away: whoever built on a name keeps it as long as `/api/v1/` is there.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("promised_names.txt")
_REF = "#/components/schemas/"


def names() -> list[str]:
    """Return every name of every answer: its address, its status, the way to it and its types."""
    from areasend.opendata.api.description import openapi

    made = openapi()
    found = {
        f"{path} {status} {name}"
        for path, held in made["paths"].items()
        for status, reply in held["get"]["responses"].items()
        for content in reply.get("content", {}).values()
        for name in _below(content["schema"], made["components"]["schemas"])
    }
    return sorted(found)


def promised() -> list[str]:
    """Return the names that are promised."""
    return LIST.read_text(encoding="utf-8").splitlines()


def _below(schema: dict[str, Any], schemas: dict[str, Any], way: str = "") -> Iterator[str]:
    """Yield each way into a schema, as `items[].duty.force: string`."""
    for one in _choices(schema, schemas):
        if "items" in one:
            yield from _below(one["items"], schemas, f"{way}[]")
        if isinstance(one.get("additionalProperties"), dict):
            yield from _below(one["additionalProperties"], schemas, f"{way}{{}}")
        for name, held in one.get("properties", {}).items():
            whole = f"{way}.{name}".lstrip(".")
            types = sorted({each.get("type", "any") for each in _choices(held, schemas)})
            yield f"{whole}: {' or '.join(types)}"
            yield from _below(held, schemas, whole)


def _choices(schema: dict[str, Any], schemas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what a schema may be, each with nothing left to look up."""
    if "$ref" in schema:
        yield from _choices(schemas[schema["$ref"].removeprefix(_REF)], schemas)
    elif held := schema.get("anyOf") or schema.get("allOf") or schema.get("oneOf"):
        for one in held:
            yield from _choices(one, schemas)
    else:
        yield schema


def main() -> None:
    """Add to the list what is new."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.site_settings")
    import django

    django.setup()
    every = sorted({*promised(), *names()}) if LIST.is_file() else names()
    LIST.write_text("\n".join(every) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
