"""Addresses of journeys explored by hand."""

from __future__ import annotations

from django.urls import path

from leitstern.app.journeys import views

app_name = "journeys"
urlpatterns = [
    path("journeys/graph", views.graph, name="graph"),
    path("journeys/steps", views.steps, name="steps"),
    path("journeys/channels", views.channels, name="channels"),
    path("journeys/handoffs", views.handoffs, name="handoffs"),
    path("journeys/funnel", views.funnel, name="funnel"),
    path("journeys/waits", views.waits, name="waits"),
    path("journeys/variants", views.variants, name="variants"),
    path("journeys/loops", views.loops, name="loops"),
    path("journeys/cohorts", views.cohorts, name="cohorts"),
]
