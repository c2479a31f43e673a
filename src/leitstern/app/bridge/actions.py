"""Deciding, and taking a decision back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.bridge.judging import elsewhere_before
from leitstern.app.bridge.models import NOT_KNOWN, CauseSaid, Kind, Measure
from leitstern.app.bridge.queries import newest_cause
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.outside.queries import lived_at
from leitstern.app.outside.reading import require_published
from leitstern.core.bridge.draft import MeasureDraft, cause_problems, problems
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import InvalidInput
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.causes import CauseDraft

MOMENT = timedelta(minutes=10)
UNKNOWN = Text(
    en="There is no such touchpoint or statement in the taxonomy.",
    de="Diesen Kontaktpunkt oder diese Aussage gibt es in der Taxonomie nicht.",
)


class IncompleteDraft(WrongDraft):
    """The draft is not a decision yet; `problems` says field by field what is missing."""

    code = "incomplete-draft"
    sentence = Text(
        en="This is not a decision yet: {what} Nothing was saved.",
        de="Das ist noch keine Entscheidung: {what} Es wurde nichts gespeichert.",
    )


def decide(
    actor: Actor,
    touchpoint: str,
    facet: str,
    title: str,
    draft: MeasureDraft,
    *,
    today: date,
    guess: int | None = None,
) -> Measure:
    """Decide about a gap. The baseline is everything lived up to the published state, frozen now.

    Saying the same again within minutes, as a browser does that goes back and sends once more, gives what was decided
    the first time. Raises IncompleteDraft with everything that is missing, or InvalidInput for an unknown touchpoint.
    """
    require(actor, Capability.DECIDE)
    return _just_decided(actor, touchpoint, facet, title, draft) or _decide(
        actor, touchpoint, facet, title, draft, today=today, guess=guess
    )


def _just_decided(
    actor: Actor, touchpoint: str, facet: str, title: str, draft: MeasureDraft
) -> Measure | None:
    same = Measure.objects.filter(
        touchpoint=touchpoint,
        facet=facet,
        title=title.strip() or _title(touchpoint, draft),
        actor=actor.actor_id,
        withdrawn=None,
        created__gte=timezone.now() - MOMENT,
        **_said(draft),
    ).order_by("id")
    cause = draft.cause and draft.cause.tidy
    return next((each for each in same if _cause_said(each) == cause), None)


@action("decide measure", Capability.DECIDE)
def _decide(
    actor: Actor,
    touchpoint: str,
    facet: str,
    title: str,
    draft: MeasureDraft,
    *,
    today: date,
    guess: int | None = None,
) -> Measure:
    found = problems(draft, today)
    if found:
        raise IncompleteDraft(found)
    state = require_published()
    here = state.taxonomy.lookup(Touchpoint).slug(touchpoint)
    if here is None or state.taxonomy.facet(facet) is None:
        raise InvalidInput(UNKNOWN)
    decided = Measure.objects.create(
        touchpoint=touchpoint,
        facet=facet,
        title=title.strip() or _title(touchpoint, draft),
        **_said(draft),
        guess=guess,
        actor=actor.actor_id,
        baseline_from=state.first_date,
        baseline_until=state.as_of,
        baseline=_frozen(lived_at(state, here.code, facet)),
        baseline_elsewhere=_frozen(elsewhere_before(state, here.code, facet)),
    )
    if draft.cause:
        _keep(actor, decided, draft.cause)
    return decided


@action("say cause", Capability.DECIDE)
def say_cause(actor: Actor, measure: Measure, draft: CauseDraft) -> CauseSaid:
    """Say what the gap of a measure comes from, or correct it; what was said before stays readable.

    Saying again what stands already keeps nothing twice. Raises InvalidInput for a cause without an observation.
    """
    found = cause_problems(draft)
    if found:
        raise InvalidInput(found[0].text)
    now = newest_cause(measure)
    if now and now.draft == draft.tidy:
        return now
    return _keep(actor, measure, draft)


@action("withdraw measure", Capability.DECIDE)
def withdraw(actor: Actor, measure: Measure) -> Measure:
    """Take a decision back; it stays readable and in the log."""
    return mark_withdrawn(measure)


@action("reinstate measure", Capability.DECIDE)
def reinstate(actor: Actor, measure: Measure) -> Measure:
    """Undo taking it back."""
    return mark_standing(measure)


def _keep(actor: Actor, measure: Measure, draft: CauseDraft) -> CauseSaid:
    kept = draft.tidy
    return CauseSaid.objects.create(
        measure=measure,
        main=kept.main or NOT_KNOWN,
        further=list(kept.further),
        observation=kept.observation,
        actor=actor.actor_id,
    )


def _cause_said(measure: Measure) -> CauseDraft | None:
    found = newest_cause(measure)
    return found.draft if found else None


def _frozen(statistics: ShareStatistics | None) -> dict[str, float] | None:
    return None if statistics is None else asdict(statistics)


def _said(draft: MeasureDraft) -> dict[str, Any]:
    """What the draft says, as the measure keeps it."""
    words = ("owner", "outcome", "why", "daily_work", "principles", "stop", "reason")
    return {
        "kind": Kind(draft.choice),
        "due": draft.due,
        "target": draft.target,
        "measure_again": draft.measure_again,
        **{name: getattr(draft, name).strip() for name in words},
    }


def _title(touchpoint: str, draft: MeasureDraft) -> str:
    return ((draft.outcome or draft.reason).strip().splitlines() or [touchpoint])[0][:200]
