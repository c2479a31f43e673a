"""Addresses of adoption and campaigns."""

from django.urls import path

from leitstern.app.adoption import (
    campaign_views,
    file_views,
    rule_views,
    team_views,
    views,
    watch_views,
)

app_name = "adoption"
urlpatterns = [
    path("adoption", views.overview, name="overview"),
    path("adoption/new-application", watch_views.new, name="new-application"),
    path("adoption/applications/<slug:slug>", views.application, name="application"),
    path("adoption/applications/<slug:slug>/define", watch_views.define, name="define"),
    path("adoption/applications/<slug:slug>/live", watch_views.go_live, name="go-live"),
    path(
        "adoption/applications/<slug:slug>/live/<slug:team>/withdraw", watch_views.not_live, name="not-live"
    ),
    path("adoption/applications/<slug:slug>/steps", watch_views.enter_step, name="enter-step"),
    path("adoption/applications/<slug:slug>/retire", watch_views.retire, name="retire-application"),
    path("adoption/steps/<int:step_id>", watch_views.tick, name="tick"),
    path("adoption/teams", team_views.team_list, name="teams"),
    path("adoption/new-team", team_views.new, name="new-team"),
    path("adoption/teams/<slug:slug>", team_views.team, name="team"),
    path("adoption/teams/<slug:slug>/edit", team_views.edit, name="edit-team"),
    path("adoption/teams/<slug:slug>/size", team_views.resize, name="resize-team"),
    path("adoption/teams/<slug:slug>/retire", team_views.retire, name="retire-team"),
    path("adoption/files", file_views.files, name="files"),
    path("adoption/files/<int:feed_id>/withdraw", file_views.withdraw, name="withdraw-file"),
    path("adoption/samples/<slug:kind>", file_views.sample_file, name="sample"),
    path("adoption/campaigns", campaign_views.campaigns, name="campaigns"),
    path("adoption/campaigns/missing", campaign_views.missing, name="missing"),
    path("adoption/campaigns/teams/<slug:slug>", campaign_views.team, name="campaign-team"),
    path("adoption/campaigns/rules", rule_views.rules, name="rules"),
    path("adoption/campaigns/rules/<int:rules_id>/withdraw", rule_views.withdraw, name="withdraw-rules"),
    path("adoption/campaigns/spellings", campaign_views.accept, name="accept-spelling"),
    path(
        "campaigns/spellings/<int:spelling_id>/withdraw",
        campaign_views.withdraw_spelling,
        name="withdraw-spelling",
    ),
]
