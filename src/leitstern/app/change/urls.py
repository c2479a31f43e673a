"""Addresses of change that arrives."""

from __future__ import annotations

from django.urls import path

from leitstern.app.change import calendar_views, pulse_views, shaping_views, views, writing

app_name = "change"
urlpatterns = [
    path("change", views.overview, name="overview"),
    path("change/initiatives/<int:initiative_id>", views.brief, name="brief"),
    path("change/initiatives/<int:initiative_id>/edit", writing.edit, name="edit-brief"),
    path("change/initiatives/<int:initiative_id>/summary", views.summary, name="summary"),
    path("change/briefs/<int:brief_id>/publish", writing.publish, name="publish"),
    path("change/versions/<int:edition_id>/print", views.printed, name="print"),
    path("change/versions/<int:edition_id>/withdraw", writing.withdraw, name="withdraw-version"),
    path("change/copies/<int:copy_id>/hand-out", writing.hand_out, name="hand-out"),
    path(
        "change/handed-out/<int:handed_id>/withdraw",
        writing.withdraw_handing_out,
        name="withdraw-handing-out",
    ),
    path("brief/<str:token>", views.read, name="read"),
    path("change/calendar", calendar_views.calendar, name="calendar"),
    path("change/calendar.ics", calendar_views.calendar_file, name="calendar-file"),
    path("change/calendar/new", calendar_views.new, name="new-message"),
    path("change/calendar/<int:message_id>", calendar_views.edit, name="edit-message"),
    path("change/calendar/<int:message_id>/tick", calendar_views.tick, name="tick"),
    path("change/calendar/<int:message_id>/withdraw", calendar_views.withdraw, name="withdraw-message"),
    path("change/pulse", pulse_views.pulse, name="pulse"),
    path("change/workshops", shaping_views.shapings, name="shapings"),
    path("change/customers", shaping_views.involved, name="involved"),
    path("change/workshops/new", shaping_views.new, name="new-shaping"),
    path("change/workshops/<int:shaping_id>", shaping_views.one, name="shaping"),
    path("change/workshops/<int:shaping_id>/edit", shaping_views.edit, name="edit-shaping"),
    path("change/workshops/<int:shaping_id>/withdraw", shaping_views.withdraw, name="withdraw-shaping"),
    path("change/workshops/<int:shaping_id>/consequence", shaping_views.consequence, name="consequence"),
    path(
        "change/consequences/<int:consequence_id>/withdraw",
        shaping_views.withdraw_consequence,
        name="withdraw-consequence",
    ),
]
