#!/usr/bin/env python3
"""Checks a published chain of areasend with nothing but Python.

python3 check_chain.py chain.csv

Every row must follow the one before it, bear its own hash, and hold the text that its digest was
made of; a text may be gone only where a row accounts for its erasure. To see that all of it was
not written anew, add the number and hash of a row that you noted: … chain.csv 1178 5e41a5ea…
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator

csv.field_size_limit(10**9)


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def faults_of(row: dict[str, str], place: int, before: str) -> Iterator[str]:
    """Yield what is wrong with one row, whose place and the hash before it are known."""
    linked = (before, row["number"], row["takes_effect_at"], row["corrects"], row["digest"])
    if row["number"] != str(place):
        yield f"row {place} should stand where {row['number']} does"
    if row["previous"] != before:
        yield f"row {place} does not follow the one before it"
    if row["hash"] != sha256("\n".join(linked)):
        yield f"row {place} was altered"
    if row["salt"] + row["text"] and row["digest"] != sha256(row["salt"] + row["text"]):
        yield f"the text of row {place} was altered"


def check(path: str, *noted: str) -> Iterator[str]:
    """Yield what is wrong with a chain, also beside rows noted earlier: number, hash, and so on."""
    hashes, gone, accounted = {"0": "0" * 64}, set(), set()
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123  as anyone would
        for place, row in enumerate(csv.DictReader(file, strict=True), start=1):
            wrong = list(faults_of(row, place, hashes[str(place - 1)]))
            yield from wrong
            hashes[str(place)] = row["hash"]
            says = json.loads(row["text"] or "{}") if not wrong else {"says": "?"}
            gone |= set() if says else {place}
            accounted |= {says["number"]} if says.get("says") == "erased" else set()
    yield from (f"row {one} is gone, and none accounts for it" for one in sorted(gone - accounted))
    for number, known in zip(noted[::2], noted[1::2], strict=True):
        if hashes.get(number) != known:
            yield f"row {number} is not the one that was noted"
    print(f"{len(hashes) - 1} rows; the last hash is {hashes[str(len(hashes) - 1)]}")


if __name__ == "__main__":
    found = list(check(*sys.argv[1:]))
    print(*(found or ["Every row is as it was written."]), sep="\n")
    sys.exit(1 if found else 0)
