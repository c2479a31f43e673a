"""What people inside believe, and what they are asked with. Answers carry a group, never a person."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.core.errors import Conflict
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS
from leitstern.core.texts import Text

LINE = 300  # characters


class Group(models.TextChoices):
    """Views are kept apart."""

    EXECUTIVES = "executives", _("Executives")
    MANAGERS = "managers", _("Managers")
    STAFF = "staff", _("Staff")


class BeliefCollection(models.Model):
    """One way guesses came in: an uploaded sheet, or a room that guessed."""

    name = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Belief(models.Model):
    """One anonymous guess: of 100 customers at this touchpoint, how many agree with the statement?"""

    collection = models.ForeignKey(BeliefCollection, on_delete=models.CASCADE, related_name="beliefs")
    touchpoint = models.SlugField(max_length=80)
    facet = models.SlugField(max_length=80)
    group = models.CharField(max_length=12, choices=Group.choices)
    guess = models.FloatField()  # 0–100
    seen_data = models.BooleanField(null=True)  # whether they had seen customer data for it in the last year
    release = models.BigIntegerField(
        null=True
    )  # guesses that came out together have the same; null = it waits
    shown_before = models.BooleanField(default=False)  # waits again, after a release that did not stay whole

    class Meta:
        indexes = [models.Index(fields=["touchpoint", "facet"])]

    def __str__(self) -> str:
        return f"{self.touchpoint} {self.facet} {self.group} {self.guess:.0f}"


class InstrumentVersion(models.Model):
    """One version of an instrument, as the file it came in. It never changes: a change is a new version.

    What refers to it protects it, so that a version that was used cannot be taken out either.
    """

    slug = models.SlugField(max_length=63)
    version = models.PositiveIntegerField()
    content = models.TextField()  # YAML, as `collect.instrument_file` writes it
    digest = models.CharField(max_length=64)  # SHA-256 of the content
    shipped = models.BooleanField(default=False)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    chosen = models.DateTimeField(null=True)  # since when it is the one that is asked

    class Meta:
        ordering = ["-shipped", "slug", "-version"]
        constraints = [models.UniqueConstraint(fields=["slug", "version"], name="one_content_per_version")]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it once; afterwards only whether it is chosen may change. Raises Conflict."""
        if self._state.adding:
            self.digest = digest_of(self.content)
        elif set(kwargs.get("update_fields") or ["content"]) - {"chosen"}:
            raise Conflict(UNCHANGEABLE)
        super().save(*args, **kwargs)


class Agreement(models.Model):
    """What employer and works council agreed on. It never changes: another agreement is another row, the newest counts."""

    title = models.CharField(max_length=LINE)
    agreed_on = models.DateField()
    parties = models.CharField(max_length=LINE)
    fewest = models.PositiveSmallIntegerField(default=FEWEST)  # people, for results of waves
    fewest_comments = models.PositiveSmallIntegerField(default=FEWEST_COMMENTS)
    keep_days = models.PositiveSmallIntegerField(null=True)  # single answers, after a wave was published
    legal_basis = models.CharField(max_length=LINE, blank=True)
    impact_assessed = models.DateField(null=True)
    works_council = models.CharField(max_length=LINE, blank=True)  # whom to ask
    data_protection = models.CharField(max_length=LINE, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fewest__gte=FEWEST, fewest_comments__gte=FEWEST_COMMENTS),
                name="agreed_thresholds",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.agreed_on})"


def digest_of(content: str) -> str:
    """What tells whether a stored instrument is still what was brought in."""
    return sha256(content.encode()).hexdigest()


UNCHANGEABLE = Text(
    en="A version of an instrument never changes. Nothing was stored; bring the change in as a new version.",
    de="Die Fassung eines Instruments ändert sich nie. Es wurde nichts gespeichert; bringen Sie die Änderung bitte "
    "als neue Version ein.",
)
