"""A workshop's course, clock and votes as they lie in the database."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.workshop.models import Workshop
from leitstern.core.inside.ratings import View
from leitstern.core.inside.room_votes import Cast, GroupVotes
from leitstern.core.inside.session import Phase, Session, Stage
from leitstern.core.inside.session_clock import Clock
from leitstern.core.inside.votes import Tally

if TYPE_CHECKING:
    from leitstern.app.workshop.models import KeptVotes


def locked(workshop: Workshop) -> Workshop:
    """The workshop as it is now, which nobody else changes until this transaction ends."""
    return Workshop.objects.select_for_update().get(pk=workshop.pk)


def store(workshop: Workshop, session: Session, clock: Clock) -> Workshop:
    """Keep where it stands."""
    workshop.session, workshop.clock = stored_session(session), stored_clock(clock)
    workshop.stage, workshop.last_step = session.stage, timezone.now()
    workshop.save(update_fields=["session", "clock", "stage", "last_step"])
    return workshop


def session_of(workshop: Workshop) -> Session:
    """Where the workshop stands."""
    return _session(workshop.session)


def clock_of(workshop: Workshop) -> Clock:
    """Its clock."""
    since = workshop.clock["running_since"]
    return Clock(tuple(workshop.clock["spent"]), datetime.fromisoformat(since) if since else None)


def place_of(session: Session) -> int:
    """Where its time is counted: the current question, or the result at the end."""
    rating = session.stage in {Stage.GATHERING, Stage.RATING}
    return session.position if rating else len(session.phases)


def stored_session(session: Session) -> dict[str, Any]:
    """As JSON."""
    return {
        "stage": session.stage,
        "position": session.position,
        "phases": list(session.phases),
        "turn": session.turn,
        "before": [stored_session(each) for each in session.before],
    }


def stored_clock(clock: Clock) -> dict[str, Any]:
    """As JSON."""
    since = clock.running_since
    return {"spent": list(clock.spent), "running_since": since.isoformat() if since else None}


def kept_votes(kept: KeptVotes) -> GroupVotes:
    """What one group voted."""
    cast = {
        question: Cast(**{name: Tally(tuple(counts[:-1]), counts[-1]) for name, counts in votes.items()})
        for question, votes in kept.votes.items()
    }
    return GroupVotes(View(kept.group), kept.people, cast)


def stored_votes(votes: GroupVotes) -> dict[str, Any]:
    """As JSON: the votes for each level in order, and last who could not say."""
    return {
        question: {
            "first": _counts(cast.first),
            "second": _counts(cast.second),
            "counted": _counts(cast.counted),
        }
        for question, cast in votes.cast.items()
    }


def _counts(votes: Tally) -> list[int]:
    return [*votes.counts, votes.unsure]


def _session(stored: dict[str, Any]) -> Session:
    return Session(
        phases=tuple(Phase(phase) for phase in stored["phases"]),
        stage=Stage(stored["stage"]),
        position=stored["position"],
        turn=stored["turn"],
        before=tuple(_session(each) for each in stored["before"]),
    )
