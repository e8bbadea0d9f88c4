"""The website's settings as tests use them: over plain HTTP on this machine, with a known key."""

from areasend.config.site import *  # noqa: F403  tests run what is served

SECRET_KEY = "for tests alone: " + "0123456789" * 4
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
MAIL_KEY = "of addresses for tests alone: " + "0123456789"
LINKS_TO = "http://localhost"
