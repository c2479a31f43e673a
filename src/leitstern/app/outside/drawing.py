"""One customer's story, and the ways of all, as pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext

from leitstern.app.common.drawing import fitted, words
from leitstern.app.common.templatetags.ui import as_given
from leitstern.app.outside.times import local
from leitstern.charts.timeline_swimlane import Moment, timeline_swimlane
from leitstern.charts.variant_chevrons import Variant, variant_chevrons
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.cuts import folded
from leitstern.core.outside.timeline import AnswerDetail, ContactDetail, PromiseDetail
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from leitstern.app.outside.reading import Published
    from leitstern.core.outside.timeline import PromiseState, TimelineEvent
    from leitstern.core.outside.variants import Variants

KEPT: dict[PromiseState, Literal["", "kept", "late"]] = {
    "kept": "kept",
    "late": "late",
    "overdue": "late",
    "open": "",
}
MOST = 40  # marks in the picture; the table has all


def story_drawing(state: Published, events: Sequence[TimelineEvent], name: str) -> SafeString | str:
    """The latest moments of a story, a lane per department; the same again and again is one mark."""
    runs = folded(events, _milestones(state))[-MOST:]
    if not runs:
        return ""
    zone = ZoneInfo(state.taxonomy.time_zone)
    moments = [_together(state, run, zone) for run in runs]
    lanes = list(dict.fromkeys(m.lane for m in moments))
    return fitted(
        lambda sheet: timeline_swimlane(moments, lanes, gettext("Change of department"), sheet),
        name,
        gettext("What this customer lived through"),
        gettext("Every contact, answer and promise in order of time, in the lane of its department."),
        width=1060,
    )


def _together(state: Published, run: Sequence[TimelineEvent], zone: ZoneInfo) -> Moment:
    """A run of the same contacts as one mark."""
    first, last = moment(state, run[0], zone), moment(state, run[-1], zone)
    if len(run) == 1:
        return first
    again = any(isinstance(event.detail, ContactDetail) and event.detail.repeat for event in run)
    return replace(first, times=len(run), until=last.at, repeat=again)


def _milestones(state: Published) -> set[int]:
    points = state.taxonomy.lookup(Touchpoint)
    return {point.code for milestone in state.taxonomy.milestones if (point := points.slug(milestone.at))}


def moment(state: Published, event: TimelineEvent, zone: ZoneInfo) -> Moment:
    """One event as the chart draws it."""
    taxonomy, detail = state.taxonomy, event.detail
    plain = Moment(
        at=local(event.at_us, zone),
        lane=words(taxonomy.name("department", event.department)),
        name=words(taxonomy.name("touchpoint", event.touchpoint)),
    )
    match detail:
        case ContactDetail():
            return replace(plain, repeat=detail.repeat, milestone=event.touchpoint in _milestones(state))
        case AnswerDetail():
            said = gettext("answers %(value)s of %(high)s") % {
                "value": as_given(detail.value),
                "high": as_given(detail.high),
            }
            return replace(
                plain,
                name=f"{plain.name}: {said}",
                quote=detail.comment or "",
                quote_language=detail.language or "",
            )
        case PromiseDetail():
            promise = words(taxonomy.name("promise", detail.promise))
            return replace(plain, name=promise, promise=KEPT[detail.state], promise_note=late_note(detail))


def late_note(detail: PromiseDetail) -> str:
    """How late, in words."""
    if detail.state == "overdue":
        return gettext("still not kept")
    if detail.late_days and detail.late_days > 0:
        return ngettext("%(n)s day late", "%(n)s days late", detail.late_days) % {"n": detail.late_days}
    return ""


def variants_drawing(state: Published, found: Variants) -> SafeString | str:
    """The most frequent ways as chains of chevrons."""
    drawn = [
        Variant(
            steps=tuple(words(state.taxonomy.name("touchpoint", code)) for code in way.path),
            share=way.share.value,
            n=way.journeys,
            covered=way.coverage.value,
        )
        for way in found.variants
        if isinstance(way.share, Estimate) and isinstance(way.coverage, Estimate)
    ]
    if not drawn:
        return ""
    return fitted(
        lambda sheet: variant_chevrons(drawn, sheet),
        "variants",
        gettext("The most frequent ways"),
        gettext("Each line is a way that customers took exactly like this, with its share of all journeys."),
    )
