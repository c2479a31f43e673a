"""A workshop's course and clock as they lie in the database."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from leitstern.core.inside.session import Phase, Session, Stage
from leitstern.core.inside.session_clock import Clock

if TYPE_CHECKING:
    from leitstern.app.workshop.models import Workshop


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


def _session(stored: dict[str, Any]) -> Session:
    return Session(
        phases=tuple(Phase(phase) for phase in stored["phases"]),
        stage=Stage(stored["stage"]),
        position=stored["position"],
        turn=stored["turn"],
        before=tuple(_session(each) for each in stored["before"]),
    )
