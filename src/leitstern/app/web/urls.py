"""Addresses of the frame."""

from __future__ import annotations

from django.urls import path

from leitstern.app.web import views

app_name = "web"
urlpatterns = [
    path("language", views.set_language, name="language"),
    path("alive", views.alive, name="alive"),
    path("audit", views.audit, name="audit"),
]
