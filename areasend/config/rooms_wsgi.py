"""The signed-in rooms as a WSGI application, for whichever server runs them."""

import os

from django.core.wsgi import get_wsgi_application

from areasend.register.server import hear_the_server_alone

hear_the_server_alone()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.rooms")
application = get_wsgi_application()
