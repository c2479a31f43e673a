"""Addresses of published figures."""

from __future__ import annotations

from django.urls import path

from leitstern.app.claims import views

app_name = "claims"
urlpatterns = [path("claims", views.claims, name="claims")]
