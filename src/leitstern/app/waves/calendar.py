"""The calendar of waves: how often one is held, when the next ones are due, and a file to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.ical import Entry, as_icalendar
from leitstern.app.inside.instruments import placing_versions
from leitstern.app.waves.models import Wave, WaveRhythm, WaveState
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.rhythm import HALF_A_YEAR, LONGEST, Rhythm, rhythm
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

OFTEN = Text(
    en="A wave is held every 1 to {longest} months. Nothing was changed.",
    de="Eine Welle wird alle 1 bis {longest} Monate durchgeführt. Es wurde nichts geändert.",
)
DUE = Text(en="Staff wave due", de="Mitarbeiterwelle fällig")
WHY = Text(
    en="Ask the staff again and question what was reached.",
    de="Die Mitarbeitenden erneut fragen und das Erreichte hinterfragen.",
)


def wave_rhythm(today: date | None = None) -> Rhythm:
    """Of waves that place the company; a pulse does not count."""
    set_ = WaveRhythm.objects.first()
    places = list(Wave.objects.filter(instrument__in=placing_versions()).order_by("-closed"))
    ended = [each.closed for each in places if each.closed]
    planned = [
        (each.closes, each.name) for each in places if each.state in {WaveState.DRAFT, WaveState.RUNNING}
    ]
    last = timezone.localdate(max(ended)) if ended else None
    return rhythm(set_.every if set_ else HALF_A_YEAR, last, planned, today or timezone.localdate())


@action("set rhythm of waves", Capability.RUN_WAVES)
def set_rhythm(actor: Actor, every: int) -> WaveRhythm:
    """From now on a wave every so many months. Raises InvalidInput."""
    if not 1 <= every <= LONGEST:
        raise InvalidInput(OFTEN.fill(longest=LONGEST))
    return WaveRhythm.objects.create(every=every, actor=actor.actor_id)


def calendar_file(found: Rhythm, host: str, language: str) -> str:
    """The days on which waves are due, as iCalendar; the next wave keeps its identifier when it moves."""
    now = timezone.now()
    entries = (
        Entry(f"wave-due-{place}@{host}", now, day, DUE.to(language), WHY.to(language))
        for place, day in enumerate(found.days, 1)
    )
    return as_icalendar(entries, "Waves")
