"""Measures and causes as documents for programs and the terminal."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from django.utils import timezone
from ninja import Field, Schema

from leitstern.app.bridge.handing import Thing, handed
from leitstern.app.bridge.known import acting_now
from leitstern.app.bridge.models import NOT_KNOWN
from leitstern.app.bridge.queries import causes, newest_cause
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.bridge.acting import Answer
from leitstern.core.bridge.causes import CAUSES, LONGEST, Cause, CauseDraft
from leitstern.core.bridge.draft import Choice
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from leitstern.app.bridge.models import CauseSaid, Measure
    from leitstern.core.bridge.verdict import Judgement


class GapCauseIn(Schema):
    """What a gap comes from; `unknown` is an honest answer."""

    main: Cause | Literal["unknown"]
    further: list[Cause] = []
    observation: str = Field("", max_length=LONGEST)

    def draft(self) -> CauseDraft:
        """As plain values."""
        main = None if self.main == NOT_KNOWN else Cause(self.main)
        return CauseDraft(main, tuple(self.further), self.observation)


class GapCauseOut(GapCauseIn):
    said: str  # when


class MeasureIn(Schema):
    touchpoint: str
    facet: str = "satisfied"
    title: str = Field("", max_length=200)
    decision: Choice = "act"
    owner: str = Field("", max_length=120)
    due: date | None = None
    outcome: str = ""
    why: str = ""
    daily_work: str = ""
    principles: str = ""
    stop: str = ""
    reason: str = ""
    target: int | None = Field(None, ge=0, le=100)
    measure_again: date | None = None
    cause: GapCauseIn | None = None


class ResultOut(Schema):
    verdict: str | None
    before: Number
    after: Number
    change: Number
    label: str = "association"


class HandedOverIn(Schema):
    to: str = Field(max_length=120)


class HandedOverOut(Schema):
    """From whom it went to whom, and when."""

    before: str
    after: str
    said: str


class MeasureOut(MeasureIn):
    """A measure as it stands; `causes` is everything said about what its gap comes from, the newest first."""

    id: int
    created: str
    withdrawn: bool
    baseline_from: date
    baseline_until: date
    result: ResultOut
    causes: list[GapCauseOut]
    handed_over: list[HandedOverOut]  # the latest first


class CauseLineOut(Schema):
    """One cause; shares are of gaps whose cause is known, `together` with every cause above it."""

    cause: Cause
    name: TextOut
    gaps: int
    also: int
    share: Number
    together: Number


class CausesOut(Schema):
    """Gaps about which something was decided, each once: gaps = known + not_known + nobody_said."""

    gaps: int
    known: int
    not_known: int
    nobody_said: int
    not_technology: Number
    tested: TextOut
    lines: list[CauseLineOut]


class AgesOut(Schema):
    """Days since gaps became known."""

    median: int
    shortest: int
    longest: int
    n: int


class KnownGapOut(Schema):
    touchpoint: str
    facet: str
    since: date
    days: int
    answer: Answer


class ActingOut(Schema):
    """Known gaps with a measure that does something, of all that are declared now; `open`: nothing was decided."""

    known: int
    acting: int
    nothing: int
    open: int
    ratio: Number
    days_known: AgesOut | None
    days_unanswered: AgesOut | None
    gaps: list[KnownGapOut]


def acting_document() -> ActingOut:
    """Every known gap, the longest known first, and how many are acted on."""
    found, today = acting_now(), timezone.localdate()
    return ActingOut(
        known=len(found.gaps),
        acting=found.count(Answer.ACTING),
        nothing=found.count(Answer.NOTHING),
        open=found.count(Answer.OPEN),
        ratio=number(found.ratio),
        days_known=AgesOut(**asdict(found.ages)) if found.ages else None,
        days_unanswered=AgesOut(**asdict(found.unanswered)) if found.unanswered else None,
        gaps=[
            KnownGapOut(
                touchpoint=each.touchpoint,
                facet=each.facet,
                since=each.since,
                days=each.days(today),
                answer=each.answer,
            )
            for each in found.gaps
        ],
    )


def causes_document() -> CausesOut:
    """What gaps come from, the most frequent cause first."""
    found = causes()
    return CausesOut(
        gaps=found.gaps,
        known=found.known,
        not_known=found.not_known,
        nobody_said=found.unsaid,
        not_technology=number(found.not_technology),
        tested=both(found.tested),
        lines=[
            CauseLineOut(
                cause=line.cause,
                name=both(CAUSES[line.cause]),
                gaps=line.gaps,
                also=line.also,
                share=number(line.share),
                together=number(line.together),
            )
            for line in found.lines
        ],
    )


def cause_document(said: CauseSaid) -> GapCauseOut:
    """What was said once."""
    return GapCauseOut(
        main=cast("Cause", said.main),
        further=[Cause(each) for each in said.further],
        observation=said.observation,
        said=said.created.isoformat(),
    )


def measure_document(measure: Measure, found: Judgement | Missing) -> MeasureOut:
    """A measure and what came of it."""
    newest = newest_cause(measure)
    if isinstance(found, Missing):
        result = ResultOut(verdict=None, before=number(found), after=number(found), change=number(found))
    else:
        result = ResultOut(
            verdict=found.verdict,
            before=number(found.before),
            after=number(found.after),
            change=number(found.change),
        )
    return MeasureOut(
        id=measure.pk,
        touchpoint=measure.touchpoint,
        facet=measure.facet,
        title=measure.title,
        decision=cast("Choice", measure.kind),
        owner=measure.owner,
        due=measure.due,
        outcome=measure.outcome,
        why=measure.why,
        daily_work=measure.daily_work,
        principles=measure.principles,
        stop=measure.stop,
        reason=measure.reason,
        target=measure.target,
        measure_again=measure.measure_again,
        created=measure.created.isoformat(),
        withdrawn=measure.withdrawn is not None,
        baseline_from=measure.baseline_from,
        baseline_until=measure.baseline_until,
        result=result,
        cause=cause_document(newest) if newest else None,
        causes=[cause_document(each) for each in measure.causes.all()],
        handed_over=handed_documents(Thing.MEASURE, measure.pk),
    )


def handed_documents(thing: Thing, key: int) -> list[HandedOverOut]:
    """How a thing went from one to another."""
    return [
        HandedOverOut(before=each.before, after=each.after, said=each.created.isoformat())
        for each in handed(thing, key)
    ]
