"""What people said of series: when one was settled, and when it begins anew because its alarm was dealt with.

Both are appended and at most taken back, so that every earlier day can be seen as it was.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Level(models.Model):
    """From when to when a series was settled. The newest that was not withdrawn counts."""

    stream = models.CharField(max_length=200, db_index=True)
    start = models.DateField()
    end = models.DateField()
    why = models.TextField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="a_level_takes_time")
        ]

    def __str__(self) -> str:
        return f"{self.stream}: {self.start} – {self.end}"


class NewStart(models.Model):
    """From this day on a series is watched anew. `because` names what was dealt with, such as `alarm 3`."""

    stream = models.CharField(max_length=200, db_index=True)
    day = models.DateField()
    because = models.CharField(max_length=80)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.stream}: {self.day}"
