from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger as Django knows it."""

    name = "areasend.ledger"
    label = "ledger"
