"""Addresses of placement, dimensions and assumptions."""

from __future__ import annotations

from django.urls import path

from leitstern.app.placement import assumption_views, learned_views, unit_views, views

app_name = "placement"
urlpatterns = [
    path("placement", views.placement, name="placement"),
    path("placement/units", unit_views.units, name="units"),
    path("placement/learned", learned_views.learned, name="learned"),
    path("placement/dimensions", unit_views.dimensions, name="dimensions"),
    path("assumptions", assumption_views.register_page, name="assumptions"),
    path("assumptions/<slug:name>", assumption_views.assumption, name="assumption"),
]
