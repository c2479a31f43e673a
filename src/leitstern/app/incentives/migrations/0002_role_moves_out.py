"""Roles belong to the organisation's structure. Their table goes there as it stands: every row keeps its number."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    """First step of three: the table gets the name it has there."""

    dependencies = [("incentives", "0001_initial")]

    operations = [migrations.AlterModelTable(name="role", table="structure_role")]
