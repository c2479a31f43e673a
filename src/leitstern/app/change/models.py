"""Briefs and their published versions, what is said when, and workshops in which a change is shaped together.

Departments, roles, principles and the stop list stand here in the words they had then. Of people there are counts.
"""

from __future__ import annotations

from secrets import token_urlsafe

from django.db import models
from django.utils import timezone

from leitstern.app.leadership.models import Decision
from leitstern.app.portfolio.models import Initiative
from leitstern.app.waves.models import Wave
from leitstern.core.bridge.change.talk import Answer, Channel


def _one_of(kind: type) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in kind]  # type: ignore[attr-defined]


class Language(models.TextChoices):
    """What a brief is written in."""

    GERMAN = "de", "Deutsch"
    ENGLISH = "en", "English"


def token() -> str:
    """What a link to read carries: 132 bits."""
    return token_urlsafe(16)


class Brief(models.Model):
    """The four answers about an initiative in one language, as they are being written; see `core.bridge.change.brief`."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="briefs")
    language = models.CharField(max_length=2, choices=Language.choices)
    content = models.JSONField()
    changed = models.DateTimeField(default=timezone.now)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "language"], name="one_brief_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} ({self.language})"


class Version(models.Model):
    """A brief as it went out, word for word. Never changed, only withdrawn; the newest that stands is the one that holds."""

    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["brief", "number"], name="a_version_once")]

    def __str__(self) -> str:
        return f"{self.brief_id} {self.number}"


class Copy(models.Model):
    """A version as one role reads it by link. How often it was opened is counted; by whom, nobody knows."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="copies")
    unit = models.SlugField(max_length=80, blank=True)
    role = models.CharField(max_length=120)
    token = models.CharField(max_length=40, unique=True, default=token)
    opened = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "copies"
        constraints = [models.UniqueConstraint(fields=["version", "unit", "role"], name="a_copy_per_role")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.role}"


class HandedOut(models.Model):
    """So many copies were handed out or sent, on paper or by link."""

    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, related_name="handed_out")
    day = models.DateField()
    n = models.PositiveIntegerField()
    channel = models.CharField(max_length=12, choices=_one_of(Channel))
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.copy_id} {self.day} {self.n}"


class Message(models.Model):
    """Something that is said to roles or whole departments on a day."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    title = models.CharField(max_length=200)
    answer = models.CharField(max_length=12, choices=_one_of(Answer), default=Answer.ALL.value)
    channel = models.CharField(max_length=12, choices=_one_of(Channel))
    units = models.JSONField(default=list)  # everybody there
    roles = models.JSONField(default=list)  # [unit, name]
    who = models.CharField(max_length=120)
    day = models.DateField()
    note = models.TextField(blank=True)
    done = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "id"]
        indexes = [models.Index(fields=["day"])]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"


class Pulse(models.Model):
    """Which change a wave asked about; without an initiative, all that is changing."""

    wave = models.OneToOneField(Wave, on_delete=models.CASCADE, related_name="pulse")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="pulses"
    )

    def __str__(self) -> str:
        return f"pulse of wave {self.wave_id}"


class Shaping(models.Model):
    """A workshop in which those who will live with a change help to shape it."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="shapings"
    )
    title = models.CharField(max_length=200)
    day = models.DateField()
    subject = models.TextField(blank=True)
    customers = models.PositiveIntegerField(default=0)  # who took part from outside
    shaped = models.JSONField(default=list)  # [place, short name] of processes, touchpoints and journeys
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"


class Attendance(models.Model):
    """How many of a department (and role, if one was meant) were invited to a workshop and took part; never who."""

    shaping = models.ForeignKey(Shaping, on_delete=models.CASCADE, related_name="attendance")
    unit = models.SlugField(max_length=80)
    role = models.CharField(max_length=120, blank=True)
    invited = models.PositiveIntegerField()
    took_part = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["shaping", "unit", "role"], name="a_department_once_per_workshop"
            ),
            models.CheckConstraint(
                condition=models.Q(took_part__lte=models.F("invited")), name="took_part_of_invited"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.took_part}/{self.invited}"


class Consequence(models.Model):
    """What was decided or changed because of a workshop, or why a proposal was not taken up."""

    shaping = models.ForeignKey(Shaping, on_delete=models.CASCADE, related_name="consequences")
    text = models.TextField()
    taken_up = models.BooleanField(default=True)
    day = models.DateField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return self.text[:80]
