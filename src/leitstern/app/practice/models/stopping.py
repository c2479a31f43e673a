"""The stop list: what ended, what takes its place, and what happened to it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder
from leitstern.app.practice.models.choices import one_of
from leitstern.core.bridge.practice.terms import StopChange, StopKind


class StopItem(models.Model):
    """Something we no longer do, what takes its place, and how further use is counted."""

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=one_of(StopKind))
    name = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    replacement = models.CharField(max_length=200, blank=True)
    application = models.SlugField(max_length=80, blank=True)  # in the technology inventory
    units = models.JSONField(default=list)  # who is affected
    counted = models.CharField(max_length=200, blank=True)  # what one use is, and where it is counted
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="stopped")
    since = models.DateField(null=True, blank=True)  # when it began to be used
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class StopEvent(models.Model):
    """It ended on a day (with grace until another), or was let in again with a reason. The newest counts, all stay."""

    item = models.ForeignKey(StopItem, on_delete=models.CASCADE, related_name="events")
    change = models.CharField(max_length=12, choices=one_of(StopChange))
    day = models.DateField()
    grace = models.DateField(null=True, blank=True)  # the last day on which use is no relapse yet
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(grace=None) | models.Q(grace__gte=models.F("day")),
                name="grace_after_the_end",
            ),
            models.CheckConstraint(
                condition=~models.Q(change=StopChange.REINSTATED.value) | ~models.Q(reason=""),
                name="reinstated_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.change} {self.day}"
