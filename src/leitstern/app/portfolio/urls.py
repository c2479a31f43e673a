"""Addresses of the portfolio."""

from __future__ import annotations

from django.urls import path

from leitstern.app.portfolio import editing, views, writing

app_name = "portfolio"
urlpatterns = [
    path("portfolio", views.overview, name="overview"),
    path("portfolio/initiatives", views.initiatives, name="initiatives"),
    path("portfolio/initiatives/new", editing.new_initiative, name="new-initiative"),
    path("portfolio/initiatives/file", editing.file, name="file"),
    path("portfolio/initiatives/<int:initiative_id>", views.initiative, name="initiative"),
    path("portfolio/initiatives/<int:initiative_id>/edit", editing.edit_initiative, name="edit-initiative"),
    path(
        "portfolio/initiatives/<int:initiative_id>/withdraw",
        writing.withdraw_initiative,
        name="withdraw-initiative",
    ),
    path("portfolio/initiatives/<int:initiative_id>/approve", writing.approve, name="approve"),
    path("portfolio/initiatives/<int:initiative_id>/disapprove", writing.disapprove, name="disapprove"),
    path("portfolio/initiatives/<int:initiative_id>/result", writing.result, name="result"),
    path("portfolio/initiatives/<int:initiative_id>/promise", writing.promise, name="promise"),
    path("portfolio/results/<int:result_id>/withdraw", writing.withdraw_result, name="withdraw-result"),
    path("portfolio/initiatives/<int:initiative_id>/turn", writing.turn, name="turn"),
    path("portfolio/turns/<int:turn_id>/withdraw", writing.withdraw_turn, name="withdraw-turn"),
    path("portfolio/promises", views.promises, name="promises"),
    path("portfolio/promises/<int:promise_id>/judge", writing.judge, name="judge"),
    path("portfolio/promises/<int:promise_id>/withdraw", writing.withdraw_promise, name="withdraw-promise"),
    path("portfolio/goals/new", editing.new_goal, name="new-goal"),
    path("portfolio/goals/<int:goal_id>", views.goal, name="goal"),
    path("portfolio/goals/<int:goal_id>/edit", editing.edit_goal, name="edit-goal"),
    path("portfolio/goals/<int:goal_id>/withdraw", writing.withdraw_goal, name="withdraw-goal"),
    path("portfolio/goals/<int:goal_id>/reading", writing.reading, name="reading"),
    path("portfolio/readings/<int:reading_id>/withdraw", writing.withdraw_reading, name="withdraw-reading"),
    path("portfolio/responsible", views.responsible, name="responsible"),
    path("portfolio/responsible/<int:holder_id>", writing.holder, name="holder"),
]
