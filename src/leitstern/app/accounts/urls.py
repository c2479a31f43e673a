"""Addresses around people."""

from __future__ import annotations

from django.urls import path

from leitstern.app.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.sign_in, name="sign-in"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("start/<str:token>", views.start, name="start"),
    path("people", views.people, name="people"),
    path("people/<int:person_id>", views.change_person, name="change-person"),
    path("me", views.me, name="me"),
    path("me/keys/<int:key_id>/revoke", views.revoke_key, name="revoke-key"),
]
