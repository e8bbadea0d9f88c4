"""Open data: downloads, an API and feeds of everything that has been released."""
