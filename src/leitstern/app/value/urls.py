"""Address of both sides of value."""

from __future__ import annotations

from django.urls import path

from leitstern.app.value import views

app_name = "value"
urlpatterns = [path("value", views.overview, name="overview")]
