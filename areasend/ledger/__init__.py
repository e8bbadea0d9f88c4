"""Keeps events and never changes one: entries, the releases that publish them, and both chains."""
