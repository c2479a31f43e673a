"""What people of the company say hurts customers on a journey."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class NotedPain(models.Model):
    """One pain at one touchpoint of a map, in words of the company. Withdrawn, it can be put back.

    Map and touchpoint by their short names. Names and numbers are made unrecognisable before it is stored.
    """

    map = models.SlugField(max_length=80)
    touchpoint = models.SlugField(max_length=80)
    words = models.TextField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.map}: {self.touchpoint}"
