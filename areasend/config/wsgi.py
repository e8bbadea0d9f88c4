"""The website as a WSGI application, for whichever server runs it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
application = get_wsgi_application()
