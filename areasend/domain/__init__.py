"""What can happen to a local area and what follows from it: plain Python, no database, no clock."""
