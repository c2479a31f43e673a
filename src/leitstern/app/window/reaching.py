"""Whom the windows reach, how fresh they are and how often they are opened; of openings only numbers are kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import F, Max
from django.utils import timezone

from leitstern.app.common.posting import LetterState
from leitstern.app.structure.kept_units import home
from leitstern.app.structure.models import Unit
from leitstern.app.window.looking import windows
from leitstern.app.window.models import Looked, WeekLetter
from leitstern.app.window.subscribing import recipients
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.window import comes_later
from leitstern.core.gap.window_reach import Reach, shown
from leitstern.core.months import first, later
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.newest import newest_answers

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.outside.reading import Published, Question
    from leitstern.app.window.looking import Window

MONTHS = 12


def looked(unit: str, day: date) -> None:
    """Somebody opened a department's window; who is not kept, and so this stands in no log."""
    month = first(day)
    Looked.objects.get_or_create(unit=unit, month=month)
    Looked.objects.filter(unit=unit, month=month).update(times=F("times") + 1)


def reaches(state: Published) -> list[Reach]:
    """Every department, in the order of the taxonomy."""
    today = timezone.localdate()
    months = [later(today, -ago) for ago in range(MONTHS)]
    opened: Counter[tuple[str, date]] = Counter()
    for unit, month, times in Looked.objects.filter(month__gte=months[-1]).values_list(
        "unit", "month", "times"
    ):
        opened[home(unit), month] += times
    letter = Counter(unit for unit, _person, _address in recipients(None))
    week = WeekLetter.objects.filter(state=LetterState.SENT).aggregate(last=Max("week"))["last"]
    sent = Counter(
        home(unit)
        for unit in WeekLetter.objects.filter(state=LetterState.SENT, week=week).values_list(
            "unit", flat=True
        )
    )
    sizes = {slug: size for slug, size in Unit.objects.values_list("slug", "size") if size is not None}
    newest = newest_at(state)
    return [
        Reach(
            unit=(slug := each.unit.slug),
            name=each.unit.name,
            back_office=each.unit.back_office,
            people=_people(each, sizes),
            letter=shown(letter[slug]),
            sent=shown(sent[slug]),
            newest=_newest(each, newest),
            today=today,
            months=tuple((month, shown(opened[slug, month])) for month in months),
        )
        for each in windows(state)
    ]


def newest_at(state: Published) -> dict[int, date]:
    """When customers last answered, by code of the touchpoint; only where five or more ever did."""

    def compute(ask: Question) -> dict[int, date]:
        rows = ask.rows(newest_answers(ask.table("feedback")))
        return {row["touchpoint"]: row["newest"] for row in rows if row["customers"] >= FEWEST}

    return state.find("newest answers", (), compute)


def _newest(found: Window, newest: dict[int, date]) -> date | None:
    """At its own touchpoints, else where it is lived later what it did: as its window chooses words."""
    points = found.state.taxonomy.lookup(Touchpoint)
    own = [newest[each.code] for each in found.part.touchpoints if each.code in newest]
    after = [
        point.code for slug in comes_later(found.state.taxonomy, found.part) if (point := points.slug(slug))
    ]
    return max(own or [newest[code] for code in after if code in newest], default=None)


def _people(found: Window, sizes: dict[str, int]) -> int | None:
    """Who works there and below, if the register knows it of the unit itself and there are five or more."""
    if found.unit.slug not in sizes:
        return None
    return shown(sum(sizes.get(unit, 0) for unit in found.part.units))
