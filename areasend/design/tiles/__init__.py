"""The tile map: where each area stands on any day, and how that is drawn and made."""
