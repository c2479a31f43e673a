"""The inventory as it was entered, word for word and never overwritten; what people say of it, and what was decided."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.ratings import Question, View
from leitstern.core.inside.stack.terms import Kind


def _one_of(kind: type) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in kind]  # type: ignore[attr-defined]


class Item(models.Model):
    """An application, capability, data object or integration. Never deleted: what is gone gets a day."""

    kind = models.CharField(max_length=12, choices=_one_of(Kind))
    slug = models.SlugField(max_length=200)
    content = models.JSONField()  # as core.inside.stack.inventory has it; what it refers to by short name
    gone = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["kind", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="a_thing_once_in_the_inventory")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class Import(models.Model):
    """One file: what it says, shown before it is kept. Withdrawn, what was there before stands again."""

    name = models.CharField(max_length=200)
    origin = models.CharField(max_length=12)  # which kind of file it was
    things = models.JSONField()  # [[kind, short name, the fields given, whether it is gone]], or ratings
    columns = models.JSONField(default=list)  # [[what the file calls it, our name in English, in German]]
    kinds = models.JSONField(default=list)  # of which it lists everything: what it leaves out is gone
    kept = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """How a thing stood from a moment on. The newest is how it stands now."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="editions")
    content = models.JSONField()
    gone = models.BooleanField(default=False)
    brought = models.ForeignKey(
        Import, on_delete=models.PROTECT, null=True, blank=True, related_name="editions"
    )
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.created:%Y-%m-%d}"


class Rating(models.Model):
    """How many said what about an application, 1 to 5: aggregates only, of users never fewer than five."""

    application = models.SlugField(max_length=80)
    question = models.CharField(max_length=10, choices=_one_of(Question))
    view = models.CharField(max_length=12, choices=_one_of(View))
    unit = models.SlugField(max_length=80, blank=True)  # where the users work; blank = nobody said
    counts = models.JSONField()  # how many chose 1, 2, 3, 4, 5
    day = models.DateField()
    source = models.CharField(max_length=200, blank=True)
    brought = models.ForeignKey(
        Import, on_delete=models.PROTECT, null=True, blank=True, related_name="ratings"
    )
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        indexes = [models.Index(fields=["application", "question"])]

    def __str__(self) -> str:
        return f"{self.application} {self.question} {self.view}"


class Decision(models.Model):
    """What was decided about an application or a capability, and what the rule said then. Never changed, only withdrawn."""

    kind = models.CharField(max_length=12, choices=_one_of(Kind))
    slug = models.SlugField(max_length=80)
    option = models.CharField(max_length=12, choices=_one_of(Option))
    reason = models.TextField()
    exception_by = models.CharField(max_length=120, blank=True)  # who answers for replacing it
    advised = models.CharField(max_length=12, choices=_one_of(Option))  # by the rule, on that day
    reasons = models.JSONField(default=list)  # of the rule: [{en, de}]
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["kind", "slug"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(option="replace") | ~models.Q(exception_by=""),
                name="replacing_is_an_exception_by_a_named_person",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="decided_with_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}: {self.option}"
