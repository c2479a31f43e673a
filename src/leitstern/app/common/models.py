"""What every area shares: the audit log, jobs, and cached findings."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One thing somebody did. Never changed, never deleted."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.CharField(max_length=80)
    verb = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=120, blank=True)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"


class JobState(models.TextChoices):
    """Where a piece of long work stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Job(models.Model):
    """Long work that can be left and comes back: restartable, idempotent, with progress."""

    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING, db_index=True)
    actor = models.CharField(max_length=80)
    progress = models.FloatField(default=0.0)  # 0–1
    step = models.CharField(max_length=200, blank=True)  # what it is doing, in the language it was asked in
    error = models.JSONField(null=True, blank=True)  # {"en": …, "de": …}
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} ({self.state})"


class Finding(models.Model):
    """A computed result, kept until its inputs change. The key names every input."""

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=64)
    content = models.BinaryField()
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="one_finding_per_key")]

    def __str__(self) -> str:
        return f"{self.name} {self.key[:8]}"
