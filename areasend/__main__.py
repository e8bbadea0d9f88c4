"""Lets `python -m areasend` be the command."""

from areasend.config.command import main

main()
