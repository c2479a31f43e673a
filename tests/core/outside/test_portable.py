"""The same expressions for every engine: nothing here may need one engine's own functions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pytest
from tests.core.outside.test_milestones import BANK, PAID_OFF

from leitstern.collect.taxonomy_file import load_taxonomy
from leitstern.core.outside.breaks import breaks
from leitstern.core.outside.cases import within_cases, without_case
from leitstern.core.outside.cohorts import came_again, cohorts_begun
from leitstern.core.outside.completion import completion
from leitstern.core.outside.flows import flows
from leitstern.core.outside.graph import covered_journeys, covered_steps, graph, stage_steps
from leitstern.core.outside.handed_on import handed_on
from leitstern.core.outside.handoffs import handoffs, handoffs_per_journey
from leitstern.core.outside.handoffs_monthly import handoffs_by_month
from leitstern.core.outside.lineage import with_journey_channel
from leitstern.core.outside.lived import lived_statistics_by_period
from leitstern.core.outside.loops import department_loops, touchpoint_loops
from leitstern.core.outside.milestones import milestone_examples, milestone_record, moments
from leitstern.core.outside.newcomers import answering, coming, contacts_by_month, lived_beside
from leitstern.core.outside.people_part import people_part
from leitstern.core.outside.promises import promise_records
from leitstern.core.outside.reasons import reasons
from leitstern.core.outside.repeats import repeats
from leitstern.core.outside.response_times import response_sums, response_tallies, timed
from leitstern.core.outside.scores import moods, scores, with_month
from leitstern.core.outside.steps_around import around_first, around_last, links, places
from leitstern.core.outside.told_again import how_much_recorded, told_again
from leitstern.core.outside.variants import staying, variants
from leitstern.core.outside.ways_beside import ways_among
from leitstern.core.tables.lake import LAKE

MARKET = load_taxonomy(Path(__file__).resolve().parents[3] / "examples/olist/taxonomy.yaml")
TODAY = date(2026, 4, 1)
TABLES = {name: ibis.table(ibis.Schema.from_pyarrow(schema), name=name) for name, schema in LAKE.items()}
CONTACTS, FEEDBACK, PROMISES = (TABLES[name] for name in ("contacts", "feedback", "promises"))
TRANSITIONS, JOURNEYS = TABLES["transitions"], TABLES["journeys"]
LINKED = with_journey_channel(PROMISES, CONTACTS, TRANSITIONS, JOURNEYS)
MOMENTS = moments(CONTACTS, PAID_OFF, BANK, TODAY)

EXPRESSIONS = {
    "flows": flows(TRANSITIONS),
    "variants": variants(JOURNEYS, 5),
    "handoffs": handoffs(within_cases(TRANSITIONS, CONTACTS), {(1, 2)}),
    "afterwards": handoffs(without_case(TRANSITIONS, CONTACTS)),
    "handed on": handed_on(within_cases(TRANSITIONS, CONTACTS)),
    "ways": ways_among(JOURNEYS, ((1, 2), (3,))),
    "loops": touchpoint_loops(TRANSITIONS, {(1, 1)}),
    "loops of departments": department_loops(TRANSITIONS, {(1, 2)}),
    "graph": graph(stage_steps(TRANSITIONS, MARKET)),
    "steps in the graph": covered_steps(stage_steps(TRANSITIONS, MARKET), [(1, 2)]),
    "journeys in the graph": covered_journeys(stage_steps(TRANSITIONS, MARKET), [(1, 2)]),
    "cohorts": came_again(JOURNEYS, JOURNEYS, TRANSITIONS, "quarter"),
    "cohorts begun": cohorts_begun(JOURNEYS, JOURNEYS, "month"),
    "places around": places(around_first(TRANSITIONS, 1)),
    "links around": links(around_last(TRANSITIONS, 1), ((1, 2),)),
    "staying": staying(JOURNEYS),
    "handoffs per journey": handoffs_per_journey(JOURNEYS, ["channel"]),
    "handoffs by month": handoffs_by_month(TRANSITIONS),
    "repeats": repeats(TRANSITIONS),
    "promises": promise_records(LINKED, ["journey_channel"], TODAY),
    "milestone": milestone_record(MOMENTS),
    "examples": milestone_examples(MOMENTS, 3),
    "lived": lived_statistics_by_period(FEEDBACK, PROMISES, TODAY, "half-year"),
    "scores": scores(with_month(FEEDBACK), ["touchpoint", "month"]),
    "moods": moods(FEEDBACK, ["touchpoint"]),
    "months": contacts_by_month(CONTACTS),
    "coming": coming(CONTACTS, FEEDBACK, TODAY),
    "answering": answering(CONTACTS, FEEDBACK, TODAY),
    "beside": lived_beside(CONTACTS, FEEDBACK, PROMISES, TODAY, TODAY),
    "people": people_part(FEEDBACK, MARKET),
    "told again": told_again(TRANSITIONS, CONTACTS, "touchpoint"),
    "recorded": how_much_recorded(TRANSITIONS, CONTACTS),
    "completion": completion(TRANSITIONS, CONTACTS, MARKET, TODAY),
    "response times": response_sums(timed(PROMISES, 10**15)),
    "tallies": response_tallies(timed(PROMISES, 10**15)),
    "breaks": breaks(TRANSITIONS, CONTACTS, MARKET, ["map", "month"]),
    "reasons": reasons(FEEDBACK, CONTACTS, TRANSITIONS, PROMISES, MARKET),
}


@pytest.mark.parametrize("dialect", ["duckdb", "postgres"])
@pytest.mark.parametrize("name", EXPRESSIONS)
def test_said_in_every_dialect(name: str, dialect: str) -> None:
    expression: Any = EXPRESSIONS[name]
    assert ibis.to_sql(expression, dialect=dialect)
