"""A room guesses, or says which touchpoints it knows. Answers have no person, device or time."""

from __future__ import annotations

from secrets import token_urlsafe

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class GuessState(models.TextChoices):
    """First the room guesses, then reality is shown."""

    OPEN = "open", _("guessing")
    REVEALED = "revealed", _("revealed")


def new_token() -> str:
    """Short enough to type, long enough not to be found."""
    return token_urlsafe(9)


class GuessRound(models.Model):
    """One question to a room: of 100 customers at this touchpoint, how many …?"""

    touchpoint = models.SlugField(max_length=80)
    facet = models.SlugField(max_length=80)
    token = models.CharField(max_length=20, unique=True, default=new_token)
    state = models.CharField(max_length=10, choices=GuessState.choices, default=GuessState.OPEN)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    kept_as = models.CharField(max_length=12, blank=True)  # the group as whose belief the guesses were kept

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"guess {self.pk} {self.touchpoint}"


class GuessAnswer(models.Model):
    """One guess, 0–100."""

    round = models.ForeignKey(GuessRound, on_delete=models.CASCADE, related_name="answers")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(value__lte=100), name="guess_out_of_100")]

    def __str__(self) -> str:
        return str(self.value)


class KnowledgeRound(models.Model):
    """One question to a room: which of these digital touchpoints are ours? The names are those of the day it was opened."""

    real = models.JSONField()  # short names in the register
    invented = models.JSONField()  # short names of `core.gap.invented`
    token = models.CharField(max_length=20, unique=True, default=new_token)
    state = models.CharField(max_length=10, choices=GuessState.choices, default=GuessState.OPEN)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"knowledge {self.pk}"


class KnowledgeAnswer(models.Model):
    """The names one phone showed, and those ticked on it, in the order of the alphabet."""

    round = models.ForeignKey(KnowledgeRound, on_delete=models.CASCADE, related_name="answers")
    shown = models.JSONField()
    ticked = models.JSONField()

    def __str__(self) -> str:
        return f"{len(self.ticked)} of {len(self.shown)}"
