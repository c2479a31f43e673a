"""Closing a room, and saying whether it stands for the organisation.

Seats and votes are deleted; what stays is how many of a group voted for which level, question by question. A room that
was left open closes by itself, because until then a code holds one person's votes together.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.findings import forget_found
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.workshop.models import KeptVotes, Workshop, WorkshopStage
from leitstern.app.workshop.queries import rated_in, votes_of
from leitstern.app.workshop.result import RESULT
from leitstern.app.workshop.storing import clock_of, locked, place_of, session_of, store, stored_votes
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

LEFT_OPEN = timedelta(days=1)  # since the facilitator's last step
STILL_OPEN = Text(
    en="The room is still open. Close it first; then you can say whether it counts.",
    de="Der Raum ist noch offen. Schließen Sie ihn zuerst; dann können Sie sagen, ob er zählt.",
)
TOO_LITTLE = Text(
    en="This workshop cannot count: {why}. Nothing was changed; its result stays as it is.",
    de="Dieser Workshop kann nicht zählen: {why}. Es wurde nichts geändert; sein Ergebnis bleibt, wie es ist.",
)


@action("close workshop", Capability.RUN_WORKSHOP)
def close(actor: Actor, workshop: Workshop) -> Workshop:
    """Close the room for good. Raises Conflict for one that is closed."""
    found = locked(workshop)
    session = session_of(found)
    votes = votes_of(found)
    clock = clock_of(found).pause(place_of(session), timezone.now())
    store(found, session.close(), clock)
    found.closed = timezone.now()
    found.save(update_fields=["closed"])
    KeptVotes.objects.bulk_create(
        KeptVotes(workshop=found, group=each.group.value, people=each.people, votes=stored_votes(each))
        for each in votes
    )
    found.seats.all().delete()
    forget_found(RESULT)  # of an open room: what changed with one seat told what sat there
    wipe_after_commit()
    return found


@action("count workshop", Capability.RUN_WORKSHOP)
def let_count(actor: Actor, workshop: Workshop) -> Workshop:
    """Let a closed workshop stand for the organisation. Raises Conflict if too few people or questions were rated."""
    found = locked(workshop)
    if found.stage != WorkshopStage.CLOSED:
        raise Conflict(STILL_OPEN)
    if missing := rated_in(found).missing:
        why = Text(en="; ".join(each.en for each in missing), de="; ".join(each.de for each in missing))
        raise Conflict(TOO_LITTLE.fill(why=why))
    return _say(found, counts=True)


@action("leave out workshop", Capability.RUN_WORKSHOP)
def leave_out(actor: Actor, workshop: Workshop) -> Workshop:
    """Let a workshop no longer stand for the organisation; nothing of it is lost."""
    return _say(locked(workshop), counts=False)


def close_left_open() -> bool:
    """Close the rooms in which somebody voted and nothing has happened for a day; done by the worker."""
    since = timezone.now() - LEFT_OPEN
    voted = Workshop.objects.filter(last_step__lt=since, seats__votes__isnull=False)
    left = list(voted.exclude(stage=WorkshopStage.CLOSED).distinct())
    for workshop in left:
        with transaction.atomic():
            close(WORKER, workshop)
    return bool(left)


def _say(workshop: Workshop, *, counts: bool) -> Workshop:
    workshop.counts = counts
    workshop.save(update_fields=["counts"])
    return workshop
