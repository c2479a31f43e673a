"""Addresses of what touches what."""

from __future__ import annotations

from django.urls import path

from leitstern.app.ties import views

app_name = "ties"
urlpatterns = [
    path("ties", views.search, name="search"),
    path("ties/left", views.who_left, name="left"),
    path("people/<int:person_id>/close", views.close, name="close"),
    path("ties/<slug:kind>/<slug:slug>", views.around, name="around"),
]
