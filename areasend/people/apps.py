"""Accounts as Django knows them."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, roles and the gate."""

    name = "areasend.people"
    label = "people"
