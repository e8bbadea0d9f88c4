"""The register as Django knows it: what readers report of errors is a table of its own."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The public register."""

    name = "areasend.register"
    label = "register"
