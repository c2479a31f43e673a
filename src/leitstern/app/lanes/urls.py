"""The address of the three lanes."""

from __future__ import annotations

from django.urls import path

from leitstern.app.lanes import views

app_name = "lanes"
urlpatterns = [
    path("lanes", views.overview, name="overview"),
    path("lanes/departments", views.departments, name="departments"),
]
