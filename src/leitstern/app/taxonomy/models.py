"""What was decided about values without a term, and departments that map the same words. The terms are in the versions."""

from __future__ import annotations

from secrets import token_urlsafe

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.company.models import TaxonomyVersion


class Outcome(models.TextChoices):
    """What a value without a term was decided to be."""

    SYNONYM = "synonym", _("another word for a term")
    NEW = "new", _("a new term")
    LEFT_OUT = "left_out", _("left out")


class Decision(models.Model):
    """A value of files that no term stood for, and what was decided. Withdrawn, it waits again."""

    kind = models.CharField(max_length=12)
    value = models.TextField()  # as it stood in the files
    spelling = models.CharField(max_length=300)  # what tells it from others: case and blanks do not
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    term = models.SlugField(max_length=63, blank=True)
    reason = models.TextField(blank=True)
    version = models.ForeignKey(  # that it led to
        TaxonomyVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "spelling"],
                condition=models.Q(withdrawn=None),
                name="one_standing_decision_per_value",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}: {self.outcome}"


def new_token() -> str:
    """Short enough to type, long enough not to be found."""
    return token_urlsafe(12)


class AgreementCheck(models.Model):
    """The same words, mapped by several departments. Words and choices are those of the day it was opened."""

    asked = models.CharField(max_length=12)  # core.company.agreeing.Asked
    words = models.JSONField()
    choices = models.JSONField()  # [short name, English name, German name]
    known = models.JSONField()  # what the taxonomy itself says, by word
    seed = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True, blank=True)  # from then on the result is seen
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"agreement check {self.pk}"


class Seat(models.Model):
    """A department's part in a check: its link, and what it said. Who sat there is never stored."""

    check_run = models.ForeignKey(AgreementCheck, on_delete=models.CASCADE, related_name="seats")
    unit = models.SlugField(max_length=200)
    token = models.CharField(max_length=24, unique=True, default=new_token)
    answers = models.JSONField(default=dict)  # short name of the choice, by word
    answered = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["check_run", "unit"], name="a_department_once_in_a_check")
        ]

    def __str__(self) -> str:
        return f"{self.unit} in {self.check_run_id}"
