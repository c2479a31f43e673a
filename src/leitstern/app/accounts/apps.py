"""The area's regular work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "leitstern.app.accounts"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.tends("leitstern.app.accounts.ended.delete_ended")
