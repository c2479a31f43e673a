"""Third step of three: weights refer to the role where it lives now. The database's own reference followed the table."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Nothing changes in the database."""

    dependencies = [("incentives", "0002_role_moves_out"), ("structure", "0001_roles")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="weight",
                    name="role",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="weights",
                        to="structure.role",
                    ),
                ),
                migrations.DeleteModel(name="Role"),
            ],
        )
    ]
