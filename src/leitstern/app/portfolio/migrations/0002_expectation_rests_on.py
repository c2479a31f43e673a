from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="initiative",
            name="expects_claim",
            field=models.CharField(blank=True, max_length=80),
        ),
    ]
