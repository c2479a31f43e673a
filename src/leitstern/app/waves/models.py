"""A wave, who is invited, and what came back. Nothing leads from an answer to a person.

Answers, comments, drafts and used tokens carry no time and no order: their ids are random, and SQLite keeps rows in
the order of their ids. Invitations and tokens share no key; only the installation's secret leads from one to the
other, and only until the wave is closed.
"""

from __future__ import annotations

from secrets import randbits, token_bytes

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.posting import Posted
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.inside.models import Group, InstrumentVersion
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS

KEEP_DAYS = 730  # single answers, after a wave was published; results stay


def random_id() -> int:
    """An id that says nothing about when a row came."""
    return randbits(62)


def salt() -> bytes:
    """What a token is made from, together with the installation's secret."""
    return token_bytes(16)


class WaveState(models.TextChoices):
    """A wave goes through these in order, and never back."""

    DRAFT = "draft", _("in preparation")
    RUNNING = "running", _("running")
    CLOSED = "closed", _("closed")
    PUBLISHING = "publishing", _("being published")
    PUBLISHED = "published", _("published")


class Wave(models.Model):
    """One survey of the staff. From its launch on only its state and dates change."""

    name = models.CharField(max_length=120)
    instrument = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="waves")
    taxonomy = models.ForeignKey(TaxonomyVersion, on_delete=models.PROTECT, related_name="waves")
    state = models.CharField(max_length=10, choices=WaveState.choices, default=WaveState.DRAFT)
    closes = models.DateField()  # the last day on which answers are taken
    fewest = models.PositiveSmallIntegerField(default=FEWEST)  # people, for results
    fewest_comments = models.PositiveSmallIntegerField(default=FEWEST_COMMENTS)
    address = models.URLField(blank=True)  # where the links in letters lead
    keep_days = models.PositiveSmallIntegerField(default=KEEP_DAYS)  # single answers, once it is published
    places = models.JSONField(
        default=list
    )  # from the launch on: [level, unit, invited, cohort]; see `rosters`
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    launched = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    published = models.DateTimeField(null=True)
    forgotten = models.DateTimeField(null=True)  # when single answers and comments were deleted

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fewest__gte=FEWEST, fewest_comments__gte=FEWEST_COMMENTS),
                name="wave_thresholds",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Invited(models.Model):
    """Somebody on the roster. Gone, with their address, when the wave is closed."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="roster")
    unit = models.SlugField(max_length=80, blank=True)
    level = models.CharField(max_length=12, choices=Group.choices)
    address = models.EmailField(blank=True)  # none: on paper
    salt = models.BinaryField(max_length=16, default=salt)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "address"], condition=~models.Q(address=""), name="invited_once"
            )
        ]

    def __str__(self) -> str:
        return f"invited {self.pk}"


class Token(models.Model):
    """The right to answer once. Only its hash is kept, and in which group the answer counts."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    unit = models.SlugField(max_length=80, blank=True)
    level = models.CharField(max_length=12, choices=Group.choices)
    used = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"token {self.pk}"


class Fingerprint(models.Model):
    """By what a later roster is compared: a keyed hash of a person who was asked, or of everybody of a place together.

    It says neither where somebody was asked nor whether they answered, and leads to nobody without the installation's
    secret and an address to try. See `keeping` for when they are gone.
    """

    id = models.BigAutoField(primary_key=True, default=random_id)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="fingerprints")
    digest = models.CharField(max_length=64)
    cohort = models.JSONField(null=True)  # [since, place, fresh] of everybody of a place; none: of one person

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wave", "digest"], name="fingerprint_once")]

    def __str__(self) -> str:
        return f"fingerprint {self.pk}"


class Draft(models.Model):
    """Answers not handed in yet, known only by a key in the browser that gives them. Deleted when handed in."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=64, unique=True)  # hash
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"draft {self.pk}"


class Answer(models.Model):
    """What one person answered: item → point on the scale. No person, no token, no time.

    Once results are published, unit and level are only as fine as at least five people share them.
    """

    id = models.BigAutoField(primary_key=True, default=random_id)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="answers")
    unit = models.SlugField(max_length=80, blank=True)
    level = models.CharField(max_length=12, choices=Group.choices, blank=True)
    answers = models.JSONField()

    def __str__(self) -> str:
        return f"answer {self.pk}"


class Comment(models.Model):
    """What somebody added in their own words, masked; kept apart from their answers, without unit or level."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField()

    def __str__(self) -> str:
        return f"comment {self.pk}"


class Sheet(models.Model):
    """Which answer came from which sheet of paper, by the number written on it when it was entered.

    Needed to enter a sheet twice, or to take it back; gone when the wave is published.
    """

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="sheets")
    number = models.PositiveIntegerField()
    answer = models.OneToOneField(Answer, on_delete=models.CASCADE)
    comment = models.OneToOneField(Comment, null=True, on_delete=models.SET_NULL)
    twice = models.BooleanField(default=False)  # entered a second time, and alike or settled

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["wave", "number"], name="sheet_once")]

    def __str__(self) -> str:
        return f"sheet {self.pk}"


class Publication(models.Model):
    """What was published of a wave, and what it was decided from. Never changed; comments go with the single answers."""

    wave = models.OneToOneField(Wave, on_delete=models.PROTECT, related_name="publication")
    results = models.JSONField()  # what is shown: see `publishing`
    decided = models.JSONField()  # by dimension: how many rated it where, and which groups are shown
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"publication of wave {self.wave_id}"


class Kind(models.TextChoices):
    """Why somebody is written to."""

    INVITATION = "invitation", _("invitation")
    REMINDER = "reminder", _("reminder")


class Letter(Posted):
    """A letter to somebody on the roster; its text is made when it is sent, so that no token is stored."""

    invited = models.ForeignKey(Invited, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["invited", "kind"], condition=models.Q(state="waiting"), name="one_letter_waits"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} ({self.state})"


class WaveRhythm(models.Model):
    """How often a wave is held, in months; the newest counts."""

    every = models.PositiveSmallIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.every)
