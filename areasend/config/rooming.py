"""The command line with the rooms' settings: `python -m areasend.config.rooming update`.

A process of its own, because the plain command line is set up without the rooms (ADR 36).
"""

import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.rooms")
    from areasend.config.command import main

    main()
