from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0003_turns"),
    ]

    operations = [
        migrations.AddField(
            model_name="initiative",
            name="ai_purpose",
            field=models.CharField(blank=True, max_length=12),
        ),
    ]
