"""Turns published documents into proposed events, with place and doubts. It never records."""
