"""Addresses of imports."""

from __future__ import annotations

from django.urls import path

from leitstern.app.intake import inbox_views, views

app_name = "intake"
urlpatterns = [
    path("imports", views.imports, name="imports"),
    path("imports/guided/<str:token>", views.guided, name="guided"),
    path("imports/<int:import_id>", views.one, name="import"),
    path("imports/<int:import_id>/progress", views.progress, name="progress"),
    path("imports/<int:import_id>/mapping.yaml", views.mapping, name="mapping"),
    path("imports/<int:import_id>/quarantine.csv", views.quarantine, name="quarantine"),
    path("imports/<int:import_id>/purge", views.purge, name="purge"),
    path("imports/<int:import_id>/replay", views.replay, name="replay"),
    path("inboxes/open", inbox_views.open_one, name="open-inbox"),
    path("inboxes/close", inbox_views.close_one, name="close-inbox"),
    path("taxonomy.yaml", views.taxonomy, name="taxonomy"),
    path("imports/taxonomy", views.change_taxonomy, name="change-taxonomy"),
]
