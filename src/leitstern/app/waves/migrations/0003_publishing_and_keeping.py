"""Publishing takes a while, answers are kept for a while, and of rosters fingerprints are left to compare by."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import leitstern.app.waves.models


def compare_earlier_rosters(apps: Any, _editor: Any) -> None:
    """Places so far hold a hash of who they are: it becomes a fingerprint, and the place says who was asked again."""
    waves, fingerprints, publications = (
        apps.get_model("waves", name).objects for name in ("Wave", "Fingerprint", "Publication")
    )
    first: dict[str, list[int]] = {}
    for since, wave in enumerate(waves.exclude(launched=None).order_by("launched"), start=1):
        places = []
        for number, (level, unit, n, mark) in enumerate(wave.places):
            if mark:
                first.setdefault(mark, [since, number, n])  # who of them was new then is not known any more
                fingerprints.create(wave=wave, digest=mark, cohort=first[mark])
            places.append([level, unit, n, first.get(mark)])
        wave.places = places
        wave.save(update_fields=["places"])
    for publication in publications.all():
        publication.results["turnout"] = {"groups": [], "whole": None}
        publication.save(update_fields=["results"])


class Migration(migrations.Migration):
    dependencies = [
        ("waves", "0002_sheets"),
    ]

    operations = [
        migrations.AddField(
            model_name="wave",
            name="forgotten",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="wave",
            name="keep_days",
            field=models.PositiveSmallIntegerField(default=730),
        ),
        migrations.AlterField(
            model_name="answer",
            name="level",
            field=models.CharField(
                blank=True,
                choices=[("executives", "Executives"), ("managers", "Managers"), ("staff", "Staff")],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="wave",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "in preparation"),
                    ("running", "running"),
                    ("closed", "closed"),
                    ("publishing", "being published"),
                    ("published", "published"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Fingerprint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        default=leitstern.app.waves.models.random_id, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("cohort", models.JSONField(null=True)),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fingerprints",
                        to="waves.wave",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("wave", "digest"), name="fingerprint_once")],
            },
        ),
        migrations.RunPython(compare_earlier_rosters, migrations.RunPython.noop),
    ]
