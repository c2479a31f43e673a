from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("watch", "0001_initial"), ("settled", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="level", name="settled_takes_time"),
        migrations.DeleteModel(name="Level"),
    ]
