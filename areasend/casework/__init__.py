"""The checking room: people compare what was read with the page, and what they accept is told."""
