"""Addresses of journeys explored by hand."""

from __future__ import annotations

from functools import partial

from django.urls import path

from leitstern.app.journeys import views
from leitstern.app.journeys.pages import TABS

app_name = "journeys"
urlpatterns = [path(f"journeys/{name}", partial(views.view, name=name), name=name) for name, _label in TABS]
