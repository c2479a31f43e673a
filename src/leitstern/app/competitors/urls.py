"""Addresses of figures about competitors."""

from __future__ import annotations

from django.urls import path

from leitstern.app.competitors import views

app_name = "competitors"
urlpatterns = [
    path("competitors", views.overview, name="overview"),
    path("competitors/enter", views.enter, name="enter"),
    path("competitors/file", views.file, name="file"),
    path("competitors/file/sample", views.sample_file, name="sample"),
    path("competitors/<int:figure_id>/withdraw", views.withdraw, name="withdraw"),
]
