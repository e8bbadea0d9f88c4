"""The website as a WSGI application, for whichever server runs it."""

import os

from django.core.wsgi import get_wsgi_application

from areasend.register.server import hear_the_server_alone

hear_the_server_alone()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
_django = get_wsgi_application()

# These want Django set up.
from areasend.config.aside import Aside  # noqa: E402
from areasend.config.lasting import spare  # noqa: E402
from areasend.config.late import late  # noqa: E402
from areasend.config.state import State  # noqa: E402
from areasend.config.watch import Watch  # noqa: E402
from areasend.config.website import website  # noqa: E402
from areasend.register.asking import now, today  # noqa: E402

spare()
application = website(Aside(_django, late=late), state=State(now=now, today=today), watch=Watch())
