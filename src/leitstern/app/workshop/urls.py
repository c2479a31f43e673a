"""Addresses of workshops: desk, screen, phones, result."""

from __future__ import annotations

from django.urls import path

from leitstern.app.workshop import beamer, desk_views, outcome, phone, views

app_name = "workshop"
urlpatterns = [
    path("workshops", views.workshop_list, name="list"),
    path("workshops/<int:workshop_id>", views.desk, name="desk"),
    path("workshops/<int:workshop_id>/now", views.desk_now, name="desk-now"),
    path("workshops/<int:workshop_id>/step", views.step, name="step"),
    path("workshops/<int:workshop_id>/pause", views.pause, name="pause"),
    path("workshops/<int:workshop_id>/seats", desk_views.seats, name="seats"),
    path("workshops/<int:workshop_id>/cards", desk_views.cards, name="cards"),
    path("workshops/<int:workshop_id>/note", desk_views.note, name="note"),
    path("workshops/<int:workshop_id>/close", views.close, name="close"),
    path("workshops/<int:workshop_id>/counts", views.counts, name="counts"),
    path("workshops/<int:workshop_id>/screen", beamer.beamer, name="beamer"),
    path("workshops/<int:workshop_id>/screen/now", beamer.beamer_now, name="beamer-now"),
    path("workshops/<int:workshop_id>/result", outcome.result, name="result"),
    path("workshops/<int:workshop_id>/export", outcome.export, name="export"),
    path("w/<str:token>", phone.phone, name="phone"),
    path("w/<str:token>/now", phone.phone_now, name="phone-now"),
]
