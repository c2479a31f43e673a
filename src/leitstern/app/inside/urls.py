"""Addresses of beliefs."""

from __future__ import annotations

from django.urls import path

from leitstern.app.inside import views

app_name = "inside"
urlpatterns = [
    path("beliefs", views.beliefs, name="beliefs"),
    path("beliefs/sheet", views.sheet, name="sheet"),
    path("beliefs/<int:collection_id>/remove", views.remove, name="remove"),
]
