"""What was assumed differently, by whom and why."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class AssumptionChange(models.Model):
    """One change of one assumption; the newest holds. Without a value the default holds again."""

    slug = models.SlugField(max_length=80, db_index=True)
    value = models.FloatField(null=True)
    why = models.TextField(blank=True)  # empty only where the default holds again
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.slug} = {self.value}"
