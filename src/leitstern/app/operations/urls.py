"""Addresses of operations."""

from __future__ import annotations

from django.urls import path

from leitstern.app.operations import views, waiting_views

app_name = "operations"
urlpatterns = [
    path("operations", views.overview, name="overview"),
    path("operations/quality", views.quality, name="quality"),
    path("operations/jobs/<int:job_id>/again", views.try_job_again, name="again"),
    path("operations/quarantine/<int:import_id>", waiting_views.mend, name="mend"),
]
