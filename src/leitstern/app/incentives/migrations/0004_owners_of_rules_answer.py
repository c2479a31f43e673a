"""Whoever answers for a rule is known by name, so that somebody can say when they left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def know_owners(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep every owner's name among those who answer for something."""
    known = apps.get_model("portfolio", "Holder").objects
    for name in set(apps.get_model("incentives", "Priority").objects.values_list("owner", flat=True)):
        known.get_or_create(name=name.strip(), defaults={"board": False})


class Migration(migrations.Migration):
    dependencies = [
        ("incentives", "0003_role_lives_in_structure"),
        ("portfolio", "0001_initial"),
    ]

    operations = [migrations.RunPython(know_owners, migrations.RunPython.noop)]
