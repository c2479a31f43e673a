"""Looking back together: what was seen, what was agreed on, and what became of it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.portfolio.models import Holder
from leitstern.app.practice.models.choices import one_of
from leitstern.core.bridge.practice.retrospectives import Became


class Retrospective(models.Model):
    """A department, or the whole company, looked back on a day."""

    title = models.CharField(max_length=200)
    unit = models.SlugField(max_length=80, blank=True)  # blank = the whole company
    day = models.DateField()
    occasion = models.CharField(max_length=200, blank=True)  # after what, if after anything
    seen = models.TextField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return self.title


class Agreement(models.Model):
    """Something to be done, by somebody, until a day. Its words never change; what happens to it is news."""

    retrospective = models.ForeignKey(Retrospective, on_delete=models.CASCADE, related_name="agreements")
    what = models.CharField(max_length=200)
    owner = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="agreements")
    due = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.what


class News(models.Model):
    """What became of an agreement: done, dropped, put off or handed on. Never changed, only taken back."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="news")
    how = models.CharField(max_length=10, choices=one_of(Became))
    day = models.DateField()
    words = models.TextField()
    until = models.DateField(null=True, blank=True)  # where it was put off
    owner = models.ForeignKey(
        Holder, on_delete=models.PROTECT, null=True, blank=True, related_name="taken_on"
    )
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "news"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(how=Became.POSTPONED.value) | models.Q(until__isnull=False),
                name="put_off_to_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(how=Became.HANDED_ON.value) | models.Q(owner__isnull=False),
                name="handed_on_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.how} {self.day}"
