"""Addresses of the relapse watch."""

from __future__ import annotations

from django.urls import path

from leitstern.app.watch import course_views, views, wording_views

app_name = "watch"
urlpatterns = [
    path("watch", views.overview, name="overview"),
    path("programme/course", course_views.overview, name="course"),
    path("watch/look", views.look_now, name="look"),
    path("watch/own-words", wording_views.wordings, name="wordings"),
    path("watch/own-words/meaning", wording_views.mean, name="mean"),
    path("watch/own-words/new", wording_views.keep, name="keep-wording"),
    path("watch/own-words/<int:wording_id>/judge", wording_views.judge, name="judge"),
    path("watch/own-words/<int:wording_id>/withdraw", wording_views.withdraw, name="withdraw-wording"),
    path("watch/levels/<int:level_id>/withdraw", views.withdraw_level, name="withdraw-level"),
    path("watch/alarms/<int:alarm_id>", views.alarm, name="alarm"),
    path("watch/alarms/<int:alarm_id>/close", views.close, name="close"),
    path("watch/alarms/<int:alarm_id>/reopen", views.reopen, name="reopen"),
    path("watch/series/<slug:slug>/settle", views.settle, name="settle"),
    path("watch/series/<slug:slug>", views.stream, name="stream"),
]
