"""What we decided to do about a gap, and whether it helped."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Doing nothing is a decision too."""

    ACT = "act", _("We do something")
    NOTHING = "do nothing", _("We deliberately do nothing")


class Measure(models.Model):
    """A decision about one statement at one touchpoint, with the baseline frozen when it was made."""

    touchpoint = models.SlugField(max_length=80, db_index=True)
    facet = models.SlugField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.ACT)
    title = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    owner = models.CharField(max_length=120, blank=True)  # a name or role; the organisation's own words
    due = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)  # what customers will notice
    why = models.TextField(blank=True)
    daily_work = models.TextField(blank=True)
    principles = models.TextField(blank=True)
    stop = models.TextField(blank=True)
    baseline = models.JSONField(
        null=True
    )  # sums of the lived share when decided (`ShareStatistics`); null = unknown
    baseline_elsewhere = models.JSONField(null=True)  # the same for all other touchpoints with this statement
    baseline_from = models.DateField()
    baseline_until = models.DateField()  # last day of the baseline; what comes later counts as *after*
    target = models.PositiveSmallIntegerField(null=True, blank=True)  # of 100 customers
    measure_again = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    guess = models.BigIntegerField(null=True, blank=True)  # the round of guessing it came from
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title
