"""Addresses of leadership and of the decision log."""

from __future__ import annotations

from django.urls import path

from leitstern.app.leadership import (
    act_views,
    decision_views,
    file_views,
    hour_views,
    listening_views,
    minute_views,
    one_decision_views,
    views,
)

app_name = "leadership"
urlpatterns = [
    path("leadership", views.overview, name="overview"),
    path("leadership/settled", views.settled, name="settled"),
    path("leadership/duties", views.duties, name="duties"),
    path("leadership/acts", act_views.acts, name="acts"),
    path("leadership/acts/<int:act_id>/follow", act_views.follow, name="follow"),
    path("leadership/acts/<int:act_id>/withdraw", act_views.withdraw, name="withdraw-act"),
    path("leadership/where", act_views.where, name="where"),
    path("leadership/hours", hour_views.hours, name="hours"),
    path("leadership/hours/declare", hour_views.declare, name="declare"),
    path("leadership/hours/commit", hour_views.commit, name="commit"),
    path("leadership/hours/<int:commitment_id>/withdraw", hour_views.withdraw, name="withdraw-commitment"),
    path("leadership/minutes", minute_views.minutes, name="minutes"),
    path("leadership/minutes/<int:meeting_id>/withdraw", minute_views.withdraw, name="withdraw-meeting"),
    path("leadership/felt", listening_views.felt, name="felt"),
    path("leadership/agreement", listening_views.agreement, name="agreement"),
    path("leadership/agreement/<int:vote_id>/withdraw", listening_views.withdraw, name="withdraw-vote"),
    path("leadership/files", file_views.files, name="files"),
    path("leadership/files/<int:batch_id>/withdraw", file_views.withdraw, name="withdraw-file"),
    path("leadership/samples/<slug:kind>", file_views.sample_file, name="sample"),
    path("leadership/decisions", decision_views.decisions, name="decisions"),
    path("leadership/decisions/paper", decision_views.paper, name="paper"),
    path("leadership/decisions/new", decision_views.ask, name="ask"),
    path("leadership/decisions/<int:decision_id>", one_decision_views.decision, name="decision"),
    path("leadership/decisions/<int:decision_id>/decide", one_decision_views.decide, name="decide"),
    path("leadership/decisions/<int:decision_id>/table", one_decision_views.put, name="put"),
    path("leadership/decisions/table/<int:proof_id>/take", one_decision_views.take, name="take"),
    path("leadership/decisions/<int:decision_id>/review", one_decision_views.review, name="review"),
    path("leadership/decisions/<int:decision_id>/reverse", one_decision_views.reverse, name="reverse"),
    path("leadership/decisions/<int:decision_id>/withdraw", one_decision_views.withdraw, name="withdraw"),
]
