"""Addresses of the programme."""

from __future__ import annotations

from django.urls import path

from leitstern.app.programme import bet_views, hurdle_views, roadmap_views, task_views, views, writing

app_name = "programme"
urlpatterns = [
    path("programme", views.overview, name="overview"),
    path("programme/new", views.begin, name="begin"),
    path("programme/settings", views.settings, name="settings"),
    path("programme/settings/route", writing.route, name="route"),
    path("programme/settings/baseline", writing.baseline, name="baseline"),
    path("programme/settings/expect", writing.expect, name="expect"),
    path(
        "programme/expectations/<int:expectation_id>/withdraw",
        writing.withdraw_expectation,
        name="withdraw-expectation",
    ),
    path("programme/settings/end", writing.end, name="end"),
    path("programme/steps/<int:number>", views.step, name="step"),
    path("programme/steps/<int:number>/open", writing.open_step, name="open"),
    path("programme/steps/<int:number>/claim", writing.claim, name="claim"),
    path("programme/steps/<int:number>/prove", writing.prove, name="prove"),
    path("programme/steps/<int:number>/review", writing.review, name="review"),
    path("programme/steps/<int:number>/skip", writing.skip, name="skip"),
    path("programme/steps/<int:number>/alarm", writing.alarm, name="alarm"),
    path("programme/steps/<int:number>/answer", writing.answer, name="answer"),
    path("programme/moves/<int:move_id>/withdraw", writing.withdraw_move, name="withdraw-move"),
    path("programme/proofs/<int:proof_id>/withdraw", writing.withdraw_proof, name="withdraw-proof"),
    path("programme/hurdles", views.hurdles, name="hurdles"),
    path("programme/hurdles/new", hurdle_views.new, name="new-hurdle"),
    path("programme/hurdles/<int:hurdle_id>", hurdle_views.edit, name="hurdle"),
    path("programme/hurdles/<int:hurdle_id>/clear", hurdle_views.clear, name="clear-hurdle"),
    path("programme/hurdles/<int:hurdle_id>/withdraw", hurdle_views.withdraw, name="withdraw-hurdle"),
    path("programme/bets", bet_views.overview, name="bets"),
    path("programme/bets/new", bet_views.new, name="new-bet"),
    path("programme/bets/<int:bet_id>", bet_views.bet, name="bet"),
    path("programme/bets/<int:bet_id>/renew", bet_views.renew, name="renew-bet"),
    path("programme/bets/<int:bet_id>/hand-over", bet_views.hand_over, name="hand-over-bet"),
    path("programme/bets/<int:bet_id>/end", bet_views.end, name="end-bet"),
    path("programme/bets/<int:bet_id>/withdraw", bet_views.withdraw, name="withdraw-bet"),
    path("programme/bets/<int:bet_id>/tripwires", bet_views.set_wire, name="set-wire"),
    path("programme/tripwires/<int:wire_id>/withdraw", bet_views.withdraw_wire, name="withdraw-wire"),
    path("programme/tripwires/<int:wire_id>/readings", bet_views.read_wire, name="read-wire"),
    path("programme/readings/<int:reading_id>/withdraw", bet_views.withdraw_reading, name="withdraw-reading"),
    path("programme/roadmap", roadmap_views.roadmap, name="roadmap"),
    path("programme/roadmap/plan", roadmap_views.plan, name="plan"),
    path("programme/roadmap/progress", roadmap_views.progress, name="progress"),
    path("programme/roadmap/scenarios", roadmap_views.scenarios, name="scenarios"),
    path("programme/roadmap/scenarios/new", roadmap_views.new_scenario, name="new-scenario"),
    path(
        "programme/roadmap/scenarios/<int:scenario_id>/withdraw",
        roadmap_views.withdraw_scenario,
        name="withdraw-scenario",
    ),
    path("programme/roadmap/tasks", task_views.tasks, name="tasks"),
    path("programme/roadmap/tasks/new", task_views.new, name="new-task"),
    path("programme/roadmap/tasks/template", task_views.template, name="template"),
    path("programme/roadmap/tasks/<int:task_id>", task_views.task, name="task"),
    path("programme/roadmap/tasks/<int:task_id>/turn", task_views.turn, name="turn"),
    path("programme/roadmap/tasks/<int:task_id>/withdraw", task_views.withdraw, name="withdraw-task"),
    path("programme/roadmap/capacity", task_views.capacity, name="capacity"),
]
