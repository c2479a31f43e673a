"""The shared language, versioned."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class TaxonomyVersion(models.Model):
    """One immutable version of the taxonomy, with the codes its terms have in the lake."""

    content = models.TextField()  # the taxonomy file (YAML), codes and retired terms included
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True)  # why it was changed, where somebody said so

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"taxonomy {self.pk}"
