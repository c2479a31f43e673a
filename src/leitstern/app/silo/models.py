"""Ties as they were counted, and who stands for which function. Nothing here is about fewer than five people."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class TieCount(models.Model):
    """One count of who works with whom: between departments only, small ones folded into others. Never changed.

    Units are departments of the taxonomy and keep their short names if they are renamed or merged.
    """

    name = models.CharField(max_length=200)  # of the file
    day = models.DateField()
    source = models.CharField(max_length=200)  # how it was counted
    people = models.JSONField()  # [[unit, people]]
    counts = models.JSONField()  # ties within and between these units, square and symmetric
    folded = models.JSONField(default=list)  # [[unit, into which]]
    spread = models.FloatField(null=True)  # standard deviation of ties per person; None where nobody said
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.day:%Y-%m-%d})"


class Assignment(models.Model):
    """Which departments stand for marketing, sales, service and IT. The newest counts."""

    units = models.JSONField()  # function → [department]
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"functions of {self.created:%Y-%m-%d}"
