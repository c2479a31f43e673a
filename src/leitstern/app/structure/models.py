"""Units and roles, what goes from one to the other, who answers for what, and what people can do.

Units are short names: departments of the taxonomy, or units the register adds to them. They keep their short name when
they are renamed or merged. Nobody is named anywhere.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.core.inside.structure.duties import Letter, Phase, Place
from leitstern.core.inside.structure.interfaces import Side
from leitstern.core.inside.structure.leftovers import Thing
from leitstern.core.inside.structure.register import Cut


def _one_of(kind: type) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in kind]  # type: ignore[attr-defined]


class Role(models.Model):
    """What several people of a unit do. Nobody is named, and of fewer than five no number is shown."""

    name = models.CharField(max_length=120)
    unit = models.SlugField(max_length=80)
    people = models.PositiveIntegerField()
    ambassador = models.BooleanField(null=True, blank=True)  # speaks up for customers; nothing = nobody said
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "unit"], condition=models.Q(retired=None), name="a_role_once_per_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"


class Headcount(models.Model):
    """How many people held a role from a moment on. The newest by a day is that day's."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="headcounts")
    people = models.PositiveIntegerField()
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.role_id}: {self.people}"


class Unit(models.Model):
    """What the register knows of a unit beyond the taxonomy, or (with a name) a unit the taxonomy does not have.

    `size` counts its own people, without the units below. A unit that was merged says into which, and since when.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160, blank=True)  # only of units the taxonomy does not have
    parent = models.SlugField(max_length=80, blank=True)
    back_office = models.BooleanField(default=False)
    cut = models.CharField(max_length=8, choices=_one_of(Cut), blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)
    experience = models.BooleanField(default=False)
    lead = models.ForeignKey(Role, on_delete=models.SET_NULL, null=True, blank=True, related_name="leads")
    former = models.JSONField(default=list, blank=True)  # [name, last day], as it was called before
    successor = models.SlugField(max_length=80, blank=True)
    merged = models.DateField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class RoleChange(models.Model):
    """A role became another, or changed: which tasks came to it and which went."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="changes")
    before = models.ForeignKey(Role, on_delete=models.SET_NULL, null=True, blank=True, related_name="became")
    since = models.DateField()
    added = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    why = models.TextField(blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.role_id} since {self.since}"


class Interface(models.Model):
    """Something one unit hands over to another."""

    giver = models.SlugField(max_length=80)
    receiver = models.SlugField(max_length=80)
    what = models.CharField(max_length=200)
    touchpoint = models.SlugField(max_length=80, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["giver", "receiver", "what", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["giver", "receiver", "what"],
                condition=models.Q(retired=None),
                name="an_interface_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="handed_over_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.receiver}: {self.what}"


class Claim(models.Model):
    """What one side of an interface says about it, on a day. What it says later about the same aspect takes its place."""

    interface = models.ForeignKey(Interface, on_delete=models.CASCADE, related_name="claims")
    side = models.CharField(max_length=8, choices=_one_of(Side))
    defined = models.BooleanField(null=True, blank=True)
    accepted = models.BooleanField(null=True, blank=True)
    lived = models.BooleanField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    day = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.interface_id} {self.side}"


class Work(models.Model):
    """A process, what happens at a touchpoint, or a whole journey: something somebody has to answer for."""

    place = models.CharField(max_length=10, choices=_one_of(Place))
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=160, blank=True)  # only of a process
    customer = models.BooleanField(default=True)
    touchpoints = models.JSONField(default=list)  # of a process: where customers meet it
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "slug", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "slug"], condition=models.Q(retired=None), name="a_piece_of_work_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.slug}"


class Duty(models.Model):
    """A role's part in a piece of work, before or after a change. What ended stays readable."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="duties")
    phase = models.CharField(max_length=6, choices=_one_of(Phase))
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="duties")
    letter = models.CharField(max_length=1, choices=_one_of(Letter))
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "duties"
        constraints = [
            models.UniqueConstraint(
                fields=["work", "phase", "role", "letter"],
                condition=models.Q(ended=None),
                name="a_part_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_id} {self.phase} {self.role_id} {self.letter}"


class Staffing(models.Model):
    """Of a unit and a skill: how many people it needs, how many can, and the plan. The newest counts."""

    unit = models.SlugField(max_length=80)
    skill = models.CharField(max_length=80)
    needed = models.PositiveIntegerField()
    there = models.PositiveIntegerField()
    plan = models.TextField(blank=True)
    until = models.DateField(null=True, blank=True)
    open = models.PositiveIntegerField(null=True, blank=True)  # positions for it; nothing = nobody said
    asked = models.PositiveIntegerField(
        null=True, blank=True
    )  # from how many it is known; nothing = from all
    size = models.PositiveIntegerField(null=True, blank=True)  # of the unit, when this was entered
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["unit", "skill"])]

    def __str__(self) -> str:
        return f"{self.unit} {self.skill} {self.there}/{self.needed}"


class Training(models.Model):
    """How many people of a unit took part in a training of a skill. Nobody is named."""

    unit = models.SlugField(max_length=80)
    skill = models.CharField(max_length=80)
    day = models.DateField()
    people = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.unit} {self.skill} {self.day}"


class Leftover(models.Model):
    """Something that was ended: an old cost centre, a list, a tool."""

    thing = models.CharField(max_length=12, choices=_one_of(Thing))
    name = models.CharField(max_length=160)
    ended = models.DateField()
    instead = models.CharField(max_length=200, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Use(models.Model):
    """How often a unit used something in a month. The newest entry of a unit and month counts."""

    leftover = models.ForeignKey(Leftover, on_delete=models.CASCADE, related_name="uses")
    unit = models.SlugField(max_length=80)
    month = models.DateField()  # its first day
    times = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["month", "id"]

    def __str__(self) -> str:
        return f"{self.leftover_id} {self.unit} {self.month:%Y-%m}"
