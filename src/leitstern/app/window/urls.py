"""Addresses of the customer window."""

from __future__ import annotations

from django.urls import path

from leitstern.app.window import views

app_name = "window"
urlpatterns = [
    path("window", views.overview, name="overview"),
    path("window/departments/reach", views.reach, name="reach"),
    path("window/<slug:slug>", views.unit, name="unit"),
    path("window/<slug:slug>/letter", views.letter, name="letter"),
    path("window/<slug:slug>/subscribe", views.subscribe, name="subscribe"),
    path("window/<slug:slug>/unsubscribe", views.unsubscribe, name="unsubscribe"),
    path("window/<slug:slug>/leave/<str:token>", views.leave, name="leave"),
    path("window/subscriptions/<int:subscription_id>/end", views.end, name="end"),
]
