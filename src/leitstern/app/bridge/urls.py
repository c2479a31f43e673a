"""Addresses of measures."""

from __future__ import annotations

from django.urls import path

from leitstern.app.bridge import views

app_name = "bridge"
urlpatterns = [
    path("measures", views.measures_list, name="measures"),
    path("measures/new", views.new, name="new"),
    path("measures/plan", views.plan_again, name="plan"),
    path("measures/<int:measure_id>", views.measure, name="measure"),
    path("measures/<int:measure_id>/cause", views.say_cause, name="say-cause"),
    path("measures/<int:measure_id>/hand-over", views.hand_over, name="hand-over"),
    path("measures/<int:measure_id>/withdraw", views.withdraw, name="withdraw"),
]
