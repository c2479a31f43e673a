"""Promised and measured response times, promise by promise, and what was decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.outside.decided import Followed, decided
from leitstern.core.company.taxonomy import Promise
from leitstern.core.outside.response_times import (
    ResponseTime,
    read_response_times,
    response_sums,
    response_tallies,
    timed,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from leitstern.app.common.actors import Capability
    from leitstern.app.outside.reading import Published, Question

SECOND_US = 1_000_000


@dataclass(frozen=True, slots=True)
class Answered:
    """A promise, the touchpoint where it is kept, how long that takes, and the newest decision about it, if any."""

    promise: Promise
    touchpoint: Text
    found: ResponseTime
    decision: Followed | None

    @property
    def promised_hours(self) -> float | None:
        """The days promised, as hours, to stand beside the others."""
        days = self.found.promised_days
        return days.value * 24 if isinstance(days, Estimate) else None


class ResponseTimeOut(Schema):
    """`share` of 0–1 customers are promised an answer in `promised_days` (typically).

    Half, and 95 of 100, of the `promises` are kept within so many hours; `open` ones count as lasting longer than so far.
    `decided_on` is null while the decision is asked and not taken.
    """

    promise: str
    touchpoint: str
    share: float
    customers: int
    promises: int
    open: int
    promised_days: Number
    half_hours: Number
    most_hours: Number
    decision: TextOut | None
    decided_on: date | None
    decision_address: str


def answered(state: Published) -> tuple[Answered, ...]:
    """Of every promise whose making is known; those of the most customers first."""
    end = datetime.combine(state.as_of + timedelta(days=1), time(), ZoneInfo(state.taxonomy.time_zone))
    until = int(end.timestamp()) * SECOND_US

    def compute(ask: Question) -> tuple[ResponseTime, ...]:
        rows = timed(ask.table("promises"), until)
        return read_response_times(ask.run(response_sums(rows)), ask.run(response_tallies(rows)), state.as_of)

    followed, promises = decided(), state.taxonomy.lookup(Promise)
    return tuple(
        Answered(
            promise,
            state.taxonomy.name("touchpoint", state.taxonomy.resolve("touchpoint", promise.touchpoint)),
            found,
            followed.get((promise.touchpoint, promise.facet)),
        )
        for found in state.find("response times", (), compute)
        if (promise := promises.code(found.promise))
    )


def response_times(state: Published, may: Collection[Capability] | None = None) -> list[ResponseTimeOut]:
    """The same as documents; decisions only for whoever `may` read them where they stand (None: everybody)."""
    return [_document(each, may) for each in answered(state)]


def _document(each: Answered, may: Collection[Capability] | None) -> ResponseTimeOut:
    decision = each.decision if each.decision and (may is None or each.decision.sees in may) else None
    return ResponseTimeOut(
        promise=each.promise.slug,
        touchpoint=each.promise.touchpoint,
        share=each.promise.share,
        customers=each.found.customers,
        promises=each.found.promises,
        open=each.found.open,
        promised_days=number(each.found.promised_days),
        half_hours=number(each.found.half),
        most_hours=number(each.found.most),
        decision=both(decision.said) if decision else None,
        decided_on=decision.day if decision else None,
        decision_address=decision.address if decision else "",
    )
