"""The addresses of the website: each face gives its own."""

from areasend.opendata.urls import urlpatterns as of_opendata
from areasend.register.urls import urlpatterns as of_the_register

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*of_the_register, *of_opendata]

handler400 = "areasend.register.views.errors.bad_request"
handler404 = "areasend.register.views.errors.not_found"
handler500 = "areasend.register.views.errors.server_error"
