"""Keeps documents of a size, one after another, and says each that is kept. To be killed."""

import os
import sys
from datetime import UTC, datetime

import django


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.rooms_settings"
    django.setup()
    from areasend.papers.keeping import keep

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in range(1, 100_000):
        content = number.to_bytes(4) * 500_000
        paper = keep(content, "application/pdf", at=datetime.now(UTC))  # noqa: TID251  a face
        sys.stdout.write(f"{paper.sha256}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
