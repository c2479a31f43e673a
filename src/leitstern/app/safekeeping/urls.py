"""Addresses of backups and exports."""

from __future__ import annotations

from django.urls import path

from leitstern.app.safekeeping import views

app_name = "safekeeping"
urlpatterns = [
    path("operations/backups", views.overview, name="overview"),
    path("operations/backups/<int:backup_id>/trial", views.trial, name="trial"),
    path("operations/backups/<int:backup_id>/remove", views.remove, name="remove"),
    path("operations/exports", views.export, name="export"),
    path("operations/exports/<int:taken_id>", views.fetch, name="fetch"),
    path("operations/exports/<int:taken_id>/remove", views.remove_export, name="remove-export"),
]
