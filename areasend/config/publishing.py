"""Writes the register into a folder: `python -m areasend.config.publishing FOLDER`.

A process of its own, because the command line is set up without what pages need.
"""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application


def main(folder: Path) -> str:
    """Write the register into a folder and return what to say of it.

    :raises UnableToPublish: if it cannot be written
    """
    application = get_wsgi_application()
    from areasend.config.site import STATIC_ROOT
    from areasend.opendata.addresses import addresses
    from areasend.register.publishing import asker, publish

    copy = publish(folder, ask=asker(application), static=STATIC_ROOT, also=addresses())
    return f"{len(copy.held)} files in {copy.folder}; {copy.written} of them new or changed."


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
    try:
        sys.stdout.write(f"{main(Path(sys.argv[1]))}\n")
    except ValueError as error:
        sys.exit(str(error))
