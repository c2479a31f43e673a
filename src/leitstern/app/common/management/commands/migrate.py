"""Django's `migrate`, which lays out an empty database in one go.

Step by step, Django pictures all tables again for every table that is added, and a first start takes ten seconds of
nothing but that. Where nothing is kept yet there is nothing to carry from step to step: tables are made as they are
now, and all migrations are noted as done. Both ways lead to the same tables, which a test compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.management.commands.migrate import Command as Stepwise
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class Command(Stepwise):
    """The same options and the same result."""

    def handle(self, *args: Any, **options: Any) -> None:
        asked = ("app_label", "fake", "plan", "check_unapplied", "prune")
        connection = connections[options["database"]]
        if any(options[name] for name in asked) or not _laid_out(connection):
            super().handle(*args, **options)
        else:
            emit_post_migrate_signal(options["verbosity"], options["interactive"], connection.alias, plan=[])


def _laid_out(connection: BaseDatabaseWrapper) -> bool:
    """Make all tables at once, unless there is one already."""
    steps = MigrationLoader(None).graph.nodes
    with connection.schema_editor() as editor:  # one transaction: all tables or none
        if connection.introspection.table_names():
            return False
        for model in apps.get_models(include_auto_created=True):
            if model._meta.can_migrate(connection) and not model._meta.auto_created:
                editor.create_model(model)
        editor.create_model(MigrationRecorder.Migration)
        recorder = MigrationRecorder(connection)
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name) for app, name in sorted(steps)
        )
    return True
