from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("placement", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assumptionchange",
            name="why",
            field=models.TextField(blank=True),
        ),
    ]
