"""Addresses of waves. Everything below /answer/ is for whoever has a link, without an account."""

from __future__ import annotations

from django.urls import path

from leitstern.app.waves import (
    answer_views,
    calendar_views,
    paper_file_views,
    paper_views,
    result_views,
    roster_views,
    views,
)

app_name = "waves"
urlpatterns = [
    path("waves", views.overview, name="overview"),
    path("waves/calendar", calendar_views.settle, name="rhythm"),
    path("waves/calendar.ics", calendar_views.file, name="calendar-file"),
    path("waves/<int:wave_id>", views.wave, name="wave"),
    path("waves/roster-sample", roster_views.roster_sample, name="roster-sample"),
    path("waves/<int:wave_id>/roster", roster_views.roster, name="roster"),
    path("waves/<int:wave_id>/on-paper", roster_views.on_paper, name="on-paper"),
    path("waves/<int:wave_id>/launch", views.launch, name="launch"),
    path("waves/<int:wave_id>/remind", views.remind, name="remind"),
    path("waves/<int:wave_id>/close", views.close, name="close"),
    path("waves/<int:wave_id>/publish", views.publish, name="publish"),
    path("waves/<int:wave_id>/publishing", views.publishing, name="publishing"),
    path("waves/<int:wave_id>/drop", views.drop, name="drop"),
    path("waves/<int:wave_id>/paper", paper_views.enter, name="paper"),
    path("waves/<int:wave_id>/paper/again", paper_views.again, name="paper-again"),
    path("waves/<int:wave_id>/paper/discard", paper_views.discard, name="paper-discard"),
    path("waves/<int:wave_id>/paper/file", paper_file_views.page, name="paper-file"),
    path("waves/<int:wave_id>/paper/table", paper_file_views.form, name="paper-table"),
    path("waves/<int:wave_id>/paper/sheets", paper_file_views.hand_in, name="paper-sheets"),
    path("waves/<int:wave_id>/results", result_views.results, name="results"),
    path("answer/<int:wave_id>/<str:token>", answer_views.start, name="answer"),
    path("answer/<int:wave_id>/<str:token>/<int:page>", answer_views.block, name="block"),
    path("answer/<int:wave_id>/<str:token>/review", answer_views.review, name="review"),
]
