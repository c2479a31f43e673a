"""The alarms that sounded, and the change in people's own words.

What proves something is appended: an alarm keeps what it rested on that day, whatever is measured or corrected later.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Outcome(models.TextChoices):
    """How an alarm ended."""

    COUNTERED = "countered"
    INTENDED = "intended"
    FALSE = "false"


class Alarm(models.Model):
    """The organisation fell back on `day`. `rests_on`: per series what was seen that day; `kinds` by weight."""

    day = models.DateField()
    kinds = models.JSONField()
    rests_on = models.JSONField()
    decision = models.ForeignKey(
        "leadership.Decision", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    reason = models.TextField(blank=True)
    closer = models.CharField(max_length=80, blank=True)
    closed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [  # two that look at once must not both sound
            models.UniqueConstraint(
                fields=["outcome"], condition=models.Q(closed=None), name="one_open_relapse_alarm"
            )
        ]

    def __str__(self) -> str:
        return f"Alarm of {self.day}"


class Look(models.Model):
    """The last day on which all series were looked at."""

    day = models.DateField(unique=True)

    def __str__(self) -> str:
        return str(self.day)


class Meaning(models.Model):
    """What the change means, in the words all own words are held against. The newest counts."""

    text = models.TextField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text[:60]


class Wording(models.Model):
    """The change in the own words of a department, never of a person."""

    unit = models.SlugField(max_length=80)
    day = models.DateField()
    text = models.TextField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.unit} {self.day}"


class Judgement(models.Model):
    """Somebody read own words against the meaning: is it still the same change?"""

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="judgements")
    same = models.BooleanField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["wording", "actor"], name="one_judgement_per_reader")]

    def __str__(self) -> str:
        return f"{self.wording_id} {self.same}"
