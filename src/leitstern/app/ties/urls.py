"""Addresses of what touches what."""

from __future__ import annotations

from django.urls import path

from leitstern.app.ties import views

app_name = "ties"
urlpatterns = [
    path("ties", views.search, name="search"),
    path("ties/<slug:kind>/<slug:slug>", views.around, name="around"),
]
