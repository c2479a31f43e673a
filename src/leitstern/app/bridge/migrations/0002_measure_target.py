from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bridge", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="target",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
    ]
