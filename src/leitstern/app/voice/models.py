"""Rules in versions, texts that systems said, and what people said of them.

Versions and answers are appended, never changed. Of texts that were not drawn only the count is kept.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Version(models.Model):
    """Rules and statements as they hold from a moment on. The newest counts."""

    content = models.JSONField()  # as core.bridge.voice.rules has it
    why = models.TextField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Version {self.pk}"


class System(models.Model):
    """Something that speaks to customers: an application of the inventory, or what somebody called it."""

    slug = models.SlugField(max_length=200, unique=True)
    name = models.CharField(max_length=200)
    application = models.SlugField(max_length=200, blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class Sample(models.Model):
    """A file of texts that was handed in. Withdrawn, its texts no longer count."""

    name = models.CharField(max_length=200)
    received = models.PositiveIntegerField()
    same = models.PositiveIntegerField(default=0)  # of them known already
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Utterance(models.Model):
    """A text a system said. `text` is empty where chance did not draw it; `number` is its permanent random number."""

    sample = models.ForeignKey(Sample, on_delete=models.CASCADE, related_name="utterances")
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="utterances")
    touchpoint = models.SlugField(max_length=80)
    day = models.DateField()
    month = models.DateField()
    language = models.CharField(max_length=2)
    number = models.CharField(max_length=32)
    text = models.TextField(blank=True)  # personal data masked before it came here

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["number"])]
        constraints = [models.UniqueConstraint(fields=["sample", "number"], name="a_text_once_in_a_sample")]

    def __str__(self) -> str:
        return f"{self.system_id} {self.day}"


class Rating(models.Model):
    """What somebody answered to one statement about one text. `actor` keeps two answers of one person apart, never shown."""

    utterance = models.ForeignKey(Utterance, on_delete=models.CASCADE, related_name="ratings")
    statement = models.CharField(max_length=16)  # stands for its wording
    answer = models.PositiveSmallIntegerField()  # 0 no, 1 partly, 2 yes
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["utterance", "statement", "actor"], name="one_answer_per_person_and_statement"
            ),
            models.CheckConstraint(condition=models.Q(answer__lte=2), name="three_points_of_a_voice_rating"),
        ]

    def __str__(self) -> str:
        return f"{self.utterance_id} {self.answer}"
