from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("leadership", "0001_initial"), ("settled", "0001_initial")]

    operations = [migrations.DeleteModel(name="SettledPeriod")]
