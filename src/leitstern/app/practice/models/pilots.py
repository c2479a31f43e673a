"""What is tried out, and what was learned."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder, Initiative
from leitstern.app.practice.models.choices import one_of
from leitstern.core.bridge.practice.terms import PilotEnd, PilotKind


class Pilot(models.Model):
    """Something tried out within a boundary, with a rule of when it stops, and a room in which nobody has to fear."""

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=12, choices=one_of(PilotKind), default=PilotKind.PILOT.value)
    title = models.CharField(max_length=200)
    hypothesis = models.TextField()
    boundary = models.TextField(blank=True)
    stop_rule = models.TextField(blank=True)
    safe_room = models.TextField(blank=True)
    units = models.JSONField(default=list)
    touchpoints = models.JSONField(default=list)
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="pilots")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="pilots"
    )
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-begins", "id"]

    def __str__(self) -> str:
        return self.title


class Ending(models.Model):
    """How a pilot ended and what was learned. The newest that is not withdrawn counts."""

    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, related_name="endings")
    how = models.CharField(max_length=12, choices=one_of(PilotEnd))
    day = models.DateField()
    learning = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.how} {self.day}"


class ShownTo(models.Model):
    """A pilot was shown to a department on a day: a visit, a talk, a demonstration."""

    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, related_name="shown_to")
    unit = models.SlugField(max_length=80)
    day = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["day", "id"]
        verbose_name_plural = "shown to"

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.unit} {self.day}"
