"""The gate of each step: it opens, gathers evidence, is credited, can fall back; what is skipped stays skipped in sight.

A step stands where what happened until a day puts it, and nothing that happened later: the same history read for an
earlier day tells what was known then. Claimed is not credited: a step is credited while
`min(claimed, supported, reviewed)` reaches the level of the gate (`inside.evidence`), and falls back once proof has aged
too far or a relapse alarm sounds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.inside.evidence import Credit, Proof, Rules, credit
from leitstern.core.inside.evidence_words import next_step
from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.inside.reviewing import Step as Closing
from leitstern.core.inside.reviewing import ticked_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.steps import Step
    from leitstern.core.texts import Text

LOOK_EVERY = 28  # days between two looks at how far proof has aged; the day itself is then found exactly


class MoveKind(StrEnum):
    """What can happen to a step."""

    OPEN = "open"
    CLAIM = "claim"
    REVIEW = "review"
    SKIP = "skip"
    ALARM = "alarm"
    CLEAR = "clear"


class State(StrEnum):
    """Where a step stands."""

    CLOSED = "closed"  # not opened yet
    GATHERING = "gathering"
    CREDITED = "credited"
    FALLEN = "fallen"
    SKIPPED = "skipped"


class Cause(StrEnum):
    """Why a step fell back."""

    AGE = "age"
    ALARM = "alarm"
    REVIEW = "review"  # a reviewer credits less, or less is claimed
    WITHDRAWN = "withdrawn"  # proof was taken back


@dataclass(frozen=True, slots=True)
class Move:
    """Something that happened to a step on a day. `who` owes the step, decided, or reviewed; `until` ends a move taken back."""

    kind: MoveKind
    day: date
    level: int | None = None
    words: str = ""
    who: str = ""
    until: date | None = None
    address: str = ""

    def holds(self, day: date) -> bool:
        """Whether it had happened by a day and had not been taken back."""
        return self.day <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Shown:
    """A proof of a step: of which day, and when it was brought; `until` ends a proof taken back."""

    proof: Proof
    brought: date
    title: str = ""
    until: date | None = None

    def counts(self, day: date) -> bool:
        """Whether it was there on a day."""
        return max(self.brought, self.proof.day) <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class History:
    """Everything that ever happened to one step."""

    step: Step
    moves: tuple[Move, ...] = ()
    proofs: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """A step stood so from a day on, until the next one."""

    state: State
    since: date
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Where a step stands on a day. `credit` is None before anything is claimed; `skips` stay for ever."""

    step: Step
    state: State
    since: date | None
    cause: Cause | None
    credit: Credit | None
    missing: Text
    owner: str
    stays: tuple[Stay, ...]
    skips: tuple[Move, ...]
    alarms: tuple[Move, ...]
    ticked_off: bool
    opened: date | None

    @property
    def over_claim(self) -> int:
        """Levels claimed beyond what counts."""
        return self.credit.over_claim if self.credit else 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What gates go by."""

    rules: Rules
    level: int  # from which a step is credited
    assumptions: Assumptions

    @classmethod
    def assumed(cls, assumptions: Assumptions) -> Terms:
        """As the register of assumptions has them."""
        return cls(Rules.assumed(assumptions), round(assumptions["step_level"]), assumptions)


def gate(history: History, day: date, terms: Terms) -> Gate:
    """Where a step stands on a day."""
    stays = _stays(history, day, terms)
    moves = [move for move in history.moves if move.holds(day)]
    now = stays[-1] if stays else None
    claims = [move for move in moves if move.kind is MoveKind.CLAIM]
    worth = _credit(history, day, terms)
    guide = GUIDES[history.step]
    proofs = _proofs(history, day)
    opened = _last(moves, MoveKind.OPEN)
    owners = [move.who for move in moves if move.kind is MoveKind.OPEN and move.who]
    return Gate(
        history.step,
        now.state if now else State.CLOSED,
        now.since if now else None,
        now.cause if now else None,
        worth if claims else None,
        next_step(guide.dimension, worth, proofs, day, terms.rules),
        owners[-1] if owners else "",
        stays,
        tuple(move for move in history.moves if move.kind is MoveKind.SKIP and move.day <= day),
        _alarms(moves),
        _ticked_off(claims, opened, history, stays, terms),
        opened.day if opened else None,
    )


def _stays(history: History, day: date, terms: Terms) -> tuple[Stay, ...]:
    """From the first move on, one state after the other."""
    begins = min((move.day for move in history.moves if move.day <= day), default=None)
    if begins is None:
        return ()
    events = {move.day for move in history.moves} | {move.until for move in history.moves if move.until}
    events |= {max(each.brought, each.proof.day) for each in history.proofs}
    events |= {each.until for each in history.proofs if each.until}
    looks = {begins + timedelta(days=n) for n in range(0, (day - begins).days, LOOK_EVERY)}
    days = sorted(each for each in events | looks | {day} if begins <= each <= day)
    stays: list[Stay] = []
    reached, before = False, begins
    for at in days:
        state, reached = _state(history, at, terms, reached=reached)
        if not stays or stays[-1].state is not state:
            since = at
            if state is State.FALLEN and at not in events and stays:
                since = _first_day(history, before, at, terms)
            if state is not State.CLOSED or stays:
                stays.append(Stay(state, since, _cause(history, before, since, terms, state)))
        before = at
    return tuple(stays)


def _state(history: History, day: date, terms: Terms, *, reached: bool) -> tuple[State, bool]:
    """The state on a day, and whether the step has been credited since it was last opened."""
    moves = [move for move in history.moves if move.holds(day)]
    last = next(
        (move for move in reversed(_ordered(moves)) if move.kind in (MoveKind.OPEN, MoveKind.SKIP)), None
    )
    if last is None:
        return State.CLOSED, False
    if last.kind is MoveKind.SKIP:
        return State.SKIPPED, False
    enough = _reaches(history, day, terms)
    if enough and not _alarms(moves):
        return State.CREDITED, True
    return (State.FALLEN if reached else State.GATHERING), reached


def _reaches(history: History, day: date, terms: Terms) -> bool:
    claimed = any(move.kind is MoveKind.CLAIM and move.holds(day) for move in history.moves)
    return claimed and _credit(history, day, terms).credited >= terms.level


def _first_day(history: History, good: date, bad: date, terms: Terms) -> date:
    """The first day on which proof no longer carried the step, between two looks."""
    while (bad - good).days > 1:
        middle = good + (bad - good) / 2
        good, bad = (middle, bad) if _reaches(history, middle, terms) else (good, middle)
    return bad


def _cause(history: History, before: date, since: date, terms: Terms, state: State) -> Cause | None:
    """Why it fell back between two days."""
    if state is not State.FALLEN:
        return None
    if _reaches(history, since, terms):
        return Cause.ALARM
    if any(each.until and before < each.until <= since for each in history.proofs):
        return Cause.WITHDRAWN
    judged = {MoveKind.REVIEW, MoveKind.CLAIM}
    changed = [move for move in history.moves if move.kind in judged and before < move.day <= since]
    return Cause.REVIEW if changed else Cause.AGE


def _credit(history: History, day: date, terms: Terms) -> Credit:
    """What the newest claim is worth on a day; before a claim, how far the proofs would carry."""
    moves = _ordered([move for move in history.moves if move.holds(day)])
    claim = _last(moves, MoveKind.CLAIM)
    verdicts: dict[str, int | None] = {}
    for move in moves[moves.index(claim) + 1 :] if claim else ():
        if move.kind is MoveKind.REVIEW:
            verdicts[move.who] = move.level
    level = claim.level if claim and claim.level is not None else HIGHEST_LEVEL
    dimension = GUIDES[history.step].dimension
    return credit(dimension, level, _proofs(history, day), day, terms.rules, [*verdicts.values()])


def _proofs(history: History, day: date) -> list[Proof]:
    return [each.proof for each in history.proofs if each.counts(day)]


def _alarms(moves: Sequence[Move]) -> tuple[Move, ...]:
    """Alarms that sound: nobody has answered them yet."""
    sounding: list[Move] = []
    for move in _ordered(moves):
        if move.kind is MoveKind.ALARM:
            sounding.append(move)
        elif move.kind in (MoveKind.CLEAR, MoveKind.SKIP):
            sounding = []
    return tuple(sounding)


def _ordered(moves: Sequence[Move]) -> list[Move]:
    """By day; of one day in the order they were entered."""
    return sorted(moves, key=lambda move: move.day)


def _last(moves: Sequence[Move], kind: MoveKind) -> Move | None:
    return next((move for move in reversed(_ordered(moves)) if move.kind is kind), None)


def _ticked_off(
    claims: Sequence[Move], opened: Move | None, history: History, stays: Sequence[Stay], terms: Terms
) -> bool:
    """Closed beyond what counted then and never credited since, or within two weeks of opening without new proof."""
    closing = next((each for each in _ordered(claims) if (each.level or 0) >= terms.level), None)
    if closing is None or opened is None:
        return False
    then = _credit(history, closing.day, terms)
    if any(stay.state is State.CREDITED for stay in stays):
        then = replace(then, claimed=then.credited)
    brought = [each.brought for each in history.proofs if each.brought <= closing.day]
    return ticked_off(Closing(opened.day, closing.day, max(brought, default=None)), then, terms.assumptions)
