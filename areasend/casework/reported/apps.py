"""Reported errors and replies in the rooms, as Django knows them."""

from django.apps import AppConfig


class ReportedConfig(AppConfig):
    """Who has which report or reply, and what somebody did with it."""

    name = "areasend.casework.reported"
    label = "reported"
