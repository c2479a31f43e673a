"""Key figures and their past, who is rewarded for them, monthly values, and what was decided about conflicts.

What proves something is appended, never changed: definitions, weights, values, verdicts and rules have a newest entry
that counts, and may be withdrawn.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.core.inside.incentives.attribution import Score, Why
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part


def _one_of(kind: type) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in kind]  # type: ignore[attr-defined]


class Figure(models.Model):
    """A key figure. `unit` is a department of the taxonomy; it keeps its short name if that is renamed or merged."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    unit = models.SlugField(max_length=80)
    horizon = models.CharField(max_length=8, choices=_one_of(Horizon))
    direction = models.CharField(max_length=8, choices=_one_of(Direction))
    origin = models.CharField(max_length=12, choices=_one_of(Origin))
    giver = models.CharField(max_length=8, choices=_one_of(Giver), default=Giver.OWN.value)
    part = models.CharField(max_length=12, choices=_one_of(Part), blank=True)
    counted_in = models.CharField(max_length=40, blank=True)
    score = models.CharField(max_length=8, choices=_one_of(Score), default=Score.MEAN.value)
    receivers = models.PositiveSmallIntegerField(default=1)  # how many have to rate before something counts
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class Definition(models.Model):
    """How a figure is counted from a month on. A newer entry for the same month takes the place of the older."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="definitions")
    text = models.TextField()
    since = models.DateField(null=True, blank=True)  # the first of a month; nothing = from the beginning
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.figure_id} since {self.since}"


class Weight(models.Model):
    """What part of a role's reward hangs on a figure, from a moment on. The newest counts; 0 ends it."""

    role = models.ForeignKey("structure.Role", on_delete=models.CASCADE, related_name="weights")
    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="weights")
    percent = models.PositiveSmallIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["role", "figure"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="weight_at_most_100")
        ]

    def __str__(self) -> str:
        return f"{self.role_id} {self.figure_id} {self.percent} %"


class Lever(models.Model):
    """Something in daily work that figures push up or down: the time per contact, the depth of a check."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class Link(models.Model):
    """Somebody says that working on a figure pushes a lever up or down."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="links")
    lever = models.ForeignKey(Lever, on_delete=models.CASCADE, related_name="links")
    sign = models.SmallIntegerField()
    strength = models.CharField(max_length=8, choices=_one_of(Strength))
    basis = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(sign__in=(-1, 1)), name="up_or_down"),
            models.UniqueConstraint(
                fields=["figure", "lever"],
                condition=models.Q(withdrawn=None),
                name="one_push_per_figure_and_lever",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} {'+' if self.sign > 0 else '−'} {self.lever_id}"


class Rule(models.Model):
    """Cases with one of these reasons are taken out before a figure is scored; without a figure, of every figure."""

    name = models.CharField(max_length=160)
    why = models.CharField(max_length=10, choices=_one_of(Why))
    reasons = models.JSONField(default=list)  # as they stand in files of cases
    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, null=True, blank=True, related_name="rules")
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """One file of values or cases. Withdrawn, what was known before stands again."""

    name = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Value(models.Model):
    """What a figure was in a month, by one file. `cases` and `unheard` are known where it was scored from cases."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="values")
    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="values")
    month = models.DateField()  # its first day
    value = models.FloatField(null=True, blank=True)  # nothing where all cases were taken out
    cases = models.PositiveIntegerField(null=True, blank=True)
    unheard = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["month"]
        indexes = [models.Index(fields=["figure", "month"])]
        constraints = [
            models.UniqueConstraint(fields=["batch", "figure", "month"], name="a_month_once_per_file")
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} {self.month:%Y-%m}"


class Excluded(models.Model):
    """How many cases of a month a rule took out."""

    value = models.ForeignKey(Value, on_delete=models.CASCADE, related_name="excluded")
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="excluded")
    cases = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.value_id} {self.cases}"


class Verdict(models.Model):
    """Somebody who decides says that a conflict is one, or why it is none. The newest that is not withdrawn stands."""

    first = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="+")
    confirmed = models.BooleanField()
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["first", "second"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed=True) | ~models.Q(reason=""), name="refused_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_id}/{self.second_id} {self.confirmed}"


class Priority(models.Model):
    """Which of two figures goes first, when, who answers for it, and when it is looked at again."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="priorities")
    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="+")
    condition = models.TextField()
    owner = models.CharField(max_length=120)
    review = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.verdict_id}: {self.figure_id}"


class Target(models.Model):
    """The share of reward that is to hang on customers: of a unit's roles, or without one of all. The newest counts."""

    unit = models.SlugField(max_length=80, blank=True)
    percent = models.PositiveSmallIntegerField()
    by = models.DateField()
    owner = models.CharField(max_length=120)  # who decided it
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__gte=1, percent__lte=100), name="target_of_1_to_100"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit or 'all'} {self.percent} %"


class Boundary(models.Model):
    """What employees need not accept from customers. `rule` takes such cases out before anything is scored."""

    what = models.CharField(max_length=200)
    then = models.TextField()  # what happens when it comes to that
    decider = models.CharField(max_length=120)  # the role that decides it
    since = models.DateField()
    rule = models.ForeignKey(
        Rule, on_delete=models.SET_NULL, null=True, blank=True, related_name="boundaries"
    )
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return self.what


class BoundaryCount(models.Model):
    """How many cases of a boundary a unit had in a month. The newest entry counts; nobody is named anywhere."""

    boundary = models.ForeignKey(Boundary, on_delete=models.CASCADE, related_name="counts")
    unit = models.SlugField(max_length=80)
    month = models.DateField()  # its first day
    cases = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(cases__lte=100_000), name="cases_of_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.boundary_id} {self.unit} {self.month:%Y-%m}"
