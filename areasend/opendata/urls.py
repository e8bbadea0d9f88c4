"""The addresses of this face."""

from django.urls import URLPattern, path

from areasend.opendata.api import views
from areasend.opendata.api.description import ROOT
from areasend.opendata.api.operations import api

urlpatterns: list[URLPattern] = [
    path("api", views.page, name="api"),
    path(f"{ROOT}openapi.json", views.described, name="openapi"),
    *(
        path(f"{ROOT}{one.pattern}", one.callback, name=one.name)
        for one in api.urls[0]
        if isinstance(one, URLPattern) and one.name != "api-root"
    ),
]
