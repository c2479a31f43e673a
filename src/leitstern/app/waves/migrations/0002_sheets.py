"""Which answer came from which sheet of paper, while a wave is not published."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("waves", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("twice", models.BooleanField(default=False)),
                (
                    "answer",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="waves.answer"),
                ),
                (
                    "comment",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to="waves.comment"
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheets", to="waves.wave"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("wave", "number"), name="sheet_once")],
            },
        ),
    ]
