"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from leitstern.app.surveys import knowing_views, views

app_name = "surveys"
urlpatterns = [
    path("guess", views.guesses, name="guesses"),
    path("guess/open", views.open_round, name="open"),
    path("guess/<int:round_id>", views.room, name="room"),
    path("guess/<int:round_id>/count", views.count, name="count"),
    path("guess/<int:round_id>/reveal", views.reveal, name="reveal"),
    path("guess/<int:round_id>/keep", views.keep, name="keep"),
    path("g/<str:token>", views.phone, name="phone"),
    path("guess/knowledge", knowing_views.tests, name="known"),
    path("guess/knowledge/<int:round_id>", knowing_views.room, name="known-room"),
    path("guess/knowledge/<int:round_id>/count", knowing_views.count, name="known-count"),
    path("guess/knowledge/<int:round_id>/reveal", knowing_views.reveal, name="known-reveal"),
    path("k/<str:token>", knowing_views.phone, name="known-phone"),
]
