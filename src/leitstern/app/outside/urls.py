"""Addresses of customers."""

from __future__ import annotations

from django.urls import path

from leitstern.app.outside import heard_views, views

app_name = "outside"
urlpatterns = [
    path("journeys", views.journeys, name="journeys"),
    path("heard", heard_views.heard, name="heard"),
    path("customers", views.customers, name="customers"),
    path("customers/<str:token>", views.customer, name="customer"),
    path("customers/<str:token>/erase", views.erase, name="erase"),
]
