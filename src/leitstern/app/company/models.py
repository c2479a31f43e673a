"""The shared language, versioned."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class TaxonomyVersion(models.Model):
    """One immutable version of the taxonomy: the document as written, and the codes its terms have in the lake."""

    document = models.TextField()
    codes = models.JSONField()  # {"touchpoints": {slug: code}, …}
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"taxonomy {self.pk}"
