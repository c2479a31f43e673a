"""Addresses of the frame."""

from __future__ import annotations

from django.urls import path

from leitstern.app.web import views
from leitstern.app.web.situation import situation
from leitstern.app.web.touchpoint import touchpoint

app_name = "web"
urlpatterns = [
    path("", situation, name="situation"),
    path("touchpoints/<slug:slug>", touchpoint, name="touchpoint"),
    path("method", views.method, name="method"),
    path("method/<slug:slug>", views.method_page, name="method-page"),
    path("charts-<str:version>.css", views.chart_styles, name="chart-styles"),
    path("language", views.set_language, name="language"),
    path("alive", views.alive, name="alive"),
    path("audit", views.audit, name="audit"),
]
