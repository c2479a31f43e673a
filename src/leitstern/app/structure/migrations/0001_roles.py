"""Second step of three: the table of roles that stood with incentives is one of this area from here on."""

from __future__ import annotations

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Nothing changes in the database; only which area owns the table."""

    initial = True

    dependencies = [("incentives", "0002_role_moves_out")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Role",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("unit", models.SlugField(max_length=80)),
                        ("people", models.PositiveIntegerField()),
                        ("actor", models.CharField(max_length=80)),
                        ("created", models.DateTimeField(default=django.utils.timezone.now)),
                        ("retired", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["name", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("retired", None)),
                                fields=("name", "unit"),
                                name="a_role_once_per_unit",
                            )
                        ],
                    },
                ),
            ],
        )
    ]
