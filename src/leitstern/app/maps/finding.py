"""A map beside what customers lived, for one selection, as found in the published state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.outside.reading import Question
from leitstern.core.company.facets import IN_TIME, SATISFIED
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.along import blocks
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.lived import lived_statistics, read_lived
from leitstern.core.outside.map_answers import (
    Pains,
    of_journeys,
    pains,
    read_pains,
    read_step_waits,
    step_waits,
)
from leitstern.core.outside.map_fit import MapFit, designed, on_map, read_fit, ways_along
from leitstern.core.outside.quantiles import NOTHING_MEASURED
from leitstern.core.outside.scores import Mood, moods, read_moods
from leitstern.core.outside.visitors import visitors
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import NOBODY, share_estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.app.journeys.asking import Chosen, Side
    from leitstern.app.outside.reading import Published
    from leitstern.core.company.taxonomy import JourneyMap, Promise, Stage, Taxonomy
    from leitstern.core.outside.map_fit import StepFit
    from leitstern.core.stats.estimate import Measured

NO_ANSWERS = Missing("no-answers", Text(en="no answers", de="keine Antworten"))
NO_PROMISE = Missing("no-promise", Text(en="nothing was promised", de="nichts versprochen"))
NO_STEP = Missing("no-step", Text(en="no further step", de="kein weiterer Schritt"))


@dataclass(frozen=True, slots=True)
class MapFound:
    """Everything found of one map: codes of touchpoints as keys, waits by position of the step in hours."""

    fit: MapFit
    came: dict[int, int]
    moods: dict[int, Measured]
    lived: dict[tuple[int, str], Measured]
    waits: dict[int, tuple[Measured, Measured]]
    pains: tuple[Pains, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise at a step, and the share 0–1 of customers on this map who got it."""

    promise: Promise
    lived: Measured


@dataclass(frozen=True, slots=True)
class Step:
    """One step with everything that is known of it; `place` from 1."""

    place: int
    touchpoint: Touchpoint
    stage: Stage | None
    department: Text
    owner: Text | None
    optional: bool
    repeatable: bool
    parallel: str
    fit: StepFit
    customers: int | None
    mood: Measured
    in_time: Measured
    lived: Measured
    promises: tuple[Kept, ...]
    wait: Measured
    wait_p90: Measured
    pains: Pains | None


def find_fit(state: Published, journey_map: JourneyMap) -> MapFit:
    """How a map fits all journeys, computed now and not kept: a draft changes with every press of a key."""

    with state.reader() as reader:
        return fit_of(Question(state, reader).run, reader.table("journeys"), journey_map, state)


def found_map(chosen: Chosen, journey_map: JourneyMap) -> MapFound | None:
    """The map beside what the selection lived; None of fewer than five customers."""
    state = chosen.state
    return chosen.alone.find("map", lambda side: _found(side, journey_map, state), journey_map).a


def steps_of(journey_map: JourneyMap, found: MapFound, taxonomy: Taxonomy) -> tuple[Step, ...]:
    """The steps of the map, each with what was found of it."""
    points = taxonomy.lookup(Touchpoint)
    stages = {each.slug: each for each in taxonomy.stages}
    departments = {each.slug: each for each in taxonomy.departments}
    told = {each.touchpoint: each for each in found.pains}
    result = []
    for at, (step, fit) in enumerate(zip(journey_map.steps, found.fit.steps, strict=True)):
        point = points.slug(step.touchpoint)
        if point is None:
            continue
        here = departments.get(point.department)
        kept = tuple(
            Kept(each, found.lived.get((point.code, each.facet), NO_ANSWERS))
            for each in taxonomy.promises
            if each.touchpoint == point.slug
        )
        ends = at in blocks(designed(journey_map, taxonomy))[-1]
        median, p90 = found.waits.get(at, (NO_STEP if ends else NOTHING_MEASURED,) * 2)
        result.append(
            Step(
                place=at + 1,
                touchpoint=point,
                stage=stages.get(point.stage),
                department=here.name if here else Text(point.department, point.department),
                owner=point.owner or (here.owner if here else None),
                optional=step.optional,
                repeatable=step.repeatable,
                parallel=step.parallel,
                fit=fit,
                customers=found.came.get(point.code),
                mood=found.moods.get(point.code, NO_ANSWERS),
                in_time=found.lived.get((point.code, IN_TIME.slug), NO_PROMISE),
                lived=found.lived.get((point.code, SATISFIED.slug), NO_ANSWERS),
                promises=kept,
                wait=median,
                wait_p90=p90,
                pains=told.get(point.code),
            )
        )
    return tuple(result)


def weakest(steps: tuple[Step, ...]) -> Step | None:
    """The step with the worst mood; None where nobody answered."""
    felt = [(each.mood.value, each.place, each) for each in steps if isinstance(each.mood, Estimate)]
    return min(felt)[2] if felt else None


def fit_of(
    run: Callable[[Table], Rows], journeys: Table, journey_map: JourneyMap, state: Published
) -> MapFit:
    """How a map fits these journeys."""
    rows = run(
        ways_along(
            on_map(journeys, journey_map, state.taxonomy), state.as_of, state.taxonomy.journey_gap_days
        )
    )
    return read_fit(rows, designed(journey_map, state.taxonomy), state.as_of)


def _found(side: Side, journey_map: JourneyMap, state: Published) -> MapFound:
    ask, taxonomy, as_of = side.ask, state.taxonomy, state.as_of
    steps = designed(journey_map, taxonomy)
    journeys = on_map(side.journeys, journey_map, taxonomy)
    contacts, transitions = ask.table("contacts"), ask.table("transitions")
    feedback, promises = (
        of_journeys(ask.table(name), journeys, contacts, transitions) for name in ("feedback", "promises")
    )
    along = transitions.semi_join(journeys.select("journey"), "journey")
    waited = step_waits(along, steps)
    return MapFound(
        fit=fit_of(ask.run, side.journeys, journey_map, state),
        came={
            row["touchpoint"]: row["customers"]
            for row in ask.rows(visitors(along))
            if row["customers"] >= FEWEST
        },
        moods=_moods(ask, feedback, as_of),
        lived=_lived(ask, feedback, promises, as_of),
        waits=read_step_waits(ask.run(waited) if waited is not None else None, as_of),
        pains=read_pains(ask.run(pains(feedback, [step.touchpoint for step in steps]))),
    )


def _moods(ask: Question, feedback: Table, as_of: date) -> dict[int, Measured]:
    by = ["touchpoint"]
    found: tuple[Mood, ...] = read_moods(ask.run(moods(feedback, by)), by, as_of)
    return {int(str(each.group[0])): shown(each).mood for each in found}


def _lived(ask: Question, feedback: Table, promises: Table, as_of: date) -> dict[tuple[int, str], Measured]:
    found = {}
    for each in read_lived(ask.run(lived_statistics(feedback, promises, as_of))):
        measured = share_estimate(each.agreement, as_of) if each.agreement.weight else NOBODY
        few = isinstance(measured, Estimate) and measured.n < FEWEST
        found[each.touchpoint, each.facet] = TOO_FEW_CUSTOMERS if few else measured
    return found
