"""Principles, how each is counted, and who is exempt for a while."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder
from leitstern.app.practice.models.choices import one_of
from leitstern.core.bridge.practice.terms import Source


class Principle(models.Model):
    """A sentence everybody can go by, from a day on. Without `units` it holds for the whole company."""

    slug = models.SlugField(max_length=80, unique=True)
    sentence = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    units = models.JSONField(default=list)
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="principles")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day it holds
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-since", "id"]

    def __str__(self) -> str:
        return self.sentence


class Rule(models.Model):
    """What is counted from a month on: of all `cases`, those `kept`. A newer entry for the same month takes its place."""

    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, related_name="rules")
    cases = models.CharField(max_length=200)  # “campaigns that were sent”
    kept = models.CharField(max_length=200)  # “classified before they were sent”
    source = models.CharField(max_length=12, choices=one_of(Source), default=Source.ENTERED.value)
    subject = models.SlugField(max_length=80, blank=True)  # the touchpoint, or what has ended
    target = models.FloatField(null=True, blank=True)  # share 0–1 that is meant to be reached
    since = models.DateField(null=True, blank=True)  # the first of a month; nothing = from the beginning
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.principle_id} since {self.since}"


class Exemption(models.Model):
    """Somebody allows a department (nothing = everybody) not to keep a principle for a while, and says why."""

    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, related_name="exemptions")
    unit = models.SlugField(max_length=80, blank=True)
    reason = models.TextField()
    since = models.DateField()
    until = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.principle_id} {self.unit} {self.since}"
