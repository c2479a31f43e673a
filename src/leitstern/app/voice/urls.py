"""Addresses of the brand voice."""

from __future__ import annotations

from django.urls import path

from leitstern.app.voice import file_views, rating_views, rule_views, views

app_name = "voice"
urlpatterns = [
    path("voice", views.overview, name="overview"),
    path("voice/systems/<slug:slug>", views.system, name="system"),
    path("voice/texts", views.texts, name="texts"),
    path("voice/judge", rating_views.judge, name="judge"),
    path("voice/texts/<int:number>/judge", rating_views.answer, name="answer"),
    path("voice/rules", rule_views.rules, name="rules"),
    path("voice/files", file_views.files, name="files"),
    path("voice/files/sample", file_views.sample_file, name="sample"),
    path("voice/files/<int:sample_id>/withdraw", file_views.withdraw, name="withdraw"),
]
