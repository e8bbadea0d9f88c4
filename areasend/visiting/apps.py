"""The visits to published sources as Django knows them."""

from django.apps import AppConfig


class VisitingConfig(AppConfig):
    """Which addresses were visited, in which round, and what stood there."""

    name = "areasend.visiting"
    label = "visiting"
