from django.db import migrations, models


def release_all(apps, _schema):
    beliefs = apps.get_model("inside", "Belief").objects
    for touchpoint, facet in beliefs.order_by().values_list("touchpoint", "facet").distinct():
        together = beliefs.filter(touchpoint=touchpoint, facet=facet)
        if together.count() >= 5:
            together.update(release=0)


class Migration(migrations.Migration):
    dependencies = [("inside", "0001_initial")]

    operations = [
        migrations.AddField("belief", "release", models.BigIntegerField(null=True)),
        migrations.AddField("belief", "shown_before", models.BooleanField(default=False)),
        migrations.RunPython(release_all, migrations.RunPython.noop),
    ]
