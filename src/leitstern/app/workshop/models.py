"""A workshop: its course, the seats of the room while it lasts, and what is kept of it.

While the room is open, a seat holds one person's votes together: a random code and a group, no name, device or time.
When it closes, seats and votes are deleted. What is kept is how many of a group voted for which level, question by
question: nothing tells which votes came from the same person.
"""

from __future__ import annotations

from secrets import choice, token_urlsafe

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.evidence.models import Claim
from leitstern.app.inside.models import Group, InstrumentVersion
from leitstern.core.inside.session import Stage

MOST_SEATS = 8
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike


class WorkshopStage(models.TextChoices):
    """The values of `core.inside.session.Stage`, for people."""

    GATHERING = Stage.GATHERING, _("people come in")
    RATING = Stage.RATING, _("rating")
    RESULT = Stage.RESULT, _("result")
    CLOSED = Stage.CLOSED, _("closed")


def new_token() -> str:
    """Short enough to type, long enough not to be found."""
    return token_urlsafe(9)


def new_code() -> str:
    """What brings a phone back to its seat, such as K7PM-3XQD."""
    letters = "".join(choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class Workshop(models.Model):
    """One hour with up to eight people."""

    name = models.CharField(max_length=120)
    instrument = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="workshops")
    token = models.CharField(max_length=20, unique=True, default=new_token)
    stage = models.CharField(max_length=10, choices=WorkshopStage.choices, default=WorkshopStage.GATHERING)
    session = models.JSONField()  # where it stands, see `storing`
    clock = models.JSONField()
    consents = models.PositiveSmallIntegerField(default=0)  # how many agreed to the wording, never who
    wording = models.JSONField()  # {"de": …, "en": …}, as it was shown or read out
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    last_step = models.DateTimeField(
        default=timezone.now
    )  # of the facilitator, never of a person in the room
    closed = models.DateTimeField(null=True, blank=True)
    counts = models.BooleanField(default=False)  # whether it was said to stand for the organisation

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place in the room while it is open; one without a phone is entered by the facilitator from cards."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    code = models.CharField(max_length=9, unique=True, default=new_code)
    group = models.CharField(max_length=12, choices=Group.choices)
    by_hand = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"seat {self.pk}"


class Vote(models.Model):
    """One level for one question, in the first or second vote; none = could not say."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="votes")
    dimension = models.SlugField(max_length=63)
    vote = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "dimension", "vote"], name="one_vote_per_seat_and_round"),
            models.CheckConstraint(condition=models.Q(level__range=(0, 4)), name="voted_level_0_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.dimension} {self.level}"


class KeptVotes(models.Model):
    """What one group of the room voted: how many for which level, question by question."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="kept")
    group = models.CharField(max_length=12, choices=Group.choices)
    people = models.PositiveSmallIntegerField()  # who rated something
    votes = (
        models.JSONField()
    )  # {"k1": {"first": [votes for 0, …, for 4, cannot say], "second": …, "counted": …}, …}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "group"], name="kept_once_per_group")]

    def __str__(self) -> str:
        return f"{self.group} of workshop {self.workshop_id}"


class Note(models.Model):
    """What the room said was to be seen, without names, and which level that speaks for."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="notes")
    dimension = models.SlugField(max_length=63)
    level = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(max_length=2_000)
    claim = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.text[:40]}"
