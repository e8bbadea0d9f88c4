"""The checking room as Django knows it."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Documents that wait to be checked, and what people decided."""

    name = "areasend.casework"
    label = "casework"
