"""What the screens of a room show: the question with its levels and votes, who is there, and the time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.common.drawing import words
from leitstern.app.workshop.queries import current_votes, present, questions, voted_now
from leitstern.app.workshop.storing import clock_of, place_of, session_of
from leitstern.core.inside.origins import origins
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.session import Phase, Stage
from leitstern.core.inside.session_clock import left

if TYPE_CHECKING:
    from leitstern.app.workshop.models import Workshop
    from leitstern.core.inside.instrument import Anchor, Dimension
    from leitstern.core.inside.votes import Tally
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level of the question: what can be seen, what proves it, and how many voted for it."""

    level: int
    anchor: Anchor
    proof: list[str]
    first: range
    second: range


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen; `shown` is the vote that the room may see, if any."""

    dimension: Dimension
    number: int
    of: int
    origins: tuple[Text, ...]
    rows: list[LevelRow]
    shown: Tally | None
    before: Tally | None  # the first vote, once the second is shown

    @property
    def talk(self) -> bool:
        """Whether the room should talk now, and vote once more."""
        return self.shown is not None and self.before is None and self.shown.split


def screen(workshop: Workshop) -> dict[str, Any]:
    """Everything the facilitator's and the room's screen have in common."""
    session = session_of(workshop)
    asked = questions(workshop)
    people = present(workshop)
    context: dict[str, Any] = {
        "workshop": workshop,
        "session": session,
        "stage": session.stage.value,
        "people": people,
        "seats": sum(people.values()),
        **time_left(workshop),
    }
    if session.stage is Stage.RATING:
        question = asked[session.position]
        context["asked"] = _asked(workshop, question, len(asked))
        context["voted"] = voted_now(workshop, session, question)
    return context


def time_left(workshop: Workshop) -> dict[str, Any]:
    """What the clock says, in whole seconds."""
    session, clock = session_of(workshop), clock_of(workshop)
    found = left(clock, place_of(session), timezone.now())
    return {
        "runs": clock.runs,
        "left": face(found.part),
        "left_here": face(found.question),
        "left_after": face(found.after),
        "planned": found.planned,
        "minutes": max(round(found.part / 60), 0),
        "late": found.late,
    }


def face(seconds: float) -> str:
    """As a clock shows it: 7:05, and −0:30 when time is over."""
    minutes, rest = divmod(round(abs(seconds)), 60)
    return f"{'−' if seconds <= -0.5 else ''}{minutes}:{rest:02}"


def _asked(workshop: Workshop, question: Dimension, of: int) -> Asked:
    session = session_of(workshop)
    first, second = current_votes(workshop, question)
    shown = {Phase.FIRST_SHOWN: first, Phase.SECOND_SHOWN: second}.get(session.phase)
    before = first if session.phase is Phase.SECOND_SHOWN else None
    nothing: tuple[int, ...] = (0,) * len(question.anchors)
    return Asked(
        dimension=question,
        number=session.position + 1,
        of=of,
        origins=origins(question.source),
        rows=[
            LevelRow(
                level=level,
                anchor=anchor,
                proof=[words(KINDS[kind]) for kind in anchor.proof],
                first=range((before.counts if before else nothing)[level]),
                second=range((shown.counts if shown else nothing)[level]),
            )
            for level, anchor in enumerate(question.anchors)
        ],
        shown=shown,
        before=before,
    )
