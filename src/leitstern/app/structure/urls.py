"""Addresses of the organisation register."""

from __future__ import annotations

from django.urls import path

from leitstern.app.structure import (
    duty_views,
    interface_views,
    leftover_views,
    role_views,
    skill_views,
    unit_views,
    views,
)

app_name = "structure"
urlpatterns = [
    path("organisation", views.overview, name="overview"),
    path("organisation/journeys", views.journeys, name="journeys"),
    path("organisation/files", views.files, name="files"),
    path("organisation/samples/<slug:kind>", views.sample_file, name="sample"),
    path("organisation/units", unit_views.units, name="units"),
    path("organisation/new-unit", unit_views.new, name="new-unit"),
    path("organisation/units/<slug:slug>", unit_views.unit, name="unit"),
    path("organisation/units/<slug:slug>/describe", unit_views.describe, name="describe-unit"),
    path("organisation/units/<slug:slug>/move", unit_views.move, name="move-unit"),
    path("organisation/units/<slug:slug>/merge", unit_views.merge, name="merge-unit"),
    path("organisation/units/<slug:slug>/close", unit_views.close, name="close-unit"),
    path("organisation/roles", role_views.roles, name="roles"),
    path("organisation/new-role", role_views.new, name="new-role"),
    path("organisation/roles/<int:role_id>", role_views.role, name="role"),
    path("organisation/roles/<int:role_id>/edit", role_views.edit, name="edit-role"),
    path("organisation/roles/<int:role_id>/retire", role_views.retire, name="retire-role"),
    path("organisation/roles/<int:role_id>/change", role_views.change, name="change-role"),
    path("organisation/changes/<int:change_id>/withdraw", role_views.withdraw, name="withdraw-change"),
    path("organisation/interfaces", interface_views.interfaces, name="interfaces"),
    path("organisation/new-interface", interface_views.new, name="new-interface"),
    path("organisation/interfaces/<int:interface_id>", interface_views.interface, name="interface"),
    path("organisation/interfaces/<int:interface_id>/claim", interface_views.claim, name="claim"),
    path(
        "organisation/interfaces/<int:interface_id>/retire", interface_views.retire, name="retire-interface"
    ),
    path("organisation/claims/<int:claim_id>/withdraw", interface_views.withdraw, name="withdraw-claim"),
    path("organisation/duties", duty_views.works, name="works"),
    path("organisation/new-work", duty_views.new, name="new-work"),
    path("organisation/duties/<int:work_id>", duty_views.work, name="work"),
    path("organisation/duties/<int:work_id>/<slug:phase>/add", duty_views.add, name="add-duty"),
    path("organisation/duties/<int:work_id>/plan", duty_views.plan, name="plan-change"),
    path("organisation/duties/<int:work_id>/retire", duty_views.retire, name="retire-work"),
    path("organisation/parts/<int:duty_id>/remove", duty_views.remove, name="remove-duty"),
    path("organisation/skills", skill_views.skills, name="skills"),
    path("organisation/together", duty_views.shared, name="together"),
    path("organisation/trainings", skill_views.training, name="trainings"),
    path(
        "organisation/trainings/<int:training_id>/withdraw",
        skill_views.withdraw_training,
        name="withdraw-training",
    ),
    path("organisation/skills/<int:staffing_id>/withdraw", skill_views.withdraw, name="withdraw-skill"),
    path("organisation/ended", leftover_views.leftovers, name="leftovers"),
    path("organisation/ended/use", leftover_views.use, name="use"),
    path("organisation/ended/<int:leftover_id>/withdraw", leftover_views.withdraw, name="withdraw-leftover"),
]
