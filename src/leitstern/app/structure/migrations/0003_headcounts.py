import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def count(apps, editor):
    """What is known of the past is how many hold a role now."""
    using = editor.connection.alias
    counts = apps.get_model("structure", "Headcount").objects.using(using)
    for role in apps.get_model("structure", "Role").objects.using(using).order_by("id"):
        counts.create(role=role, people=role.people, since=role.created)


class Migration(migrations.Migration):
    dependencies = [("structure", "0002_register")]

    operations = [
        migrations.CreateModel(
            name="Headcount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveIntegerField()),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="headcounts",
                        to="structure.role",
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
