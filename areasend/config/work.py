"""Django's settings for the worker: those of the command line, and a queue of jobs.

The queue is in the database there is, of either kind. Nothing but the worker waits for it to load.
"""

from areasend.config.places import without_waiting
from areasend.config.settings import *  # noqa: F403  the worker has all that the command line has
from areasend.config.settings import DATABASES as _DATABASES
from areasend.config.settings import INSTALLED_APPS as _APPS

INSTALLED_APPS = [*_APPS, "areasend.visiting.apps.VisitingConfig", "django_tasks_db"]
DATABASES = {name: without_waiting(one) for name, one in _DATABASES.items()}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
