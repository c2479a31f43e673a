"""The register of campaigns: rules, spellings, what is documented, and what really went out. Feeds as in `usage`."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.adoption.models.usage import Feed, Team


class Rules(models.Model):
    """What campaigns that go out from a month on have to say about themselves. Kept in every version."""

    fields = models.JSONField()  # [{slug, name: {en, de}, words, required, allowed}]
    since = models.DateField()  # the first of a month
    settled_from = models.DateField()  # from when on care for metadata counts as settled
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.pk} since {self.since:%Y-%m}"


class Spelling(models.Model):
    """Somebody accepted a word as another spelling of an allowed value."""

    field = models.SlugField(max_length=80)
    given = models.CharField(max_length=200)
    term = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.field}: {self.given} = {self.term}"


class Campaign(models.Model):
    """A campaign as the register says it, judged by the rules of the month in which it went out."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="campaigns")
    key = models.CharField(max_length=80)  # as the platform and the list of what went out call it
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    classified = models.DateField(null=True, blank=True)
    goes_out = models.DateField()
    month = models.DateField()
    values = models.JSONField(default=dict)  # what it says, by field
    stands = models.BooleanField(default=False)
    complete = models.BooleanField(default=False)
    sound = models.BooleanField(default=False)
    kept = models.BooleanField(default=False)  # classified before it went out

    class Meta:
        indexes = [
            models.Index(fields=["key"]),
            models.Index(fields=["stands", "month", "team"], name="campaigns_of_a_month"),
        ]

    def __str__(self) -> str:
        return self.key


class Sent(models.Model):
    """A campaign that really went out, by a list that does not come from the register."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="sent")
    key = models.CharField(max_length=80)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    month = models.DateField()
    stands = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["key"]),
            models.Index(fields=["stands", "month", "team"], name="sent_of_a_month"),
        ]

    def __str__(self) -> str:
        return self.key
