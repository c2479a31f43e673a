"""What people inside believe. Answers carry a group, never a person."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Group(models.TextChoices):
    """Views are kept apart."""

    EXECUTIVES = "executives", _("Executives")
    MANAGERS = "managers", _("Managers")
    STAFF = "staff", _("Staff")


class BeliefCollection(models.Model):
    """One way guesses came in: an uploaded sheet, or a room that guessed."""

    name = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Belief(models.Model):
    """One anonymous guess: of 100 customers at this touchpoint, how many agree with the statement?"""

    collection = models.ForeignKey(BeliefCollection, on_delete=models.CASCADE, related_name="beliefs")
    touchpoint = models.SlugField(max_length=80)
    facet = models.SlugField(max_length=80)
    group = models.CharField(max_length=12, choices=Group.choices)
    guess = models.FloatField()  # 0–100
    seen_data = models.BooleanField(null=True)  # whether they had seen customer data for it in the last year
    release = models.BigIntegerField(
        null=True
    )  # guesses that came out together have the same; null = it waits
    shown_before = models.BooleanField(default=False)  # waits again, after a release that did not stay whole

    class Meta:
        indexes = [models.Index(fields=["touchpoint", "facet"])]

    def __str__(self) -> str:
        return f"{self.touchpoint} {self.facet} {self.group} {self.guess:.0f}"
