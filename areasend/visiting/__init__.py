"""Visits the published sources: asks politely, and says what it found or that a page changed."""
