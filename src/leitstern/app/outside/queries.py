"""What customers lived, as found in the published state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.outside.reading import Published, Question
from leitstern.core.company.lookup import UNMAPPED
from leitstern.core.outside.cases import designed_steps, within_cases, without_case
from leitstern.core.outside.drivers import Explanation, explain, read_answers
from leitstern.core.outside.examples import telling_customer
from leitstern.core.outside.few import shown
from leitstern.core.outside.flows import Flow, flows, read_flows
from leitstern.core.outside.handoffs import (
    Handoff,
    HandoffsPerJourney,
    handoffs,
    handoffs_per_journey,
    read_handoffs,
    read_handoffs_per_journey,
)
from leitstern.core.outside.lived import lived_statistics, read_lived
from leitstern.core.outside.milestones import (
    MilestoneRecord,
    milestone_examples,
    milestone_record,
    moments,
    read_milestone,
)
from leitstern.core.outside.performance import lived_well
from leitstern.core.outside.promises import PromiseRecord, promise_records, read_promise_records
from leitstern.core.outside.reasons import drivers_of, reasons
from leitstern.core.outside.repeats import Repeats, read_repeats, repeats
from leitstern.core.outside.scores import Mood, Score, moods, read_moods, read_scores, scores
from leitstern.core.outside.stages import with_stage
from leitstern.core.outside.strata import AlikeInWaiting, alike_in_waiting
from leitstern.core.outside.timeline import COLUMNS, TimelineEvent, read_timeline
from leitstern.core.outside.variants import Variants, moves_on, read_staying, read_variants, staying, variants
from leitstern.core.outside.visitors import visitors
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.store.held import follows
from leitstern.store.held import ways as taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.taxonomy import Milestone
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.share import ShareStatistics

EXAMPLES = 5  # customers a milestone leads to
SEED = 7


@dataclass(frozen=True, slots=True)
class LivedShare:
    """What customers lived of one statement at one touchpoint.

    Of the `disappointed` customers, who did not agree, `worst` gave the worst answer possible; `depth` 0–1 is how far
    below good they all answered.
    """

    touchpoint: int
    facet: str
    statistics: ShareStatistics
    depth: float | None
    disappointed: int
    worst: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """What goes along with the answers, and what a kept promise means among customers who waited alike.

    `well`: per visible reason, of how many customers it was lived as it should be.
    """

    explanation: Explanation
    alike: AlikeInWaiting | None
    well: tuple[tuple[str, Measured], ...]


def lived(state: Published) -> tuple[LivedShare, ...]:
    """Every statement at every touchpoint that somebody answered or that fell due."""

    def compute(ask: Question) -> tuple[LivedShare, ...]:
        found = lived_statistics(ask.table("feedback"), ask.table("promises"), state.as_of)
        return tuple(
            LivedShare(
                touchpoint=place.touchpoint,
                facet=place.facet,
                statistics=place.agreement,
                depth=place.depth.value if isinstance(place.depth, Estimate) else None,
                disappointed=place.shortfall.n,
                worst=round(place.worst.share * place.worst.n) if place.worst.weight else 0,
            )
            for place in read_lived(ask.run(found))
        )

    return state.find("lived", (), compute)


def lived_at(state: Published, touchpoint: int, facet: str) -> ShareStatistics | None:
    """What is known of one statement at one touchpoint; None if nobody answered and nothing fell due."""
    return next(
        (line.statistics for line in lived(state) if (line.touchpoint, line.facet) == (touchpoint, facet)),
        None,
    )


def customers_at(state: Published) -> dict[int, tuple[int, float]]:
    """Customers per touchpoint code: counted, and weighted."""

    def compute(ask: Question) -> dict[int, tuple[int, float]]:
        rows = ask.rows(visitors(ask.table("transitions")))
        return {row["touchpoint"]: (row["customers"], row["weighted"]) for row in rows}

    return state.find("customers at touchpoints", (), compute)


def scores_by(state: Published, by: Sequence[str] = ()) -> tuple[Score, ...]:
    """NPS, satisfaction, effort and ratings per group of feedback columns (none: of the whole company)."""

    def compute(ask: Question) -> tuple[Score, ...]:
        found = read_scores(ask.run(scores(ask.table("feedback"), by)), by, state.as_of)
        return tuple(map(shown, found))

    return state.find("scores", tuple(by), compute)


def moods_by_touchpoint(state: Published) -> dict[int, Mood]:
    """Mood per touchpoint code."""

    def compute(ask: Question) -> dict[int, Mood]:
        found = read_moods(ask.run(moods(ask.table("feedback"), ["touchpoint"])), ["touchpoint"], state.as_of)
        return {int(str(mood.group[0])): shown(mood) for mood in found}

    return state.find("moods by touchpoint", (), compute)


def moods_by_stage(state: Published) -> dict[int, Mood]:
    """Mood per stage code."""

    def compute(ask: Question) -> dict[int, Mood]:
        rows = with_stage(ask.table("feedback"), state.taxonomy)
        found = read_moods(ask.run(moods(rows, ["stage"])), ["stage"], state.as_of)
        return {int(str(mood.group[0])): shown(mood) for mood in found}

    return state.find("moods by stage", (), compute)


def all_flows(state: Published) -> tuple[Flow, ...]:
    """What comes next after each touchpoint, most frequent first."""

    def compute(ask: Question) -> tuple[Flow, ...]:
        picked = ask.picked()
        rows = follows.flows(picked) if picked else ask.run(flows(ask.table("transitions")))
        return tuple(map(shown, read_flows(rows, state.as_of)))

    return state.find("flows", (), compute)


def top_variants(state: Published, top: int = 20) -> Variants:
    """The most frequent paths."""

    def compute(ask: Question) -> Variants:
        picked = ask.picked()
        rows = taken.variants(picked, top) if picked else ask.run(variants(ask.table("journeys"), top))
        found = read_variants(rows, state.as_of)
        return replace(found, variants=tuple(map(shown, found.variants)))

    return state.find("variants", (top,), compute)


def ways(state: Published, top: int = 20) -> Variants:
    """The most frequent paths of the journeys that lead to more than one touchpoint, with their share of these."""

    def compute(ask: Question) -> Variants:
        picked, journeys = ask.picked(), ask.table("journeys")
        if picked:
            rows = taken.variants(picked.moving, top)
        else:
            rows = ask.run(variants(journeys.filter(moves_on(journeys)), top))
        found = read_variants(rows, state.as_of)
        return replace(found, variants=tuple(map(shown, found.variants)))

    return state.find("ways", (top,), compute)


def share_staying(state: Published) -> Measured:
    """The share of journeys that stay at the touchpoint they began at."""
    return state.find(
        "staying", (), lambda ask: read_staying(ask.run(staying(ask.table("journeys"))), state.as_of)
    )


def all_handoffs(state: Published) -> tuple[Handoff, ...]:
    """Where customers are passed on within one case; going back as a map designs it is no return."""

    def compute(ask: Question) -> tuple[Handoff, ...]:
        steps = within_cases(ask.table("transitions"), ask.table("contacts"))
        found = handoffs(steps, designed_steps(state.taxonomy))
        return tuple(map(shown, read_handoffs(ask.run(found), state.as_of)))

    return state.find("handoffs in cases", (), compute)


def turning_up(state: Published) -> tuple[Handoff, ...]:
    """Where customers are afterwards whose contacts belong to no case: neighbours in time, passed on by nobody."""

    def compute(ask: Question) -> tuple[Handoff, ...]:
        steps = without_case(ask.table("transitions"), ask.table("contacts"))
        return tuple(map(shown, read_handoffs(ask.run(handoffs(steps)), state.as_of)))

    return state.find("afterwards at", (), compute)


def handoffs_in_cases(state: Published, by: Sequence[str] = ()) -> tuple[HandoffsPerJourney, ...]:
    """How often a case changes hands."""

    def compute(ask: Question) -> tuple[HandoffsPerJourney, ...]:
        rows = ask.run(handoffs_per_journey(within_cases(ask.table("journeys"), ask.table("contacts")), by))
        return tuple(map(shown, read_handoffs_per_journey(rows, by, state.as_of)))

    return state.find("handoffs per case", tuple(by), compute)


def all_repeats(state: Published) -> tuple[Repeats, ...]:
    """Where customers have to come back within seven days."""

    def compute(ask: Question) -> tuple[Repeats, ...]:
        return tuple(map(shown, read_repeats(ask.run(repeats(ask.table("transitions"))), state.as_of)))

    return state.find("repeats", (), compute)


def most_repeated(state: Published) -> list[Repeats]:
    """The touchpoints of the taxonomy by the share of customers who had to come back, highest first."""
    ranked = [
        (found.of_customers.value, found)
        for found in all_repeats(state)
        if isinstance(found.of_customers, Estimate) and found.touchpoint != UNMAPPED
    ]
    return [found for _, found in sorted(ranked, key=lambda pair: (-pair[0], pair[1].touchpoint))]


def promises_by(state: Published, by: Sequence[str]) -> tuple[PromiseRecord, ...]:
    """What became of promises, per group."""

    def compute(ask: Question) -> tuple[PromiseRecord, ...]:
        rows = ask.run(promise_records(ask.table("promises"), by, state.as_of))
        return tuple(map(shown, read_promise_records(rows, by, state.as_of)))

    return state.find("promises", tuple(by), compute)


def milestones(state: Published) -> tuple[tuple[Milestone, MilestoneRecord], ...]:
    """What customers lived around each milestone of the taxonomy."""

    def compute(ask: Question) -> tuple[tuple[Milestone, MilestoneRecord], ...]:
        found = []
        for milestone in state.taxonomy.milestones:
            reached = moments(ask.table("contacts"), milestone, state.taxonomy, state.as_of)
            record, examples = (
                ask.run(milestone_record(reached)),
                ask.run(milestone_examples(reached, EXAMPLES)),
            )
            found.append((milestone, shown(read_milestone(record, examples, state.as_of))))
        return tuple(found)

    return state.find("milestones", (), compute)


def reasons_found(state: Published) -> tuple[Reasons, ...]:
    """Which visible reasons go along with the answers, per touchpoint and statement."""
    drivers = drivers_of(state.taxonomy)

    def compute(ask: Question) -> tuple[Reasons, ...]:
        rows = reasons(
            ask.table("feedback"),
            ask.table("contacts"),
            ask.table("transitions"),
            ask.table("promises"),
            state.taxonomy,
        )
        answers = read_answers(ask.run(rows), drivers)
        explained = explain(answers, np.random.default_rng(SEED), state.as_of)
        return tuple(
            Reasons(
                explanation,
                alike_in_waiting(said, explanation, drivers, state.as_of),
                lived_well(said, drivers, state.as_of),
            )
            for said, explanation in zip(answers, explained, strict=True)
        )

    return state.find("reasons", (), compute)


def explanations(state: Published) -> tuple[Explanation, ...]:
    """The explanations alone."""
    return tuple(found.explanation for found in reasons_found(state))


def story(state: Published, entity_ids: Sequence[int]) -> tuple[TimelineEvent, ...]:
    """Everything one customer lived with us. Never cached: it is about a person."""
    with state.reader(entity_ids) as reader:
        rows = {name: reader.read(name, columns) for name, columns in COLUMNS.items()}
    return read_timeline(rows, state.as_of)


def somebody_at(state: Published, touchpoint: int, facet: str) -> int | None:
    """A customer whose story shows what disagreement here means: the worst answer with most contacts behind it."""

    def compute(ask: Question) -> int | None:
        tables = ask.table("feedback"), ask.table("promises"), ask.table("transitions")
        rows = ask.rows(telling_customer(*tables, touchpoint, facet, state.as_of))
        return rows[0]["entity_id"] if rows else None

    return state.find("somebody", (touchpoint, facet), compute)


@dataclass(frozen=True, slots=True)
class KeptPromises:
    """What became of all promises together."""

    kept: Estimate
    overdue: int


def kept_promises(state: Published) -> KeptPromises | None:
    """The share of promises kept in time; None where none has fallen due."""
    found = promises_by(state, [])
    if not found or isinstance(found[0].late, Missing):
        return None
    late = found[0].late
    kept = replace(late, value=1 - late.value, low=1 - late.high, high=1 - late.low)
    return KeptPromises(kept, found[0].overdue)
