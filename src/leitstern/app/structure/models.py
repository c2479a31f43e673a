"""Units and roles, what goes from one to the other, who answers for what, and what people can do.

Units are short names: departments of the taxonomy, or units the register adds to them. Nobody is named anywhere.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Role(models.Model):
    """What several people of a unit do. Nobody is named, and of fewer than five no number is shown."""

    name = models.CharField(max_length=120)
    unit = models.SlugField(max_length=80)
    people = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "unit"], condition=models.Q(retired=None), name="a_role_once_per_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"
