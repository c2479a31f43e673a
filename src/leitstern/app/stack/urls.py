"""Addresses of technology."""

from __future__ import annotations

from django.urls import path

from leitstern.app.stack import file_views, judging_views, thing_views, views

app_name = "stack"
urlpatterns = [
    path("technology", views.overview, name="overview"),
    path("technology/applications", views.applications, name="applications"),
    path("technology/applications/<slug:slug>", thing_views.application, name="application"),
    path("technology/applications/<slug:slug>/rate", judging_views.rate, name="rate"),
    path("technology/capabilities", views.capabilities, name="capabilities"),
    path("technology/capabilities/<slug:slug>", thing_views.capability, name="capability"),
    path("technology/data", views.data, name="data"),
    path("technology/roadmap", views.roadmap, name="roadmap"),
    path("technology/new/<slug:kind>", thing_views.new, name="new"),
    path("technology/things/<slug:kind>/<slug:slug>/edit", thing_views.edit, name="edit"),
    path("technology/things/<slug:kind>/<slug:slug>/retire", thing_views.retire, name="retire"),
    path("technology/things/<slug:kind>/<slug:slug>/decide", judging_views.decide, name="decide"),
    path("technology/editions/<int:edition_id>/back", thing_views.put_back, name="put-back"),
    path(
        "technology/ratings/<int:rating_id>/withdraw", judging_views.withdraw_rating, name="withdraw-rating"
    ),
    path(
        "technology/decisions/<int:decision_id>/withdraw",
        judging_views.withdraw_decision,
        name="withdraw-decision",
    ),
    path("technology/files", file_views.files, name="files"),
    path("technology/files/<int:import_id>", file_views.file, name="file"),
    path("technology/files/<int:import_id>/keep", file_views.keep, name="keep-file"),
    path("technology/files/<int:import_id>/withdraw", file_views.withdraw, name="withdraw-file"),
    path("technology/files/<int:import_id>/discard", file_views.discard, name="discard-file"),
    path("technology/samples/<slug:origin>", file_views.sample_file, name="sample"),
]
