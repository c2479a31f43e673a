"""A home folder opened outside the server: Django, the database brought up to date, the company's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.store.home import Home


def ready(home: Home) -> Home:
    """Get everything ready that pages find ready; `LEITSTERN_HOME` names this home already."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from leitstern.app.company.clock import company_zone
    from leitstern.app.inside.instruments import keep_shipped

    if _migrations_wait():
        call_command("migrate", verbosity=0, interactive=False)
    else:  # `migrate` would say at every command that there is nothing to do, and take a quarter of a second for it
        keep_shipped()
    if zone := company_zone():
        timezone.activate(zone)
    return home


def _migrations_wait() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
