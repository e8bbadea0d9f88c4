"""The stored documents as Django knows them."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Documents by hash, and where each was seen."""

    name = "areasend.papers"
    label = "papers"
