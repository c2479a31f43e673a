"""Teams, what living an application means, and feeds of weekly sums. Never a row about one person.

What comes in with a feed is appended. Of several feeds that say something of the same week or month the newest
that is not withdrawn *stands*; the others stay, so that a withdrawn feed leaves what was known before.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.core.inside.adoption.rungs import Part


def _one_of(kind: type) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in kind]  # type: ignore[attr-defined]


class Team(models.Model):
    """Some people who work together. `unit` is a department of the taxonomy, kept if that is renamed or merged."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    unit = models.SlugField(max_length=80)
    country = models.CharField(max_length=2, blank=True)  # ISO 3166-1
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class Size(models.Model):
    """How many people a team has from a month on. Of the same month, the newest entry counts."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="sizes")
    people = models.PositiveIntegerField()
    since = models.DateField()  # the first of a month
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["since", "id"]

    def __str__(self) -> str:
        return f"{self.team_id}: {self.people} since {self.since:%Y-%m}"


class Watched(models.Model):
    """An application whose adoption is watched; its short name is that of the technology register where it is in there."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    retired = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class Meaning(models.Model):
    """What using and living an application means from a month on. Numbers from before are never compared with later ones."""

    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="meanings")
    active = models.TextField()  # who counts as active in a week
    workflow = models.CharField(max_length=200, blank=True)
    features = models.JSONField(default=list)  # names of the required ones
    principle = models.CharField(max_length=200, blank=True)
    metadata = models.CharField(max_length=200, blank=True)
    touchpoint = models.SlugField(max_length=80, blank=True)  # where customers should notice
    facet = models.SlugField(max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)  # the first of a month; nothing = from the beginning
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.watched_id} since {self.since}"

    @property
    def parts(self) -> frozenset[Part]:
        """What living it is made of."""
        said = {
            Part.WORKFLOW: self.workflow,
            Part.FEATURES: self.features,
            Part.PRINCIPLE: self.principle,
            Part.METADATA: self.metadata,
        }
        return frozenset(part for part, words in said.items() if words)


class Live(models.Model):
    """Since when an application is live in a team. The newest that is not withdrawn counts."""

    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="lives")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="lives")
    day = models.DateField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["watched", "team"])]

    def __str__(self) -> str:
        return f"{self.watched_id} in {self.team_id} since {self.day}"


class Step(models.Model):
    """One point of the rollout: a workflow, a use case, a dashboard … Done, it is no more than installed."""

    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=160)
    done = models.DateField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Feed(models.Model):
    """One delivery of rows of one kind. `same` rows said what was known already; `small` were of too few people to keep."""

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    received = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    small = models.PositiveIntegerField(default=0)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Counted(models.Model):
    """What is counted of a team's use, as `core.inside.adoption.usage` explains; nothing = not delivered."""

    eligible = models.PositiveIntegerField()
    active = models.PositiveIntegerField()
    seats = models.PositiveIntegerField(null=True)
    started = models.PositiveIntegerField(null=True)
    completed = models.PositiveIntegerField(null=True)
    features = models.PositiveIntegerField(null=True)
    kept = models.PositiveIntegerField(null=True)
    judged = models.PositiveIntegerField(null=True)
    records = models.PositiveIntegerField(null=True)
    filled = models.PositiveIntegerField(null=True)
    asked = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True


class Week(Counted):
    """Sums of a team's use of an application in a week, by one feed; `month` is the one in which its Thursday lies."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="weeks", db_index=False)
    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+", db_index=False)
    week = models.DateField()  # its Monday
    month = models.DateField()
    stands = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["watched", "team", "week", "feed"], name="a_week_of_a_team"),
            models.Index(fields=["feed"], name="weeks_of_a_feed"),
        ]

    def __str__(self) -> str:
        return f"{self.watched_id}/{self.team_id} {self.week}"


class UsedMonth(Counted):
    """The standing weeks of a month added up. Derived: rewritten with every feed, so that no page adds up weeks."""

    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    least = models.PositiveIntegerField()  # eligible people in the week in which they were fewest
    seatable = models.PositiveIntegerField(null=True)  # eligible in those weeks of which seats are known

    class Meta:
        indexes = [models.Index(fields=["watched", "month"], name="months_of_an_application")]
        constraints = [
            models.UniqueConstraint(fields=["watched", "team", "month"], name="a_month_once_per_team")
        ]

    def __str__(self) -> str:
        return f"{self.watched_id}/{self.team_id} {self.month:%Y-%m}"


class Outcome(models.Model):
    """Of `asked` customers of a team in a month `good` agree with a statement at a touchpoint, by one feed."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="outcomes")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    touchpoint = models.SlugField(max_length=80)
    facet = models.SlugField(max_length=80)
    month = models.DateField()
    stands = models.BooleanField(default=False)
    asked = models.PositiveIntegerField()
    good = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["team", "touchpoint", "facet", "month"])]

    def __str__(self) -> str:
        return f"{self.team_id} {self.touchpoint} {self.month:%Y-%m}"
