"""The rules in force: dated values with their words, their force and their source."""
