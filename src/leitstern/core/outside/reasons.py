"""Visible reasons: for every answer, what the customer had lived through in that journey up to then."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import Driver, Promise, Touchpoint
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.handoffs import passed_on
from leitstern.core.outside.lineage import with_journey
from leitstern.core.outside.sampling import attach
from leitstern.core.tables.lake import REPEAT_WINDOW_US
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from ibis import Table
    from ibis.expr.types import FloatingColumn

    from leitstern.core.company.taxonomy import Taxonomy

NOWHERE = -1  # a code no touchpoint or promise has

# What is looked at where the taxonomy names no drivers of its own.
FAMILIES = (
    Driver("lateness", Text(en="Lateness", de="Verspätung")),
    Driver("repeats", Text(en="Repeats", de="Wiederholkontakte")),
    Driver("handoffs", Text(en="Handoffs", de="Übergaben")),
    Driver("waits", Text(en="Waits", de="Wartezeiten")),
)


def drivers_of(taxonomy: Taxonomy) -> tuple[Driver, ...]:
    """The taxonomy's own drivers, or else the four families."""
    return taxonomy.drivers or FAMILIES


def reasons(
    feedback: Table, contacts: Table, transitions: Table, promises: Table, taxonomy: Taxonomy
) -> Table:
    """One row per answer that belongs to a journey, one column per driver: `driver_0`, … as in `drivers_of`.

    Only what happened up to the answer counts. A promise not kept by then is as late as the day of the answer makes
    it; a wait that is not over lasts until the answer. Null: the driver does not apply (the first touchpoint of a
    wait was not reached, no contact carried the property). Also: answer (its seq), entity_id, touchpoint, facet,
    weight, good (0/1) and outcome, the place of the answer on its scale (0–1).
    """
    import ibis

    linked = with_journey(feedback, contacts, transitions)
    linked = linked.filter(linked.journey.notnull())
    answers = linked.select(
        "entity_id",
        "touchpoint",
        "facet",
        "weight",
        answer="seq",
        good=ibis.ifelse(linked.value >= linked.good_from, 1, 0),
        outcome=(linked.value - linked.low) / (linked.high - linked.low).nullif(0),
    )
    asked = linked.select("journey", answer="seq", answer_us="ts_us", answer_date="local_date")
    steps = asked.join(transitions.join(contacts.select("seq", "props"), "seq"), "journey")
    steps = steps.filter(steps.ts_us <= steps.answer_us)
    made = with_journey(promises, contacts, transitions)
    made = made.select("journey", "promise", "due_date", "kept_us", "late_days")
    made = asked.join(made, "journey")
    for number, driver in enumerate(drivers_of(taxonomy)):
        lived = _lived(driver, steps, made, taxonomy)
        answers = attach(answers, lived.rename({f"driver_{number}": "lived"}), ["answer"])
        if not (driver.wait or driver.prop):
            answers = answers.mutate(**{f"driver_{number}": answers[f"driver_{number}"].fill_null(0)})
    return answers


def _lived(driver: Driver, steps: Table, made: Table, taxonomy: Taxonomy) -> Table:
    """Columns `answer` and `lived`: how much of it; `steps` and `made` are what answers can look back on."""
    if driver.wait:
        points = taxonomy.lookup(Touchpoint)
        first, second = (point.code if (point := points.slug(slug)) else NOWHERE for slug in driver.wait)
        return _wait(steps, first, second)
    if driver.late or driver.early:
        promise = taxonomy.lookup(Promise).slug(driver.late or driver.early)
        made = made.filter(made.promise == (promise.code if promise else NOWHERE))
        return _late(made) if driver.late else _early(made)
    if driver.prop:
        return _number(steps, driver.prop)
    return {"lateness": _late(made), "repeats": _repeats(steps), "handoffs": _handoffs(steps)}.get(
        driver.slug, _waits(steps)
    )


def _wait(steps: Table, first: int, second: int) -> Table:
    """Hours from the first contact at `first` to the next one at `second`, or until the answer."""
    import ibis

    begun = steps.filter(steps.touchpoint == first)
    begun = begun.aggregate(by=["answer", "answer_us"], begun=begun.ts_us.min())
    ended = steps.filter(steps.touchpoint == second).select("answer", "ts_us").join(begun, "answer")
    ended = ended.filter(ended.ts_us > ended.begun if first == second else ended.ts_us >= ended.begun)
    spans = attach(begun, ended.aggregate(by="answer", ended=ended.ts_us.min()), ["answer"])
    return spans.select("answer", lived=(ibis.coalesce(spans.ended, spans.answer_us) - spans.begun) / HOUR_US)


def _late(made: Table) -> Table:
    """Days by which the latest of the promises was missed when the customer answered."""
    import ibis

    kept = made.kept_us <= made.answer_us  # null where it never was
    so_far = made.answer_date.delta(made.due_date, unit="day")
    return made.aggregate(by="answer", lived=ibis.ifelse(kept, made.late_days, so_far).max())


def _early(made: Table) -> Table:
    """Days by which the earliest of the promises was bettered when the customer answered."""
    made = made.filter(made.kept_us <= made.answer_us)
    return made.aggregate(by="answer", lived=-made.late_days.min())


def _number(steps: Table, name: str) -> Table:
    """The largest number any contact carried under this name."""
    numbers = steps.mutate(number=number_kept(steps, name))
    numbers = numbers.filter(numbers.number.notnull())
    return numbers.aggregate(by="answer", lived=numbers.number.max())


def number_kept(contacts: Table, name: str) -> FloatingColumn:
    """The number each contact keeps under this name; null where there is none, or a text that only begins like one.

    Read by pattern: JSON functions differ by engine.
    """
    key = re.escape(json.dumps(name, ensure_ascii=False))
    number = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
    found = contacts.props.re_extract(rf'{key}\s*:\s*("{number}"|{number}\s*[,}}])', 1)
    return found.re_replace(r'[",}\s]', "").nullif("").cast("float64")


def _repeats(steps: Table) -> Table:
    import ibis

    again = ibis.ifelse(steps.since_same_us <= REPEAT_WINDOW_US, 1, 0)
    return steps.aggregate(by="answer", lived=again.sum())


def _handoffs(steps: Table) -> Table:
    import ibis

    seen = steps.ts_us + steps.wait_us <= steps.answer_us
    return steps.aggregate(by="answer", lived=ibis.ifelse(passed_on(steps) & seen, 1, 0).sum())


def _waits(steps: Table) -> Table:
    """Hours from the journey's first contact to its latest one."""
    return steps.aggregate(by="answer", lived=(steps.ts_us.max() - steps.ts_us.min()) / HOUR_US)
