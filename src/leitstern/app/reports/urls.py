"""Addresses of reports."""

from __future__ import annotations

from django.urls import path

from leitstern.app.reports import export_views, paper_sheet_views, views
from leitstern.app.reports.works_council import agreement_views
from leitstern.app.reports.works_council import views as works_council

app_name = "reports"
urlpatterns = [
    path("works-council", works_council.page, name="works-council"),
    path("works-council/agreement", agreement_views.agreement, name="agreement"),
    path("reports/works-council.pdf", works_council.pdf, name="works-council-pdf"),
    path("reports", export_views.reports, name="reports"),
    path("reports/deck.pptx", export_views.deck, name="deck"),
    path("reports/book.xlsx", export_views.book, name="book"),
    path("reports/template", export_views.template, name="template"),
    path("reports/template/remove", export_views.remove, name="remove-template"),
    path("reports/board.pdf", views.board, name="board"),
    path("reports/wave-<int:wave_id>-sheet.pdf", paper_sheet_views.wave_sheet, name="wave-sheet"),
    path("reports/workshop-kit.pdf", views.kit, name="workshop-kit"),
]
