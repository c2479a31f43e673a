"""What we decided to do about a gap, and whether it helped."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.core.bridge.causes import Cause, CauseDraft

NOT_KNOWN = "unknown"  # somebody looked, and the cause is not known yet


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


class CauseSaid(models.Model):
    """What somebody said a gap comes from. Never changed; the newest counts, all stay."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="causes")
    main = models.CharField(
        max_length=12, choices=[(each.value, each.value) for each in Cause] + [(NOT_KNOWN, NOT_KNOWN)]
    )
    further = models.JSONField(default=list)
    observation = models.TextField(blank=True)  # one sentence: what speaks for it
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(main=NOT_KNOWN) | ~models.Q(observation=""),
                name="a_cause_with_an_observation",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.main}"

    @property
    def draft(self) -> CauseDraft:
        """What was said, as plain values."""
        main = None if self.main == NOT_KNOWN else Cause(self.main)
        return CauseDraft(main, tuple(Cause(each) for each in self.further), self.observation)


class NotedGap(models.Model):
    """Since when a gap is declared without a break: noted with every publication."""

    touchpoint = models.SlugField(max_length=80)
    facet = models.SlugField(max_length=80)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the day on which it was declared no longer

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["touchpoint", "facet"], condition=models.Q(until=None), name="a_gap_known_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.touchpoint} {self.facet} {self.since}"


class HandedOver(models.Model):
    """Somebody else answers for a thing from a moment on: what kind of `thing`, which one, who did, and who does."""

    thing = models.CharField(max_length=8)
    key = models.PositiveIntegerField()
    before = models.CharField(max_length=120, blank=True)
    after = models.CharField(max_length=120)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["thing", "key"])]

    def __str__(self) -> str:
        return f"{self.thing} {self.key}: {self.after}"
