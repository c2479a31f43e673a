"""Closed rooms are kept as counts; a workshop counts if it was said to; what looks like a name in a note is masked.

Rooms that were closed before go on counting if they are large enough. The rows of single people are deleted, and leave
the disk with the worker's next piece of work.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from leitstern.collect.masking import all_masked

FEWEST_PEOPLE, FEWEST = 5, {"k": 4, "t": 3}  # of questions on culture and on technology


def count_rows(apps: Any, schema_editor: Any) -> None:
    """How many of a group voted for which level, in place of who voted what."""
    kept = apps.get_model("workshop", "KeptVotes")
    for workshop in apps.get_model("workshop", "Workshop").objects.filter(stage="closed"):
        rows = list(workshop.rows.all())
        groups = defaultdict(list)
        for row in rows:
            groups[row.group].append(row.votes)
        for group, votes in groups.items():
            kept.objects.create(workshop=workshop, group=group, people=people(votes), votes=counted(votes))
        workshop.counts = is_enough([row.votes for row in rows])
        workshop.save(update_fields=["counts"])
    if apps.get_model("workshop", "KeptRow").objects.exists():
        apps.get_model("common", "Job").objects.create(kind="wipe", payload={}, actor="worker")


def mask_notes(apps: Any, schema_editor: Any) -> None:
    """As notes are masked from now on."""
    notes = list(apps.get_model("workshop", "Note").objects.all())
    for note, text in zip(notes, all_masked([note.text for note in notes]) if notes else (), strict=True):
        note.text = text
        note.save(update_fields=["text"])


def people(rows: list[Any]) -> int:
    """How many gave a level to anything."""
    return sum(any(level is not None for cast in row.values() for level in cast.values()) for row in rows)


def counted(rows: list[Any]) -> dict[str, Any]:
    """Each question's votes: for 0 to 4, and who could not say."""
    found: dict[str, Any] = defaultdict(
        lambda: {"first": [0] * 6, "second": [0] * 6, "counted": [0] * 6},
    )
    for row in rows:
        for question, cast in row.items():
            for name, vote in (("first", "1"), ("second", "2"), ("counted", max(cast, default=""))):
                if vote in cast:
                    found[question][name][5 if cast[vote] is None else cast[vote]] += 1
    return dict(found)


def is_enough(rows: list[Any]) -> bool:
    """Whether enough people rated enough questions."""
    n = people(rows)
    rated = [slug for slug, votes in counted(rows).items() if 2 * sum(votes["counted"][:5]) >= n]
    return n >= FEWEST_PEOPLE and all(
        sum(slug[0] == axis and slug[1:].isdecimal() for slug in rated) >= least
        for axis, least in FEWEST.items()
    )


class Migration(migrations.Migration):
    dependencies = [("workshop", "0001_initial"), ("common", "0001_initial")]

    operations = [
        migrations.AddField(model_name="workshop", name="counts", field=models.BooleanField(default=False)),
        migrations.AddField(
            model_name="workshop",
            name="last_step",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.CreateModel(
            name="KeptVotes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[("executives", "Executives"), ("managers", "Managers"), ("staff", "Staff")],
                        max_length=12,
                    ),
                ),
                ("people", models.PositiveSmallIntegerField()),
                ("votes", models.JSONField()),
                (
                    "workshop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept",
                        to="workshop.workshop",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="keptvotes",
            constraint=models.UniqueConstraint(fields=("workshop", "group"), name="kept_once_per_group"),
        ),
        migrations.RunPython(count_rows, migrations.RunPython.noop),
        migrations.RunPython(mask_notes, migrations.RunPython.noop),
        migrations.DeleteModel(name="KeptRow"),
    ]
