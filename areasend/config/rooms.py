"""Django's settings for the signed-in rooms: a process of its own (ADR 36).

What the website has, and accounts, sessions and the gate, of which the website knows nothing.
"""

import os
from importlib.util import find_spec

from csp.constants import SELF
from jinja2 import ChoiceLoader, PackageLoader

from areasend.config.site import *  # noqa: F403  the rooms have all that the website has
from areasend.config.site import _HTTPS, BEHIND_A_PROXY, BUILD
from areasend.config.site import CONTENT_SECURITY_POLICY as _POLICY
from areasend.design.environment import loader

#: Rooms are left out until they are built.
_ROOMS = {
    "papers": "areasend.papers.apps.PapersConfig",
    "casework": "areasend.casework.apps.CaseworkConfig",
    "visiting": "areasend.visiting.apps.VisitingConfig",
    "casework.audit": "areasend.casework.audit.apps.AuditConfig",
    "casework.reported": "areasend.casework.reported.apps.ReportedConfig",
}
_BUILT = {name: app for name, app in _ROOMS.items() if find_spec(f"areasend.{name}")}

SECRET_KEY = os.environ.get("AREASEND_ROOMS_SECRET", "")
#: Where the rooms are read, for the links that commands print.
ROOMS_ADDRESS = os.environ.get("AREASEND_ROOMS_ADDRESS", "http://localhost:8001").rstrip("/")
ALLOWED_HOSTS = os.environ.get("AREASEND_ROOMS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth.account",
    "allauth.mfa",
    "areasend.ledger.apps.LedgerConfig",
    "areasend.register.apps.RegisterConfig",
    "areasend.post.apps.PostConfig",
    "areasend.people.apps.PeopleConfig",
    *_BUILT.values(),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "areasend.register.middleware.plain_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "areasend.people.sessions.ends_in_time",
    "areasend.people.gate.deny_by_default",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "areasend.config.rooms_urls"
WSGI_APPLICATION = "areasend.config.rooms_wsgi.application"

_FACES = {name: f"areasend.{name}" for name in _BUILT if name == "casework"}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {
            "environment": "areasend.design.environment.environment",
            # The pages of allauth are looked for by its own names, such as account/login.html.
            "loader": ChoiceLoader([loader(**_FACES), PackageLoader("areasend.people")]),
            "auto_reload": False,
            "context_processors": ["areasend.people.frame.frame"],
        },
    }
]

#: What stands at the head of every page for whoever may: the name of an address, words, a deed.
ROOMS: list[tuple[str, str, str]] = [
    ("home", "Documents to check", "check"),
    ("second-looks", "Second looks", "moderate"),
    ("audit", "Self-audit", "audit"),
    ("reported", "Reported errors", "answer"),
]

#: Who keeps the errors that readers reported and the replies, for the rooms to deal with.
REPORTED = "areasend.config.rooms_reported.KEPT"

STATIC_ROOT = BUILD / "rooms"

# Our own scripts and those of allauth, which speak to passkeys; never one within a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {**_POLICY["DIRECTIVES"], "script-src": [SELF], "connect-src": [SELF]}
}
SILENCED_SYSTEM_CHECKS = []

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

#: How long a link to set a password serves, in seconds.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60

ACCOUNT_ADAPTER = "areasend.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # there is no sign-up: whoever makes an account gives its link
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
#: Wrong passwords or codes for one address after which it is locked, and for how many minutes.
LOCKED_AFTER, LOCKED_FOR = 5, 15
ACCOUNT_RATE_LIMITS = {
    "login_failed": f"30/{LOCKED_FOR}m/ip,{LOCKED_AFTER}/{LOCKED_FOR}m/key",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_A_PROXY)

MFA_ADAPTER = "areasend.people.adapters.SecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "areasend"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _HTTPS  # for one's own machine, which has no certificate

SESSION_ENGINE = "django.contrib.sessions.backends.db"
# By this prefix a browser takes them from this host alone, and over HTTPS.
_PREFIX = "__Host-" if _HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_PREFIX}rooms", f"{_PREFIX}rooms-form"
#: Seconds without a request, and in all, after which whoever is signed in has to do it again.
SESSION_COOKIE_AGE = 60 * 60
SESSION_LONGEST = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True  # what moves the first of the two
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Not Strict: whoever follows a link from a mail would seem to be signed out.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "areasend.people.views.forged"

# In the database, so that what is counted holds for every process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_counted",
        # Beyond so many, entries are dropped whatever their age. Made-up addresses, each of which
        # is counted too, must not push out a lock.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
