"""Addresses of customers' voices."""

from __future__ import annotations

from django.urls import path

from leitstern.app.answers import drivers_views, quotes_views, views

app_name = "answers"
urlpatterns = [
    path("answers/scores", views.scores, name="scores"),
    path("answers/comments", views.comments, name="comments"),
    path("answers/drivers", drivers_views.drivers, name="drivers"),
    path("answers/quotes", quotes_views.quotes, name="quotes"),
    path("answers/comments/<str:ref>/pick", quotes_views.pick, name="pick"),
    path("answers/quotes/<int:pick_id>/withdraw", quotes_views.withdraw, name="withdraw"),
    path("answers/quotes/<int:pick_id>/put-back", quotes_views.put_back, name="put-back"),
    path("answers/quotes/<int:pick_id>/move", quotes_views.move, name="move"),
]
