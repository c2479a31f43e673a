"""Addresses of journey maps."""

from __future__ import annotations

from django.urls import path

from leitstern.app.maps import editing, views

app_name = "maps"
_MAP = "maps/<slug:slug>"
urlpatterns = [
    path("maps", views.overview, name="overview"),
    path("maps/new/draft", editing.new, name="new"),
    path(_MAP, views.one, name="map"),
    path(f"{_MAP}/edit", editing.edit, name="edit"),
    path(f"{_MAP}/take-out", editing.take_out, name="take-out"),
    path(f"{_MAP}/versions", views.versions, name="versions"),
    path(f"{_MAP}/versions/<int:number>/restore", editing.restore, name="restore"),
    path(f"{_MAP}/pains", editing.note_pain, name="note-pain"),
    path(f"{_MAP}/pains/<int:pain_id>/withdraw", editing.withdraw_pain, name="withdraw-pain"),
]
