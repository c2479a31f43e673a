"""What one unit hands over to another, and what each of the two says about it. Their claims are never averaged.

Source: Bingemer, Ohlwein, step 4: interfaces between departments have to be defined, accepted and lived.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


class Side(StrEnum):
    """Who speaks: the unit that hands over, or the one that takes over."""

    GIVER = "giver"
    RECEIVER = "receiver"


class Aspect(StrEnum):
    """What can be said of an interface; each needs the one before."""

    DEFINED = "defined"
    ACCEPTED = "accepted"
    LIVED = "lived"


class Standing(StrEnum):
    """What the two sides say together about one aspect."""

    AGREED = "agreed"
    DENIED = "denied"  # both say no
    CONTRADICTED = "contradicted"
    ONE_SIDED = "one_sided"
    UNSAID = "unsaid"


SIDES = {
    Side.GIVER: Text(en="hands over", de="gibt ab"),
    Side.RECEIVER: Text(en="takes over", de="übernimmt"),
}
ASPECTS = {
    Aspect.DEFINED: Text(en="defined", de="festgelegt"),
    Aspect.ACCEPTED: Text(en="accepted", de="akzeptiert"),
    Aspect.LIVED: Text(en="lived", de="gelebt"),
}
STANDINGS = {
    Standing.AGREED: Text(en="both say yes", de="beide ja"),
    Standing.DENIED: Text(en="both say no", de="beide nein"),
    Standing.CONTRADICTED: Text(en="contradiction", de="Widerspruch"),
    Standing.ONE_SIDED: Text(en="only one has spoken", de="erst eine Seite"),
    Standing.UNSAID: Text(en="nobody yet", de="noch niemand"),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side says: yes, no, or nothing (None) to each aspect, what shows it, and when it was so."""

    side: Side
    said: Mapping[Aspect, bool | None]
    evidence: str
    day: date


@dataclass(frozen=True, slots=True)
class Interface:
    """One thing that is handed over. `claims` holds what stands now: at most one claim of each side."""

    key: int
    giver: str
    receiver: str
    what: str
    touchpoint: str = ""
    claims: tuple[Claim, ...] = ()

    def claim(self, side: Side) -> Claim | None:
        """What stands of one side."""
        return next((each for each in self.claims if each.side is side), None)

    def standing(self, aspect: Aspect) -> Standing:
        """What both say together about one aspect."""
        said = [claim.said.get(aspect) for side in Side if (claim := self.claim(side))]
        heard = [each for each in said if each is not None]
        if not heard:
            return Standing.UNSAID
        if len(heard) == 1:
            return Standing.ONE_SIDED
        if heard[0] is not heard[1]:
            return Standing.CONTRADICTED
        return Standing.AGREED if heard[0] else Standing.DENIED

    @property
    def contradicted(self) -> bool:
        """Whether the two sides contradict each other anywhere."""
        return any(self.standing(aspect) is Standing.CONTRADICTED for aspect in Aspect)

    @property
    def shown(self) -> bool:
        """Whether somebody says what shows it."""
        return any(claim.evidence for claim in self.claims)

    @property
    def credited(self) -> Aspect | None:
        """How far it is credited: as far as both agree, step by step; lived only with something that shows it."""
        reached = None
        for aspect in Aspect:
            if self.standing(aspect) is not Standing.AGREED:
                break
            if aspect is Aspect.LIVED and not self.shown:
                break
            reached = aspect
        return reached


def stands(claims: Sequence[Claim]) -> Claim | None:
    """What one side says by now, of all its claims, the oldest first: to each aspect what it said of it last.

    Who says no to an aspect no longer says yes to what needs it, nor shows it by what was said before.
    """
    said: dict[Aspect, bool | None] = dict.fromkeys(Aspect)
    evidence = ""
    for claim in claims:
        fresh = {aspect: yes for aspect in Aspect if (yes := claim.said.get(aspect)) is not None}
        needing = iter(Aspect)
        denied = any(fresh.get(aspect) is False for aspect in needing)  # what follows needs what was denied
        said |= dict.fromkeys(needing) | fresh
        evidence = claim.evidence or ("" if denied else evidence)
    return Claim(claims[-1].side, said, evidence, claims[-1].day) if claims else None


def contradictions(interfaces: Sequence[Interface]) -> tuple[Interface, ...]:
    """Those about which the two sides say opposite things."""
    return tuple(each for each in interfaces if each.contradicted)


def between(interfaces: Sequence[Interface], giver: str, receiver: str) -> tuple[Interface, ...]:
    """What goes from one unit to another."""
    return tuple(each for each in interfaces if (each.giver, each.receiver) == (giver, receiver))
