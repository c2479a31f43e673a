"""Imports, what they could not read, and the snapshots they led to."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.company.models import TaxonomyVersion
from leitstern.collect.quarantine.entries import Entry
from leitstern.core.texts import Text


class ImportState(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    PURGING = "purging", _("is being taken out")
    PURGED = "purged", _("taken out again")


class Import(models.Model):
    """One run of a mapping over a folder of files. Its number marks every row it brought."""

    name = models.CharField(max_length=200)
    mapping = models.TextField()  # the mapping file as it was used
    folder = models.CharField(
        max_length=500
    )  # where the files lay: uploads of the home, or a path of the command line
    quarantine_of = (
        models.ForeignKey(  # a replay reads no files, but what waits in the quarantine of another import
            "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replays"
        )
    )
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.WAITING)
    sources = models.JSONField(default=dict)  # per source: received, stored, quarantined, duplicates, …
    error = models.JSONField(null=True, blank=True)
    digests = models.TextField(
        blank=True
    )  # of the files it read, one a line, so that one that comes again is known
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"import {self.pk}: {self.name}"


class QuarantineEntry(models.Model):
    """A record that could not be read or mapped: kept byte for byte, with the reason, until it can be."""

    import_run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="quarantine")
    source = models.CharField(max_length=120)
    file = models.CharField(max_length=500)
    line = models.BigIntegerField()
    code = models.CharField(max_length=60)
    column = models.TextField(blank=True)
    value = models.TextField(blank=True)
    allowed = models.TextField(blank=True)
    items = models.PositiveIntegerField()  # contacts, promises and answers it would have been
    original = models.BinaryField()  # its bytes, in `encoding`
    head = models.BinaryField()  # what its file was found to be like
    encoding = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)  # the same for the same row of the same source
    replayed_by = models.ForeignKey(
        Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="replayed"
    )

    class Meta:
        ordering = ["import_run", "source", "line"]
        constraints = [
            models.UniqueConstraint(
                fields=["import_run", "source", "digest"], name="quarantined_once_per_import"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.line} {self.code}"

    @property
    def entry(self) -> Entry:
        """The record as the importer knows it."""
        return Entry(
            source=self.source,
            file=self.file,
            line=self.line,
            code=self.code,
            column=self.column,
            value=self.value,
            allowed=self.allowed,
            items=self.items,
            original=bytes(self.original),
            head=bytes(self.head),
            encoding=self.encoding,
            digest=self.digest,
        )

    @property
    def reason(self) -> Text:
        """What happened, in which column, with which value, what is allowed."""
        return self.entry.text


class Inbox(models.Model):
    """A folder of which every file that is put there is brought in by one mapping."""

    name = models.CharField(max_length=60, unique=True)  # of the folder
    mapping = models.TextField()
    is_open = models.BooleanField(default=True)
    kept_days = models.PositiveSmallIntegerField(default=30)  # how long files that came in lie in `done`
    looked = models.DateTimeField(null=True, blank=True)
    problem = models.JSONField(null=True, blank=True)  # why nothing is taken at present

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Outcome(models.TextChoices):
    """What became of a file from an inbox."""

    TAKEN = "", _("is being brought in")
    DONE = "done", _("brought in")
    KNOWN = "known", _("had come in before")
    REFUSED = "quarantine", _("refused")
    AGAIN = "again", _("changed while it was read, is read again")


class Dropped(models.Model):
    """A file that was taken from an inbox. Its folder is named after `token` until it is through."""

    inbox = models.ForeignKey(Inbox, on_delete=models.PROTECT, related_name="files")
    token = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField()
    changed_ns = models.BigIntegerField()  # when the file was last changed
    run = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="dropped")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    error = models.JSONField(null=True, blank=True)
    target = models.CharField(max_length=300, blank=True)  # where it lies in the end, below the inbox
    taken = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    removed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.inbox.name}/{self.name}"


class Snapshot(models.Model):
    """A published state of everything that is analysed: the versions of the lake's tables and of the taxonomy."""

    versions = models.JSONField()  # {"contacts": 3, …}
    taxonomy = models.ForeignKey(TaxonomyVersion, on_delete=models.PROTECT)
    first_date = models.DateField(null=True)  # of the oldest answer, else contact, in the company's zone
    as_of = models.DateField(null=True)  # of the newest contact or answer
    published = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"snapshot {self.pk} as of {self.as_of}"
