"""Goals and initiatives as they stand, what was frozen when they were approved, and every wording they ever had."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

SIGNED = models.Q(sign__in=(-1, 1))


class Holder(models.Model):
    """Somebody who answers for something, by name or role. Never deleted: whoever leaves gets a day."""

    name = models.CharField(max_length=120, unique=True)
    board = models.BooleanField(default=False)
    left = models.DateField(null=True, blank=True)  # the first day they no longer answer

    class Meta:
        ordering = ["-board", "name"]

    def __str__(self) -> str:
        return self.name


class Goal(models.Model):
    """What the company wants to reach for its customers; goals may serve other goals."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    metric = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.FloatField(null=True, blank=True)
    target = models.FloatField(null=True, blank=True)
    target_day = models.DateField(null=True, blank=True)
    cadence = models.CharField(max_length=12, blank=True)
    horizon = models.CharField(max_length=2, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    accountable = models.ManyToManyField(Holder, related_name="goals", blank=True)
    link = models.URLField(max_length=500, blank=True)  # where the strategy says so
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["horizon", "id"]

    def __str__(self) -> str:
        return self.title


class Reading(models.Model):
    """Where a goal stood on a day, and what was measured then: a definition that changes later makes it no worse."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="readings")
    day = models.DateField()
    metric = models.CharField(max_length=200)
    value = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    n = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.day} {self.value}"


class Initiative(models.Model):
    """Work under way or planned. Departments, touchpoints, journeys and personas by the short names they had then."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    aim = models.CharField(max_length=12)
    origin = models.CharField(max_length=12, blank=True)
    ai_mode = models.CharField(max_length=12, blank=True)
    ai_purpose = models.CharField(max_length=12, blank=True)
    customer_outcome = models.CharField(max_length=12, blank=True)
    personalises = models.BooleanField(default=False)
    persona = models.SlugField(max_length=80, blank=True)
    horizon = models.CharField(max_length=2, blank=True)
    units = models.JSONField(default=list)  # the first one leads
    touchpoints = models.JSONField(default=list)
    journeys = models.JSONField(default=list)
    data_objects = models.JSONField(default=list)
    roles = models.JSONField(default=list)  # whose work changes
    work_change = models.TextField(blank=True)
    budget = models.BigIntegerField(null=True, blank=True)  # minor units
    currency = models.CharField(max_length=3, blank=True)
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="owned")
    sponsor = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="sponsored")
    begins = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    expects_metric = models.CharField(max_length=200, blank=True)
    expects_baseline = models.FloatField(null=True, blank=True)
    expects_value = models.FloatField(null=True, blank=True)
    expects_unit = models.CharField(max_length=40, blank=True)
    expects_by = models.DateField(null=True, blank=True)
    expects_who = models.CharField(max_length=120, blank=True)
    expects_claim = models.CharField(max_length=80, blank=True)  # published figure it rests on
    needs = models.ManyToManyField("self", symmetrical=False, related_name="needed_by", blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(budget=None) | ~models.Q(currency=""), name="money_has_a_currency"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Path(models.Model):
    """One way from the customer's outcome to people, processes and technology, in this order."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="paths")
    outcome = models.TextField(blank=True)
    activity = models.TextField(blank=True)
    capability = models.CharField(max_length=200, blank=True)
    people = models.TextField(blank=True)
    process = models.TextField(blank=True)
    technology = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.capability


class Contribution(models.Model):
    """For or against a goal, slightly (1) to strongly (3)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="contributions")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="contributions")
    sign = models.SmallIntegerField()
    weight = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["goal_id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "goal"], name="contributes_once"),
            models.CheckConstraint(condition=SIGNED & models.Q(weight__range=(1, 3)), name="signed_weight"),
        ]

    def __str__(self) -> str:
        return f"{self.sign * self.weight:+d} {self.goal_id}"


class PeopleMeasure(models.Model):
    """What is done for those who will work with it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="people_measures")
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class ProjectMilestone(models.Model):
    """Something reached on the way, about people or about systems."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    due = models.DateField(null=True, blank=True)
    reached = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.title


class Approval(models.Model):
    """Somebody approved an initiative as it stood then, its expectation included. Never changed, only withdrawn."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="approvals")
    content = models.JSONField()  # the initiative, word for word
    obstacles = models.JSONField(default=list)  # what stood against it: {code, en, de}
    exception_by = models.CharField(max_length=120, blank=True)
    exception_reason = models.TextField(blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exception_by="", exception_reason="")
                | ~models.Q(exception_by="") & ~models.Q(exception_reason=""),
                name="exception_by_a_named_person_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"approval of {self.initiative_id}"


class Turn(models.Model):
    """From a day on an initiative runs, is stopped, ended, or part of daily work. Never changed; the newest counts."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="turns")
    stage = models.CharField(max_length=8)  # a value of `core.bridge.portfolio.stage.Stage`
    day = models.DateField()
    words = models.TextField(blank=True)  # what was learned
    who = models.CharField(max_length=120, blank=True)  # who carries it on
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.stage} {self.day}"


class Result(models.Model):
    """What came of it, in the metric that was expected."""

    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="results")
    day = models.DateField()
    value = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    n = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.day} {self.value}"


class VendorPromise(models.Model):
    """What a vendor promised when it was bought. Its words never change; it can be withdrawn."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="vendor_promises")
    vendor = models.CharField(max_length=120)
    capability = models.CharField(max_length=200)
    metric = models.CharField(max_length=200)
    level = models.CharField(max_length=120)  # what was promised of the metric, in the vendor's words
    due = models.DateField()
    source = models.CharField(max_length=200, blank=True)  # where it stands
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return f"{self.vendor}: {self.capability}"


class Judgement(models.Model):
    """Somebody looked whether a vendor kept a promise; the newest one counts, all stay."""

    promise = models.ForeignKey(VendorPromise, on_delete=models.CASCADE, related_name="judgements")
    kept = models.BooleanField()
    measured = models.CharField(max_length=200)  # what was found, with n and interval where there are any
    day = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.kept}"


class Edition(models.Model):
    """A goal or an initiative, word for word, as it was kept once."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, related_name="editions")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, null=True, related_name="editions")
    content = models.JSONField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.goal_id or self.initiative_id} {self.created:%Y-%m-%d}"
