"""A room guesses. Answers are numbers without a person, a device or a time."""

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
