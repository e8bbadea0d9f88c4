"""The settings of the signed-in rooms as tests use them: over plain HTTP, with a known key."""

from areasend.config.rooms import *  # noqa: F403  tests run what is served

SECRET_KEY = "for tests of rooms alone: " + "0123456789" * 4
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Argon2 as it is served takes a twentieth of a second for each of hundreds of passwords.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Half a minute may end between reading a code and sending it.
MFA_TOTP_TOLERANCE = 1
