"""A programme: what happened to its steps, its hurdles, its tasks and capacities, every plan and every scenario.

What proves something is appended or withdrawn, never changed. `day` is when something was so, `created` when it was
entered: an earlier month is shown by `day`.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder, Initiative

STEP = models.Q(step__range=(1, 7))


class Programme(models.Model):
    """The way to a Star. At most one runs at a time; earlier ones stay readable."""

    title = models.CharField(max_length=120)
    began = models.DateField()
    route = models.CharField(max_length=4, default="C")
    exception_by = models.CharField(max_length=120, blank=True)  # who chose the direct way B
    exception_reason = models.TextField(blank=True)
    tripwires = models.JSONField(default=list)  # what would end the exception, in words
    baseline_day = models.DateField(
        null=True, blank=True
    )  # of a survey before Leitstern; waves count by themselves
    baseline_n = models.PositiveIntegerField(null=True, blank=True)
    baseline_source = models.CharField(max_length=200, blank=True)
    ended = models.DateField(null=True, blank=True)
    end_reason = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-began", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(route="B") | ~models.Q(exception_by="") & ~models.Q(exception_reason=""),
                name="direct_way_by_a_named_person_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Expectation(models.Model):
    """Who expected what when it began; read again at each gate, never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="expectations")
    who = models.CharField(max_length=120)
    what = models.TextField()
    day = models.DateField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return f"{self.who}: {self.what}"


class StepMove(models.Model):
    """Something that happened to a step: opened, claimed, reviewed, skipped, an alarm, its answer. Never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="moves")
    step = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)  # a value of `core.bridge.programme.gates.MoveKind`
    day = models.DateField()
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    who = models.CharField(max_length=120, blank=True)  # who owes it, decided, or reviewed
    address = models.CharField(max_length=200, blank=True)  # where an alarm came from
    holds = models.CharField(
        max_length=8, blank=True
    )  # whether the expectation still holds, read at this gate
    read = models.TextField(blank=True)  # what was said of it
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=STEP, name="moves_of_one_of_seven_steps"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=("skip", "clear")) | ~models.Q(words=""),
                name="skipped_and_answered_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.kind} {self.day}"


class StepProof(models.Model):
    """Something that shows how far a step is."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="proofs")
    step = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)  # a value of `core.inside.instrument.EvidenceType`
    title = models.CharField(max_length=200)
    day = models.DateField()  # of the fact it shows
    brought = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.CheckConstraint(condition=STEP, name="proofs_of_one_of_seven_steps")]

    def __str__(self) -> str:
        return self.title


class Hurdle(models.Model):
    """Something that stands in the way, as it is now; as it was, its editions tell."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="hurdles")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    unit = models.SlugField(max_length=80, blank=True)
    since = models.DateField()
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="hurdles")
    measure = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    effect = models.TextField(blank=True)
    cleared = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["since", "id"]

    def __str__(self) -> str:
        return self.title


class HurdleEdition(models.Model):
    """A hurdle, word for word, as it stood from a day on."""

    hurdle = models.ForeignKey(Hurdle, on_delete=models.CASCADE, related_name="editions")
    day = models.DateField()
    content = models.JSONField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.hurdle_id} {self.day}"


class Task(models.Model):
    """One task of the roadmap. Demands are per month while it runs; money in minor units."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=200)
    side = models.CharField(max_length=12)
    low = models.FloatField()  # months
    mode = models.FloatField()
    high = models.FloatField()
    source = models.CharField(max_length=200)  # who said how long it takes
    origin = models.CharField(max_length=80, blank=True)  # `step:3` or `dimension:k1`
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    unit = models.SlugField(max_length=80, blank=True)
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="tasks")
    carries_gate = models.BooleanField(default=False)
    earliest = models.DateField(null=True, blank=True)
    leaders = models.FloatField(default=0)
    people = models.FloatField(default=0)
    it = models.FloatField(default=0)
    money = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, blank=True)
    needs = models.ManyToManyField("self", symmetrical=False, related_name="needed_by", blank=True)
    entered = models.DateField()
    began = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    why_withdrawn = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(low__gt=0, low__lte=models.F("mode"), mode__lte=models.F("high")),
                name="at_least_likely_at_most",
            ),
            models.CheckConstraint(
                condition=models.Q(money=0) | ~models.Q(currency=""), name="monthly_money_has_a_currency"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Capacity(models.Model):
    """How much of something scarce there is a month, from a day on. The newest counts; earlier ones stay."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="capacities")
    supply = models.CharField(max_length=8)
    of = models.SlugField(max_length=80, blank=True)  # a department or a currency
    amount = models.FloatField(null=True)  # None: no longer limited
    day = models.DateField()
    source = models.CharField(max_length=200, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount=None) | models.Q(amount__gte=0), name="capacity_from_zero"
            )
        ]

    def __str__(self) -> str:
        return f"{self.supply} {self.of} {self.amount}"


class Plan(models.Model):
    """A roadmap and its forecast, as they were on a day. Never changed, never deleted."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plans")
    day = models.DateField()
    roadmap = models.JSONField()
    forecast = models.JSONField()
    seed = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"plan of {self.day}"


class Scenario(models.Model):
    """What if: kept under a name, to be compared with every plan to come."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="scenarios")
    title = models.CharField(max_length=120)
    change = models.JSONField()
    day = models.DateField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Comparison(models.Model):
    """What a scenario leads to beside a plan, in the same possible worlds."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="comparisons")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comparisons")
    forecast = models.JSONField(null=True)  # None: it never ends, or cannot be planned
    difference = models.JSONField(null=True)
    problem = models.JSONField(null=True)  # {en, de}
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["scenario_id"]
        constraints = [models.UniqueConstraint(fields=["scenario", "plan"], name="compared_once_per_plan")]

    def __str__(self) -> str:
        return f"{self.scenario_id} beside {self.plan_id}"


class Bet(models.Model):
    """Somebody decided to wait, to hold, or to take an exception, as a bet. `programme` is set where its route is bet on."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, null=True, related_name="bets")
    kind = models.CharField(max_length=10)  # a value of `core.bridge.programme.bet.BetKind`
    who = models.CharField(max_length=120)
    reason = models.TextField()
    day = models.DateField()
    review = models.DateField()
    ended = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class Tripwire(models.Model):
    """What calls a bet in; without a `bound` whoever reads it says whether it is crossed. Never changed."""

    bet = models.ForeignKey(Bet, on_delete=models.CASCADE, related_name="wires")
    kind = models.CharField(max_length=8, default="own")
    what = models.CharField(max_length=300)
    bound = models.FloatField(null=True, blank=True)
    side = models.CharField(max_length=5, default="below")
    unit = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=200, blank=True)
    reader = models.CharField(max_length=120, blank=True)  # who reads it
    every = models.PositiveSmallIntegerField(default=92)  # days a reading stays fresh
    decision = models.ForeignKey("leadership.Decision", models.SET_NULL, null=True, related_name="+")
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.what


class WireReading(models.Model):
    """What a tripwire showed on a day. Never changed; a wrong one is withdrawn."""

    wire = models.ForeignKey(Tripwire, on_delete=models.CASCADE, related_name="readings")
    day = models.DateField()
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    crossed = models.BooleanField()
    source = models.CharField(max_length=200)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.wire_id} {self.day}"
