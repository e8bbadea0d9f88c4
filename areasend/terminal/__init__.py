"""The command line: each command asks one answer and prints it for a person, or as data."""
