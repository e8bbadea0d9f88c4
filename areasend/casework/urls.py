"""The addresses of the checking room. Each view is behind the gate."""

from django.urls import path

from areasend.people import views

urlpatterns = [path("", views.home, name="home")]
