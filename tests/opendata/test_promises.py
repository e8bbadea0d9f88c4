"""No name of version 1 of the API is ever taken back: somebody's program reads it."""

from tests.opendata.promises import _below, names, promised


def broken(held, kept):
    """Return a sentence for each name that was promised and is not there any more."""
    return [f"v1 promises this name: {one}" for one in kept if one not in set(held)]


def test_every_name_that_was_promised_is_there():
    assert broken(names(), promised()) == []


def test_every_name_is_promised():
    new = sorted(set(names()) - set(promised()))

    assert new == [], "promise them: python -m tests.opendata.promises"


def test_a_name_that_is_changed_is_told():
    changed = [one.replace(".standing.", ".stands.") for one in names()]
    changed = [one.replace("standing.first", "stands.first") for one in changed]

    (sentence,) = [
        one for one in broken(changed, promised()) if "{slug}" in one and ".first" in one
    ]

    assert sentence == "v1 promises this name: /api/v1/areas/{slug} 200 standing.first: string"


def test_the_list_holds_what_every_answer_is_known_by():
    kept = promised()

    for one in (
        "/api/v1/areas 200 items[].stage: string",
        "/api/v1/areas 200 next: null or string",
        "/api/v1/deadlines 200 items[].duty.force: string",
        "/api/v1/areas/{slug} 404 detail: string",
    ):
        assert one in kept, one
    assert len(kept) == len(set(kept)) > 200


def test_a_name_is_found_wherever_it_lies():
    schemas = {"One": {"properties": {"b": {"type": "integer"}}, "type": "object"}}
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/One"}}
    schema = {"properties": {"a": {"anyOf": [listed, {"type": "null"}]}}}

    assert list(_below(schema, schemas)) == ["a: array or null", "a[].b: integer"]
