"""Looking at all series once a day, and sounding the alarm: it opens a decision with a deadline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from leitstern.app.accounts.queries import house_language
from leitstern.app.common.actions import action
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.drawing import words
from leitstern.app.leadership.deciding import open_decision
from leitstern.app.watch.at_steps import sound_at_steps
from leitstern.app.watch.models import Alarm, Look
from leitstern.app.watch.queries import watching
from leitstern.core.bridge.watch.shown import level_estimate
from leitstern.core.bridge.watch.words import ASK, between, written
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.bridge.watch.alarm import Relapse
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.stream import Stream

DEADLINE = timedelta(days=30)
WHAT_NOW = Text(en="The change is falling back. What do we do?", de="Der Wandel fällt zurück. Was tun wir?")


def look_daily() -> bool:
    """Once a day, whenever the worker gets to it. False when it was done today already."""
    today = timezone.localdate()
    try:
        with transaction.atomic():
            Look.objects.create(day=today)
    except IntegrityError:
        return False
    Look.objects.filter(day__lt=today).delete()
    look(WORKER, today)
    return True


def look(actor: Actor, today: date, streams: Sequence[Stream] | None = None) -> Alarm | None:
    """Sound the alarm if the organisation fell back and none is open. Gives the alarm that was sounded.

    `streams` spares asking for everything again where it is known already.
    """
    seen = watching(today, streams)
    if seen.found is None or seen.open is not None:
        return None
    try:
        with translation.override(house_language()):  # everybody reads the question in the log
            return _sound(actor, seen.found, seen.sentence, today)
    except IntegrityError:  # somebody else looked at the same moment
        return None


@action("sound relapse alarm", Capability.STEER)
def _sound(actor: Actor, found: Relapse, sentence: Text, today: date) -> Alarm:
    """Keep what the alarm rests on as it is now, and open a decision. An alarm that is open already stays the only one."""
    alarm = Alarm.objects.create(
        day=found.day,
        kinds=[kind.value for kind in found.kinds],
        rests_on=[_line(reading, found.day) for reading in found.readings],
    )
    alarm.decision = open_decision(
        actor,
        question=words(WHAT_NOW),
        shown=(sentence, ASK[found.kinds[0]]),
        deadline=today + DEADLINE,
        origin="watch",
        address=reverse("watch:alarm", args=[alarm.pk]),
    )
    alarm.save(update_fields=["decision"])
    sound_at_steps(actor, alarm)
    return alarm


def _line(reading: Reading, day: date) -> dict[str, object]:
    stream, onset = (
        reading.stream,
        next(each for each in reversed(reading.onsets) if each.point.day <= day),
    )
    last = max((point for point in reading.points if point.day <= day), key=lambda point: point.day)
    settled = reading.settled
    level = 0.0 if isinstance(settled, Missing) else settled.level
    value, reached = written(stream, last.value), written(stream, level)
    interval = (
        Text(en="", de="")
        if isinstance(settled, Missing)
        else between(stream, level_estimate(stream, settled))
    )
    return {
        "stream": stream.slug,
        "name": {"en": stream.name.en, "de": stream.name.de},
        "kind": stream.kind.value,
        "measure": {"en": stream.measure.en, "de": stream.measure.de},
        "reached": {"en": reached.en, "de": reached.de},
        "interval": {"en": interval.en, "de": interval.de},
        "value": {"en": value.en, "de": value.de},
        "n": last.n,
        "since": onset.since.day.isoformat(),
        "day": onset.point.day.isoformat(),
    }
