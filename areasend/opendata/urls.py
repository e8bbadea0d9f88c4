"""The addresses of this face."""

from django.urls import URLPattern, path

from areasend.opendata.api import views
from areasend.opendata.api.description import ROOT
from areasend.opendata.api.operations import api
from areasend.opendata.feeds import views as feeds

#: Of the calendars that leave out what has passed.
_TO_COME = {"to_come": True}

urlpatterns: list[URLPattern] = [
    path("feeds", feeds.feeds, name="feeds"),
    path("feeds/<slug:name>.atom", feeds.of_nation, name="feed"),
    path("feeds/stages/<slug:slug>.atom", feeds.to_stage, name="stage-feed"),
    path("feeds/areas/<slug:slug>.atom", feeds.of_area, name="area-feed"),
    path("feeds/nation.ics", feeds.dates_of_nation, name="dates"),
    path("feeds/bodies/<slug:slug>.ics", feeds.dates_of_body, name="body-dates"),
    path("feeds/areas/<slug:slug>.ics", feeds.dates_of_area, name="area-dates"),
    path("feeds/to-come/nation.ics", feeds.dates_of_nation, _TO_COME, name="dates-to-come"),
    path(
        "feeds/to-come/bodies/<slug:slug>.ics",
        feeds.dates_of_body,
        _TO_COME,
        name="body-dates-to-come",
    ),
    path(
        "feeds/to-come/areas/<slug:slug>.ics",
        feeds.dates_of_area,
        _TO_COME,
        name="area-dates-to-come",
    ),
    path("api", views.page, name="api"),
    path(f"{ROOT}openapi.json", views.described, name="openapi"),
    *(
        path(f"{ROOT}{one.pattern}", one.callback, name=one.name)
        for one in api.urls[0]
        if isinstance(one, URLPattern) and one.name != "api-root"
    ),
]
