"""Monthly counts of work: how often a principle was kept, how often something that ended was used."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.practice.models.principles import Principle
from leitstern.app.practice.models.stopping import StopItem


class Batch(models.Model):
    """Counts that came together. Withdrawn, what was known before stands again."""

    name = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Count(models.Model):
    """How often a principle was kept, of how many cases, in a month. Counts of work, never of people."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="counts")
    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, related_name="counts")
    unit = models.SlugField(max_length=80, blank=True)  # nothing: the whole company
    month = models.DateField()  # its first day
    kept = models.PositiveIntegerField()
    cases = models.PositiveIntegerField()

    class Meta:
        ordering = ["month", "id"]
        indexes = [models.Index(fields=["principle", "month"])]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "principle", "unit", "month"], name="a_count_once_per_batch"
            ),
            models.CheckConstraint(condition=models.Q(kept__lte=models.F("cases")), name="kept_of_cases"),
        ]

    def __str__(self) -> str:
        return f"{self.principle_id} {self.unit} {self.month:%Y-%m}"


class Use(models.Model):
    """How often something on the stop list was used in a month. Nobody is named."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uses")
    item = models.ForeignKey(StopItem, on_delete=models.CASCADE, related_name="uses")
    unit = models.SlugField(max_length=80, blank=True)
    month = models.DateField()
    uses = models.PositiveIntegerField()

    class Meta:
        ordering = ["month", "id"]
        indexes = [models.Index(fields=["item", "month"])]
        constraints = [
            models.UniqueConstraint(fields=["batch", "item", "unit", "month"], name="a_use_once_per_batch")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.unit} {self.month:%Y-%m}"
