"""What others took up, what became standard, and every wording there was."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.practice.models.pilots import Pilot
from leitstern.app.practice.models.principles import Principle
from leitstern.app.practice.models.retrospectives import Retrospective
from leitstern.app.practice.models.stopping import StopItem
from leitstern.app.practice.models.stories import Story


class TakenUp(models.Model):
    """A department works the way a story or a pilot showed, since a day."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="taken_up")
    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, null=True, related_name="taken_up")
    unit = models.SlugField(max_length=80)
    since = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(story=None, pilot__isnull=False)
                | models.Q(story__isnull=False, pilot=None),
                name="taken_up_from_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id or self.pilot_id} {self.unit}"


class Standard(models.Model):
    """A story or a pilot became how we work: a principle, or a step at a touchpoint, under conditions."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="standards")
    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, null=True, related_name="standards")
    principle = models.ForeignKey(Principle, on_delete=models.PROTECT, null=True, related_name="origins")
    touchpoint = models.SlugField(max_length=80, blank=True)
    step = models.TextField(blank=True)
    conditions = models.TextField(blank=True)  # under which it works
    day = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(story=None, pilot__isnull=False)
                | models.Q(story__isnull=False, pilot=None),
                name="standard_from_one",
            ),
            models.CheckConstraint(
                condition=models.Q(principle=None) & ~models.Q(step="")
                | models.Q(principle__isnull=False) & models.Q(step=""),
                name="a_principle_or_a_step",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id or self.pilot_id} {self.day}"


class Edition(models.Model):
    """A principle, something on the stop list, a pilot, a story or a retrospective, word for word, as it was kept once."""

    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, null=True, related_name="editions")
    item = models.ForeignKey(StopItem, on_delete=models.CASCADE, null=True, related_name="editions")
    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, null=True, related_name="editions")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="editions")
    retrospective = models.ForeignKey(
        Retrospective, on_delete=models.CASCADE, null=True, related_name="editions"
    )
    content = models.JSONField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        of = (self.principle_id, self.item_id, self.pilot_id, self.story_id, self.retrospective_id)
        return f"{next(filter(None, of), '')} {self.created:%Y-%m-%d}"
