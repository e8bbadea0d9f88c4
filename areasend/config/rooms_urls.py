"""The addresses of the signed-in rooms: signing in, and each room's own."""

from importlib import import_module
from importlib.util import find_spec

from areasend.people.urls import first
from areasend.people.urls import urlpatterns as of_people

__all__ = [
    "handler400",
    "handler403",
    "handler404",
    "handler429",
    "handler500",
    "urlpatterns",
]

#: The checking room's own addresses, among them `home`, once it is there.
_rooms = (
    import_module("areasend.casework.urls").urlpatterns
    if find_spec("areasend.casework")
    else [first]
)
urlpatterns = [*of_people, *_rooms]

handler400 = "areasend.people.views.bad_request"
handler403 = "areasend.people.views.not_allowed"
handler404 = "areasend.people.views.not_found"
handler429 = "areasend.people.views.too_many"
handler500 = "areasend.people.views.server_error"
