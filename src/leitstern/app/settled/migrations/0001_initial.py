from zoneinfo import ZoneInfo

import django.utils.timezone
from django.db import migrations, models

ATTENTION = ("leadership-acts", "leadership-minutes")


def move_levels(apps, editor):
    """What leaders said of their attention, then what was said of single series: the newer word counts, as before."""
    levels = apps.get_model("settled", "Level").objects.using(editor.connection.alias)
    for said in (
        apps.get_model("leadership", "SettledPeriod").objects.using(editor.connection.alias).order_by("id")
    ):
        for stream in ATTENTION:
            levels.create(
                stream=stream, start=said.start, end=said.end, actor=said.actor, created=said.created
            )
    for said in apps.get_model("watch", "Level").objects.using(editor.connection.alias).order_by("id"):
        levels.create(
            stream=said.stream,
            start=said.start,
            end=said.end,
            why=said.why,
            actor=said.actor,
            created=said.created,
            withdrawn=said.withdrawn,
        )


def begin_anew(apps, editor):
    """Series of alarms that were closed begin anew on that day."""
    starts = apps.get_model("settled", "NewStart").objects.using(editor.connection.alias)
    for alarm in (
        apps.get_model("watch", "Alarm")
        .objects.using(editor.connection.alias)
        .exclude(closed=None)
        .order_by("id")
    ):
        day = alarm.closed.astimezone(ZoneInfo("UTC")).date()
        for line in alarm.rests_on:
            starts.create(stream=line["stream"], day=day, because=f"alarm {alarm.pk}")


class Migration(migrations.Migration):
    initial = True

    dependencies = [("leadership", "0001_initial"), ("watch", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="NewStart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stream", models.CharField(db_index=True, max_length=200)),
                ("day", models.DateField()),
                ("because", models.CharField(max_length=80)),
                ("withdrawn", models.DateTimeField(blank=True, null=True)),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Level",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stream", models.CharField(db_index=True, max_length=200)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("why", models.TextField()),
                ("actor", models.CharField(max_length=80)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="a_level_takes_time"
                    )
                ],
            },
        ),
        migrations.RunPython(move_levels, migrations.RunPython.noop),
        migrations.RunPython(begin_anew, migrations.RunPython.noop),
    ]
