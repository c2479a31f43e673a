"""Backups that were made, and archives of everything in open formats."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Backup(models.Model):
    """One archive of the home, somewhere outside of it."""

    place = models.CharField(max_length=500, unique=True)
    size = models.BigIntegerField()
    rows = models.JSONField(default=dict)  # of the lake, by table
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    checked = models.DateTimeField(null=True, blank=True)  # when every byte was read last
    tried = models.DateTimeField(null=True, blank=True)  # when it was restored for trial last
    problem = models.JSONField(null=True, blank=True)  # what was wrong then
    removed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.place


class Taken(models.Model):
    """One archive of everything in open formats. It lies in the home under its token until it expires."""

    token = models.CharField(max_length=40, unique=True)
    with_csv = models.BooleanField(default=False)
    size = models.BigIntegerField(null=True, blank=True)  # none while it is being written
    rows = models.JSONField(default=dict)  # by file
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    removed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"export {self.pk}"
