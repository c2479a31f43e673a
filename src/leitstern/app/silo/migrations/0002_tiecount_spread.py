from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("silo", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="tiecount",
            name="spread",
            field=models.FloatField(null=True),
        ),
    ]
