"""The addresses of the signed-in rooms: signing in, and each room's own."""

from importlib import import_module
from importlib.util import find_spec

from areasend.people.urls import first
from areasend.people.urls import urlpatterns as of_people

__all__ = ["urlpatterns"]

#: The checking room's own addresses, among them `home`, once it is there.
_rooms = (
    import_module("areasend.casework.urls").urlpatterns
    if find_spec("areasend.casework")
    else [first]
)
urlpatterns = [*of_people, *_rooms]
