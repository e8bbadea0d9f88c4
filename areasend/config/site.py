"""Django's settings for the website: those of the command line, and what a browser needs."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from areasend.config.settings import *  # noqa: F403  the website has all that the command line has
from areasend.design.environment import loader

#: Where set-up leaves what it made: the stylesheet, and all static files hashed and compressed.
BUILD = Path(os.environ.get("AREASEND_BUILD") or Path(__file__).parents[2] / "build")

#: Served over HTTPS unless told otherwise, as on one's own machine.
_HTTPS = os.environ.get("AREASEND_HTTPS", "on") != "off"

SECRET_KEY = os.environ.get("AREASEND_SECRET", "")
ALLOWED_HOSTS = os.environ.get("AREASEND_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "areasend.ledger.apps.LedgerConfig",
    "areasend.register.apps.RegisterConfig",
    "areasend.post.apps.PostConfig",
]

MIDDLEWARE = [
    "areasend.opendata.api.headers.for_programs",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "areasend.register.middleware.plain_headers",
    "areasend.register.middleware.OnlyRead",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "areasend.config.urls"
WSGI_APPLICATION = "areasend.config.wsgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {
            "environment": "areasend.design.environment.environment",
            "loader": loader(register="areasend.register", opendata="areasend.opendata"),
            "auto_reload": False,
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = BUILD / "static"
STATICFILES_DIRS = [Path(__file__).parents[1] / "design" / "static", BUILD / "styles"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600

# Nothing but our own styles and pictures: there is no script, no frame, nothing of third parties.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_HSTS_PRELOAD = _HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000

#: Nobody is signed in and no cookie is set, so that there is nothing to forge; what is stored comes
#: with a signed and timed token of its own (`register/sending.py`).
SILENCED_SYSTEM_CHECKS = ["security.W003"]
