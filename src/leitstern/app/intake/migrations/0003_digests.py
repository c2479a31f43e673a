from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0002_taking_out_and_replays"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="digests",
            field=models.TextField(blank=True),
        ),
    ]
