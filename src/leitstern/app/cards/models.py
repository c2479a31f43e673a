"""Cards, what they rest on as it was when it was linked, and how somebody ruled on them. Nothing is deleted."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Card(models.Model):
    """One piece of customer knowledge in a sentence. Once confirmed its words stand; `changed` is when they, or sources, did."""

    sentence = models.CharField(max_length=300)
    until = models.DateField()
    changed = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.sentence


class Wording(models.Model):
    """What a card said before, and until when it was to be valid."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="wordings")
    sentence = models.CharField(max_length=300)
    until = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.sentence


class Source(models.Model):
    """What a card rests on, frozen as it was when it was linked. `reference` finds it again."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=8)  # a value of `core.bridge.cards.terms.Kind`
    reference = models.CharField(max_length=1000)
    said_de = models.TextField()
    said_en = models.TextField()
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    as_of = models.DateField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.card_id} {self.kind}"


class Ruling(models.Model):
    """Somebody who decides confirmed a card, or sent it back with a reason. The newest counts."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="rulings")
    confirmed = models.BooleanField()
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed=True) | ~models.Q(reason=""),
                name="a_card_sent_back_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.card_id} {self.confirmed}"
