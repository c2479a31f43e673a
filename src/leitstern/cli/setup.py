"""Opens an installation for a command: home folder, Django, database schema."""

from __future__ import annotations

import os
from pathlib import Path

from leitstern.store.home import Home


def open_home() -> Home:
    """The home named on the command line, its database brought up to date. Raises NotFound if there is none."""
    return _ready(Home.open(_path()))


def make_home() -> Home:
    """The same, for commands that something begins with: a home is made if there is none."""
    return _ready(Home.ensure(_path()))


def _path() -> Path:
    return Path(os.environ["LEITSTERN_HOME"]).expanduser()


def _ready(home: Home) -> Home:
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
