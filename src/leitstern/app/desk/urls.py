"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path, register_converter

from leitstern.app.desk import entry_views, letter_views, step_views, views

app_name = "desk"


class AgreedConverter:
    """What can be agreed with a customer."""

    regex = "step|promise"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(AgreedConverter, "agreed")
urlpatterns = [
    path("contacts", views.enter, name="enter"),
    path("contacts/known", views.known, name="known"),
    path("contacts/count", views.count, name="count"),
    path("contacts/letters", letter_views.letters, name="letters"),
    path("contacts/steps", step_views.steps, name="steps"),
    path("contacts/<int:entry_id>", entry_views.entry, name="entry"),
    path("contacts/<int:entry_id>/correct", entry_views.correct, name="correct"),
    path("contacts/<int:entry_id>/withdraw", entry_views.withdraw, name="withdraw"),
    path("contacts/<int:entry_id>/<agreed:what>/done", step_views.done, name="done"),
    path("contacts/<int:entry_id>/<agreed:what>/open", step_views.reopen, name="reopen"),
]
