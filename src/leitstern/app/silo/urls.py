"""Addresses of silos."""

from __future__ import annotations

from django.urls import path

from leitstern.app.silo import tie_views, views

app_name = "silo"
urlpatterns = [
    path("silo", views.overview, name="overview"),
    path("silo/functions", views.functions, name="functions"),
    path("silo/ties", tie_views.ties, name="ties"),
    path("silo/ties/<int:count_id>", tie_views.count, name="count"),
    path("silo/ties/<int:count_id>/withdraw", tie_views.withdraw, name="withdraw"),
    path("silo/sample", tie_views.sample, name="sample"),
]
