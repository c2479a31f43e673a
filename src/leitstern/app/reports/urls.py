"""Addresses of reports."""

from __future__ import annotations

from django.urls import path

from leitstern.app.reports import views

app_name = "reports"
urlpatterns = [path("reports/board.pdf", views.board, name="board")]
