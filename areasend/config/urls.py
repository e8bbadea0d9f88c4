"""The addresses of the website: each face gives its own."""

from areasend.register.urls import urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

handler400 = "areasend.register.views.errors.bad_request"
handler404 = "areasend.register.views.errors.not_found"
handler500 = "areasend.register.views.errors.server_error"
