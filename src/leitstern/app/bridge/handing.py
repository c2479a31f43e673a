"""Handing over: somebody else answers for a measure, or for a thing of an area above, from a moment on."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.app.bridge.models import HandedOver
from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew, once
from leitstern.app.common.typed import need_typed
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.bridge.models import Measure

LONGEST = 120
HANDED = "handed over"  # asked once a request
NOBODY = Text(
    en="Say in at most {most} signs who answers for it from now on. Nothing was changed.",
    de="Sagen Sie in höchstens {most} Zeichen, wer von jetzt an dafür verantwortlich ist. Es wurde nichts geändert.",
).fill(most=LONGEST)
GONE = Text(
    en="It was withdrawn. Let it stand again first; nothing was changed.",
    de="Das wurde zurückgezogen. Lassen Sie es zuerst wieder gelten; es wurde nichts geändert.",
)


class Thing(StrEnum):
    """What can be handed over here."""

    MEASURE = "measure"
    BET = "bet"


@action("hand over measure", Capability.DECIDE)
def hand_over_measure(actor: Actor, measure: Measure, to: str) -> Measure:
    """Somebody else answers for a measure; who did before stays readable. Raises InvalidInput or Conflict."""
    if measure.withdrawn:
        raise Conflict(GONE)
    measure.owner = hand_over(actor, Thing.MEASURE, measure.pk, measure.owner, to)
    measure.save(update_fields=["owner"])
    return measure


def hand_over(actor: Actor, thing: Thing, key: int, before: str, to: str) -> str:
    """Keep that it went from one to another, and give the other's name. To the same one nothing is kept twice."""
    name = need_typed(to, LONGEST, NOBODY)
    if name != before:
        HandedOver.objects.create(thing=thing, key=key, before=before, after=name, actor=actor.actor_id)
        anew(HANDED)
    return name


def handed(thing: Thing, key: int) -> tuple[HandedOver, ...]:
    """How a thing went from one to another, the latest first."""
    return once(HANDED, _by_thing).get((thing, key), ())


def _by_thing() -> dict[tuple[str, int], tuple[HandedOver, ...]]:
    found: dict[tuple[str, int], list[HandedOver]] = defaultdict(list)
    for each in HandedOver.objects.all():
        found[each.thing, each.key].append(each)
    return {place: tuple(each) for place, each in found.items()}
