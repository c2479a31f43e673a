"""Rules of the contact policy with every wording they had, and decisions about how personal a contact is made.

What a rule demands never changes, so that its months stay comparable: whoever wants something else ends it and keeps
another. Decisions are appended; of several for one purpose at one touchpoint the newest that stands counts.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder
from leitstern.app.practice.models.choices import one_of
from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Purpose


class ContactRule(models.Model):
    """After an occasion, between two calendar days, a contact at a touchpoint must, may or must not follow."""

    occasion_kind = models.CharField(max_length=12, choices=one_of(OccasionKind))
    occasion = models.SlugField(max_length=80)  # of a touchpoint or a milestone, as they were called then
    touchpoint = models.SlugField(max_length=80)
    duty = models.CharField(max_length=12, choices=one_of(Duty))
    first_day = models.PositiveSmallIntegerField(default=0)
    last_day = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day it holds
    reason = models.TextField()
    outcome = models.TextField()  # what customers notice
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="contact_rules")
    review = models.DateField()
    agreed = models.DateTimeField(null=True, blank=True)
    agreed_by = models.CharField(max_length=80, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["touchpoint", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="days_of_a_rule_run_forward"
            )
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.duty} {self.touchpoint}"


class Wording(models.Model):
    """What was said around a rule, each time it was kept."""

    rule = models.ForeignKey(ContactRule, on_delete=models.CASCADE, related_name="wordings")
    content = models.JSONField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.rule_id} {self.created:%Y-%m-%d}"


class PersonalDecision(models.Model):
    """Three answers for one purpose at one touchpoint; what they come to, the core says."""

    touchpoint = models.SlugField(max_length=80)
    purpose = models.CharField(max_length=12, choices=one_of(Purpose))
    gain = models.BooleanField()
    evidence = models.CharField(max_length=500, blank=True)  # where the gain is shown
    consent = models.BooleanField()
    asked = models.PositiveIntegerField(default=0)  # customers
    watched = models.PositiveIntegerField(default=0)  # of these, who would feel watched
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="personal_decisions")
    review = models.DateField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["touchpoint", "purpose", "-id"]

    def __str__(self) -> str:
        return f"{self.touchpoint} {self.purpose}"
