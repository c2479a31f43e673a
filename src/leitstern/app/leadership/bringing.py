"""What comes in as a file: acts, agendas of meetings, and a calendar of which only marked entries are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.leadership.acting import bring_acts, bring_meetings
from leitstern.app.leadership.areas import places
from leitstern.collect.calendar_file import read_calendar
from leitstern.collect.leadership_file import read_acts, read_meetings
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from leitstern.app.leadership.models import Batch


class Kind(StrEnum):
    """What a table holds."""

    ACTS = "acts"
    MEETINGS = "meetings"


KINDS = {
    Kind.ACTS: Text(en="acts of leaders", de="Begleitungen durch die Führung"),
    Kind.MEETINGS: Text(en="agendas of meetings", de="Tagesordnungen von Sitzungen"),
}
KEPT = {
    Kind.ACTS: Text(en="{n} acts were kept.", de="{n} Begleitungen wurden gespeichert."),
    Kind.MEETINGS: Text(en="{n} meetings were kept.", de="{n} Sitzungen wurden gespeichert."),
}
FROM_CALENDAR = Text(
    en="{n} acts were kept; {left} other entries of the calendar were left alone and forgotten.",
    de="{n} Begleitungen wurden gespeichert; {left} andere Termine des Kalenders wurden nicht übernommen und sofort vergessen.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file brought, in a sentence."""

    batch: Batch
    n: int
    sentence: Text


def hand_in(actor: Actor, kind: Kind, folder: Path, name: str, today: date) -> Kept:
    """Read the table `name` and keep all of it, or nothing. Raises InvalidFile with every mistake."""
    require(actor, Capability.KEEP_REGISTERS)
    if kind is Kind.ACTS:
        acts = read_acts(folder, name, places(), today)
        return Kept(bring_acts(actor, name, acts), len(acts), KEPT[kind].fill(n=len(acts)))
    meetings = read_meetings(folder, name, today)
    return Kept(bring_meetings(actor, name, meetings), len(meetings), KEPT[kind].fill(n=len(meetings)))


def hand_in_calendar(actor: Actor, path: Path, area: str, today: date) -> Kept:
    """Keep what was marked in the calendar of a board area. Raises InvalidFile for what is none, or has no act."""
    require(actor, Capability.KEEP_REGISTERS)
    known = places()
    found = read_calendar(path, area, known, ZoneInfo(known.taxonomy.time_zone), today)
    batch = bring_acts(actor, path.name, found.acts)
    return Kept(batch, len(found.acts), FROM_CALENDAR.fill(n=len(found.acts), left=found.left))
