"""The self-audit as Django knows it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Samples of facts, what was keyed of them, and what differences were found to be."""

    name = "areasend.casework.audit"
    label = "audit"
