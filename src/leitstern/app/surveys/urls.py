"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from leitstern.app.surveys import views

app_name = "surveys"
urlpatterns = [
    path("guess", views.guesses, name="guesses"),
    path("guess/open", views.open_round, name="open"),
    path("guess/<int:round_id>", views.room, name="room"),
    path("guess/<int:round_id>/count", views.count, name="count"),
    path("guess/<int:round_id>/reveal", views.reveal, name="reveal"),
    path("guess/<int:round_id>/keep", views.keep, name="keep"),
    path("g/<str:token>", views.phone, name="phone"),
]
