"""Addresses of knowledge cards."""

from __future__ import annotations

from django.urls import path

from leitstern.app.cards import views

app_name = "cards"
urlpatterns = [
    path("cards", views.overview, name="overview"),
    path("cards/new", views.new, name="new"),
    path("cards/<int:card_id>", views.card, name="card"),
    path("cards/<int:card_id>/edit", views.edit, name="edit"),
    path("cards/<int:card_id>/link/<slug:form_name>", views.link, name="link"),
    path("cards/<int:card_id>/confirm", views.confirm, name="confirm"),
    path("cards/<int:card_id>/send-back", views.send_back, name="send-back"),
    path("cards/<int:card_id>/withdraw", views.withdraw, name="withdraw"),
    path("cards/sources/<int:source_id>/unlink", views.unlink, name="unlink"),
]
