"""Addresses of the shared language."""

from __future__ import annotations

from django.urls import path

from leitstern.app.taxonomy import agreement_views, version_views, views, waiting_views

app_name = "taxonomy"
urlpatterns = [
    path("taxonomy", views.overview, name="overview"),
    path("taxonomy/versions", version_views.versions, name="versions"),
    path("taxonomy/versions/<int:number>", version_views.version, name="version"),
    path("taxonomy/versions/<int:number>.yaml", version_views.download, name="download"),
    path("taxonomy/waiting", waiting_views.values, name="waiting"),
    path("taxonomy/waiting/<int:decision_id>/back", waiting_views.take_back, name="take-back"),
    path("taxonomy/waiting/read-again/<int:import_id>", waiting_views.read_again, name="read-again"),
    path("taxonomy/agreement", agreement_views.checks, name="agreement"),
    path("taxonomy/agreement/<int:check_id>", agreement_views.check, name="check"),
    path("taxonomy/agreement/<int:check_id>/close", agreement_views.close, name="close-check"),
    path("taxonomy/agreement/<int:check_id>/withdraw", agreement_views.withdraw, name="withdraw-check"),
    path("taxonomy/map/<str:token>", agreement_views.map_words, name="map"),
    path("taxonomy/<slug:sort>/new", views.new, name="new"),
    path("taxonomy/<slug:sort>/<slug:slug>", views.term, name="term"),
    path("taxonomy/<slug:sort>/<slug:slug>/retire", views.retire, name="retire"),
    path("taxonomy/<slug:sort>/<slug:slug>/merge", views.merge, name="merge"),
]
