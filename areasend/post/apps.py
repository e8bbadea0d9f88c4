"""The post room as Django knows it."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """Subscribers, runs and the outbox."""

    name = "areasend.post"
    label = "post"
