"""Acts, meetings and hours of leaders in office, votes as counts, and decisions with what lay on the table.

Nothing here is about a person: acts and hours belong to a board area, votes are counts. What proves something is
appended or withdrawn, never changed.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Batch(models.Model):
    """One file of acts or meetings. Withdrawn, what it brought counts no longer."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Act(models.Model):
    """An accompanying act of a board area, in office; `area` is a department of the taxonomy, by its short name then."""

    day = models.DateField()
    kind = models.CharField(max_length=12)
    area = models.SlugField(max_length=80)
    place = models.CharField(max_length=160, blank=True)  # short name of a department, or words
    said = models.CharField(max_length=300)
    seen = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    done = models.DateField(null=True, blank=True)  # the day what follows was done
    duty = models.CharField(max_length=12, blank=True)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, null=True, blank=True, related_name="acts")
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        indexes = [models.Index(fields=["day"])]

    def __str__(self) -> str:
        return self.said


class Meeting(models.Model):
    """The agenda of a meeting: all of its minutes, those on customers, what was decided, what lay on the table."""

    circle = models.CharField(max_length=12)
    day = models.DateField()
    minutes = models.PositiveIntegerField()
    customers = models.PositiveIntegerField()
    decided = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, null=True, blank=True, related_name="meetings")
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes__gte=1) & models.Q(customers__lte=models.F("minutes")),
                name="customers_within_minutes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.circle} {self.day}"


class Capacity(models.Model):
    """Hours a month and visits a quarter that a board area declared from a moment on. The newest counts."""

    area = models.SlugField(max_length=80)
    hours = models.FloatField()
    visits = models.PositiveSmallIntegerField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "capacities"

    def __str__(self) -> str:
        return f"{self.area} {self.hours}"


class Commitment(models.Model):
    """What takes hours of a board area: planned change or a running duty."""

    area = models.SlugField(max_length=80)
    title = models.CharField(max_length=200)
    hours = models.FloatField()
    work = models.CharField(max_length=8)
    droppable = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Vote(models.Model):
    """A secret vote of leaders, as counts only: how many gave each thing each point or rank. Never who."""

    question = models.CharField(max_length=300)
    form = models.CharField(max_length=8)
    day = models.DateField()
    things = models.JSONField()  # [{"name": …, "counts": […]}]
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return self.question


class Decision(models.Model):
    """A question, and what was decided. Once decided its words stand; it can be reversed with a reason, or withdrawn."""

    question = models.CharField(max_length=300)
    circle = models.CharField(max_length=12)
    unit = models.SlugField(max_length=80, blank=True)
    office = models.CharField(max_length=120, blank=True)  # who decides, in office
    asked = models.DateField()
    deadline = models.DateField(null=True, blank=True)
    insight = models.DateField(null=True, blank=True)  # since when one knew
    options = models.JSONField(default=list)  # besides doing nothing
    origin = models.CharField(max_length=80, blank=True)  # what opened it, if not a person
    address = models.CharField(max_length=300, blank=True)  # the page that it came from
    day = models.DateField(null=True, blank=True)  # when it was decided
    decided = models.TextField(blank=True)
    nothing = models.BooleanField(default=False)
    reason = models.TextField(blank=True)  # why no customer evidence lay on the table
    changed = models.BooleanField(null=True)  # by customers
    otherwise = models.TextField(blank=True)
    favour = models.CharField(max_length=8, blank=True)
    review = models.DateField(null=True, blank=True)
    reversed_on = models.DateField(null=True, blank=True)
    reversed_why = models.TextField(blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reversed_on=None) | ~models.Q(reversed_why=""),
                name="reversed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(changed=True) | ~models.Q(otherwise=""), name="changed_from_something"
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Proof(models.Model):
    """What lay on the table, frozen as it was then. Numbers where there are any; a customer's name never."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=8)
    touchpoint = models.SlugField(max_length=80, blank=True)
    facet = models.SlugField(max_length=80, blank=True)
    reference = models.CharField(max_length=80, blank=True)  # number or short name of a measure, wave, figure
    said_de = models.TextField()
    said_en = models.TextField()
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    as_of = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.kind}"


class Review(models.Model):
    """Somebody looked again what came of a decision, and when to look next."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="reviews")
    day = models.DateField()
    found = models.TextField()
    next = models.DateField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.day}"
