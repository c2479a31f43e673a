"""What of lived practice would show a relapse: principles kept less, and things used that had ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.practice.measuring import Kept, Stopped, kept, stopped
from leitstern.app.practice.queries import principles, stop_list
from leitstern.core.bridge.practice.streams import share_points, use_points
from leitstern.core.bridge.practice.terms import SOURCES, Source
from leitstern.core.bridge.watch.stream import Rhythm, Shown, Stream, StreamKind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SHARE = Text(en="share kept: {kept}, of {cases}", de="eingehalten: {kept}, von {cases}")
USES = Text(en="uses a month", de="Nutzungen im Monat")
COUNTED = Text(en="counted: {how}", de="gezählt: {how}")
NOT_SAID = Text(en="nobody said how", de="niemand sagt, wie")


def streams(until: date) -> tuple[Stream, ...]:
    """One per principle since its rule last changed, one per entry of the stop list since it ended; for the whole company.

    Where the counts are all of one department that enough people work in, the stream is that department's.
    """
    return (
        *(stream for each in kept(list(principles())) for stream in _compliance(each, until)),
        *(stream for each in stopped(list(stop_list()), until) for stream in _uses(each, until)),
    )


def _compliance(found: Kept, until: date) -> Iterator[Stream]:
    rule = found.rule
    if rule is None:
        return
    months = [each for each in found.course.months if rule.since is None or each.month >= rule.since]
    points = share_points(months, until)
    if points:
        yield Stream(
            f"principle-{found.row.slug}",
            StreamKind.COMPLIANCE,
            _plain(found.row.sentence),
            SHARE.fill(kept=rule.kept, cases=rule.cases),
            found.unit,
            Rhythm.MONTHLY,
            True,
            points,
            SOURCES[Source(rule.source)],
            reverse("practice:principle", args=[found.row.pk]),
            Shown.SHARE,
        )


def _uses(found: Stopped, until: date) -> Iterator[Stream]:
    if found.forbidden_from is None:
        return
    points = use_points(((month, n) for month, n in found.months if month >= found.forbidden_from), until)
    if points:
        yield Stream(
            f"stopped-{found.row.slug}",
            StreamKind.STOP_LIST,
            _plain(found.row.name),
            USES,
            found.unit,
            Rhythm.MONTHLY,
            False,
            points,
            COUNTED.fill(how=_plain(found.row.counted) if found.row.counted else NOT_SAID),
            reverse("practice:stopped", args=[found.row.pk]),
            Shown.COUNT,
        )


def _plain(words: str) -> Text:
    return Text(en=words, de=words)
