"""Addresses of the contact policy."""

from __future__ import annotations

from django.urls import path

from leitstern.app.policy import views, writing

app_name = "policy"
_RULE = "policy/rules/<int:rule_id>"
urlpatterns = [
    path("policy", views.overview, name="overview"),
    path("policy/rules/new", writing.new, name="new-rule"),
    path(_RULE, views.rule, name="rule"),
    path(f"{_RULE}/edit", writing.edit, name="edit-rule"),
    path(f"{_RULE}/agree", writing.agree, name="agree-rule"),
    path(f"{_RULE}/withdraw", writing.withdraw, name="withdraw-rule"),
    path("policy/personal/new", writing.new_personal, name="new-personal"),
    path("policy/personal/<int:decision_id>/withdraw", writing.withdraw_personal, name="withdraw-personal"),
]
