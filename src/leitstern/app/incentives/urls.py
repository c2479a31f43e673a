"""Addresses of incentives."""

from __future__ import annotations

from django.urls import path

from leitstern.app.incentives import (
    boundary_views,
    conflict_views,
    figure_views,
    file_views,
    role_views,
    target_views,
    views,
)

app_name = "incentives"
urlpatterns = [
    path("incentives", views.overview, name="overview"),
    path("incentives/conflicts", views.conflicts, name="conflicts"),
    path("incentives/conflicts/<slug:first>/<slug:second>", conflict_views.conflict, name="conflict"),
    path("incentives/conflicts/<slug:first>/<slug:second>/judge", conflict_views.judge, name="judge"),
    path(
        "incentives/conflicts/<slug:first>/<slug:second>/first", conflict_views.prioritise, name="prioritise"
    ),
    path("incentives/verdicts/<int:verdict_id>/withdraw", conflict_views.withdraw, name="withdraw-verdict"),
    path("incentives/figures", figure_views.figures, name="figures"),
    path("incentives/new-figure", figure_views.new, name="new-figure"),
    path("incentives/figures/<slug:slug>", figure_views.figure, name="figure"),
    path("incentives/figures/<slug:slug>/edit", figure_views.edit, name="edit-figure"),
    path("incentives/figures/<slug:slug>/define", figure_views.define, name="define"),
    path("incentives/figures/<slug:slug>/retire", figure_views.retire, name="retire-figure"),
    path("incentives/figures/<slug:slug>/link", figure_views.link, name="link"),
    path("incentives/links/<int:link_id>/withdraw", figure_views.unlink, name="unlink"),
    path("incentives/roles", views.roles, name="roles"),
    path("incentives/new-role", role_views.new, name="new-role"),
    path("incentives/roles/<int:role_id>", views.role, name="role"),
    path("incentives/roles/<int:role_id>/edit", role_views.edit, name="edit-role"),
    path("incentives/roles/<int:role_id>/retire", role_views.retire, name="retire-role"),
    path("incentives/target", target_views.target, name="target"),
    path("incentives/target/decide", target_views.decide, name="decide-target"),
    path("incentives/targets/<int:target_id>/withdraw", target_views.withdraw, name="withdraw-target"),
    path("incentives/functions", views.functions, name="functions"),
    path("incentives/files", file_views.files, name="files"),
    path("incentives/files/<int:batch_id>/withdraw", file_views.withdraw, name="withdraw-file"),
    path("incentives/samples/<slug:kind>", file_views.sample_file, name="sample"),
    path("incentives/exclusions", file_views.enter_rule, name="enter-rule"),
    path("incentives/exclusions/<int:rule_id>/withdraw", file_views.withdraw_rule, name="withdraw-rule"),
    path("incentives/boundaries", boundary_views.protocol, name="boundaries"),
    path("incentives/boundaries/enter", boundary_views.enter, name="enter-boundary"),
    path("incentives/boundaries/<int:boundary_id>/count", boundary_views.count, name="count-boundary"),
    path(
        "incentives/boundaries/<int:boundary_id>/withdraw", boundary_views.withdraw, name="withdraw-boundary"
    ),
    path("incentives/templates", views.templates, name="templates"),
    path("incentives/templates/figures/<slug:template>", views.begin_figure, name="begin-figure"),
    path("incentives/templates/conflicts/<slug:template>", views.begin_conflict, name="begin-conflict"),
]
