"""Addresses of beliefs and instruments."""

from __future__ import annotations

from django.urls import path

from leitstern.app.inside import instrument_views, views

app_name = "inside"
urlpatterns = [
    path("beliefs", views.beliefs, name="beliefs"),
    path("beliefs/sheet", views.sheet, name="sheet"),
    path("beliefs/<int:collection_id>/remove", views.remove, name="remove"),
    path("instruments", instrument_views.instruments, name="instruments"),
    path("instruments/<int:version_id>", instrument_views.instrument, name="instrument"),
    path("instruments/<int:version_id>.yaml", instrument_views.instrument_file, name="instrument-file"),
    path("instruments/<int:version_id>/choose", instrument_views.choose, name="choose-instrument"),
    path("instruments/<int:version_id>/remove", instrument_views.remove_instrument, name="remove-instrument"),
]
