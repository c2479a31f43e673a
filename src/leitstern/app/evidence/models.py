"""What is claimed about where we stand, what proves it, who examined it, and what outsiders see."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.inside.models import InstrumentVersion

LEVEL = models.Q(level__range=(0, 4))


class Claim(models.Model):
    """Somebody says at which level a unit stands in a dimension. Never changed: a newer claim takes its place."""

    dimension = models.SlugField(max_length=80)
    unit = models.SlugField(max_length=80, blank=True)  # a department of the taxonomy; nothing = the whole
    level = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)  # what can be seen
    instrument = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="claims")
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["dimension", "unit"])]
        constraints = [models.CheckConstraint(condition=LEVEL, name="claimed_level_0_to_4")]

    def __str__(self) -> str:
        return f"{self.dimension} {self.unit} level {self.level}"


class Proof(models.Model):
    """Something that shows how a unit does in a dimension; it counts for whatever is claimed there, now or later."""

    dimension = models.SlugField(max_length=80)
    unit = models.SlugField(max_length=80, blank=True)
    kind = models.CharField(max_length=20)  # a value of `core.inside.instrument.EvidenceType`
    title = models.CharField(max_length=200)
    day = models.DateField()  # of the fact it shows, not of handing it in
    note = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)  # while it is, it counts for nothing

    class Meta:
        ordering = ["-day", "-id"]
        indexes = [models.Index(fields=["dimension", "unit"])]

    def __str__(self) -> str:
        return self.title


class Attachment(models.Model):
    """The file of a proof. Its bytes lie in the home under a random name that says nothing."""

    proof = models.OneToOneField(Proof, on_delete=models.CASCADE, related_name="attachment")
    token = models.CharField(max_length=40, unique=True)
    name = models.CharField(
        max_length=200
    )  # as it is offered for download; its ending is that of its content
    ending = models.CharField(max_length=8)  # of `collect.proof_file.ALLOWED`
    size = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.name


class Review(models.Model):
    """Somebody other than the claimant says which level a claim is worth, or refuses it with a reason."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="reviews")
    level = models.PositiveSmallIntegerField(null=True, blank=True)  # nothing = refused
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(  # a missing level alone would be neither true nor false, and pass
                condition=models.Q(level__isnull=False) & LEVEL
                | models.Q(level__isnull=True) & ~models.Q(reason=""),
                name="credited_or_refused",
            )
        ]

    def __str__(self) -> str:
        return f"review of {self.claim_id}: {self.level}"


class Assessment(models.Model):
    """One independent person went through the dimensions and said what they see."""

    assessor = models.CharField(max_length=120)  # a name or firm, in the organisation's own words
    instrument = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="assessments")
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.assessor} {self.created:%Y-%m-%d}"


class IndependentRating(models.Model):
    """What one independent person sees in one dimension of the whole organisation."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="ratings")
    dimension = models.SlugField(max_length=80)
    level = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "dimension"], name="rated_once_per_assessment"),
            models.CheckConstraint(condition=LEVEL, name="independent_level_0_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.dimension} {self.level}"
