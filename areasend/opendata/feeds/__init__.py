"""Feeds: what happened as Atom, and what is due as iCalendar."""
