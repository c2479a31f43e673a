"""Funnels: how far customers get along touchpoints in a given time, and what those do instead who stop on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from leitstern.core.outside.few import FEWEST, shown
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

DAY_US = 24 * HOUR_US
NOTHING = -1  # stands for the next touchpoint where none was met within the window


class Mode(StrEnum):
    """What counts as getting on to the next step."""

    ORDERED = "ordered"  # later contacts in this order, whatever lies between
    STRICT = "strict"  # neighbours in one journey
    ANY = "any"  # all of the touchpoints, whichever comes first


@dataclass(frozen=True, slots=True)
class Way:
    """The touchpoints (codes, in order), how they count, and the days from the first in which the rest must follow."""

    steps: tuple[int, ...]
    mode: Mode
    days: int

    @property
    def begins(self) -> tuple[int, ...]:
        """Where it may begin."""
        return self.steps if self.mode is Mode.ANY else self.steps[:1]


@dataclass(frozen=True, slots=True)
class Instead:
    """What those who stop did next: a touchpoint (0: not mapped), nothing within the window, or one of the rarer ones.

    `share` 0–1 of those who stop at this step; n = these.
    """

    touchpoint: int | None  # None: rarer ones together
    customers: int
    share: Measured

    @property
    def nothing(self) -> bool:
        """Whether they met no touchpoint within the window."""
        return self.touchpoint == NOTHING


@dataclass(frozen=True, slots=True)
class Step:
    """Customers who got this far. Of the first step there is neither a share nor a wait.

    `share` 0–1 of those at the first step, n = these; `wait_median` in hours since the step before.
    """

    customers: int
    share: Measured | None
    wait_median: Measured | None
    stopped: int
    instead: tuple[Instead, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """The steps, and how many customers have begun so lately that their window is not over."""

    steps: tuple[Step, ...]
    pending: int

    @property
    def customers(self) -> int:
        """All who are counted."""
        return self.steps[0].customers


def walks(transitions: Table, way: Way, as_of: date) -> Table:
    """One row per customer who ever began: how far the best of their beginnings led.

    Best is the one that got furthest, of several the earliest; those whose window is over at `as_of` before all others.
    Columns: person, weight (of the first contact), `reached` (steps; 0: no window is over), us_1, us_2, …, and
    `instead`: the touchpoint after the last step that was reached, `NOTHING` within the window, or null at the end.
    """
    import ibis

    found = _strict(transitions, way) if way.mode is Mode.STRICT else _across(transitions, way)
    places = range(1, len(way.steps) + 1)
    got = [found[f"us_{place}"].notnull().cast("int16") for place in places]
    over = ibis.literal(as_of).delta(found.local_date, unit="day") > way.days
    found = found.mutate(got=sum(got[1:], got[0]), over=ibis.ifelse(over, 1, 0))
    best = ibis.window(
        group_by="person",
        order_by=[ibis.desc("over"), ibis.desc("got"), "us_1", "seq"],
    )
    found = found.mutate(rank=ibis.row_number().over(best))
    found = found.filter(found["rank"] == 0)
    instead: Any = ibis.null("int32")
    for place in places[:-1]:
        in_time = (found[f"then_us_{place}"] - found.us_1 <= way.days * DAY_US).fill_null(False)
        then = ibis.ifelse(in_time, found[f"then_{place}"], ibis.literal(NOTHING, "int32"))
        instead = ibis.ifelse(found.got == place, then, instead)
    return found.select(
        "person",
        "weight",
        *(f"us_{place}" for place in places),
        reached=ibis.ifelse(found.over == 1, found.got, 0),
        instead=instead,
    )


def _strict(transitions: Table, way: Way) -> Table:
    rows = transitions.mutate(
        group=transitions.journey,
        place=transitions.position,
        then=transitions.next_touchpoint,
        then_us=transitions.ts_us + transitions.wait_us,
        **{f"go_{at}": transitions.position + 1 for at in range(2, len(way.steps) + 1)},
    )
    return _chained(rows, way)


def _across(transitions: Table, way: Way) -> Table:
    import ibis

    began = transitions.filter(transitions.touchpoint.isin(way.begins)).select("person").distinct()
    rows = transitions.select("person", "ts_us", "seq", "touchpoint", "weight", "local_date")
    rows = rows.semi_join(began, "person").mutate(group=ibis._.person)
    along = ibis.window(group_by="person", order_by=["ts_us", "seq"])
    rows = rows.mutate(
        place=ibis.row_number().over(along),
        then=rows.touchpoint.lead().over(along),
        then_us=rows.ts_us.lead().over(along),
    )
    rows = rows.filter(rows.touchpoint.isin(set(way.steps)))
    reach = 0 if way.mode is Mode.ANY else 1  # the first contact is itself one of any
    later = ibis.window(group_by="person", order_by="place", rows=(reach, None))
    rows = rows.mutate(
        **{
            f"go_{at}": rows.place.min(where=rows.touchpoint == touchpoint).over(later)
            for at, touchpoint in enumerate(way.steps, 1)
        }
    )
    return _gathered(rows, way) if way.mode is Mode.ANY else _chained(rows, way)


def _chained(rows: Table, way: Way) -> Table:
    """From every beginning step by step, each to the earliest contact that is the next one."""
    last = len(way.steps)
    found = rows.filter(rows.touchpoint == way.steps[0])
    found = found.select(
        *("person", "group", "seq", "weight", "local_date"),
        us_1="ts_us",
        then_1="then",
        then_us_1="then_us",
        go=rows.go_2,
    )
    for at in range(2, last + 1):
        hop = rows.filter(rows.touchpoint == way.steps[at - 1])
        names = {f"us_{at}": "ts_us", f"then_{at}": "then", f"then_us_{at}": "then_us"}
        further = hop[f"go_{at + 1}"] if at < last else hop.place
        hop = hop.select(there="group", place="place", further=further, **names)
        kept = [name for name in found.columns if name != "go"]
        joined = found.left_join(
            hop,
            [
                found.group == hop.there,
                found.go == hop.place,
                hop[f"us_{at}"] - found.us_1 <= way.days * DAY_US,
            ],
        )
        found = joined.select(*kept, *names, go=joined.further)
    return found


def _gathered(rows: Table, way: Way) -> Table:
    """From every beginning the first contact at each of the touchpoints, in the order in which they came."""
    import ibis

    begin = ["person", "start", "seq", "weight", "local_date"]
    places = range(1, len(way.steps) + 1)
    gone = [f"go_{at}" for at in places]
    starts = rows.select("person", "seq", "weight", "local_date", *gone, start="place", start_us="ts_us")
    hop = rows.select("place", "then", "then_us", there="person", us="ts_us")
    each = ibis.union(*(starts.select(*begin, "start_us", go=name) for name in gone))
    met = each.join(
        hop,
        [each.person == hop.there, each.go == hop.place, hop.us - each.start_us <= way.days * DAY_US],
    )
    met = met.mutate(at=ibis.row_number().over(ibis.window(group_by=["person", "start"], order_by="go")))
    columns = {}
    for at in places:
        here = met["at"] == at - 1
        columns[f"us_{at}"] = met.us.max(where=here)
        columns[f"then_{at}"] = met["then"].max(where=here)
        columns[f"then_us_{at}"] = met.then_us.max(where=here)
    return met.aggregate(by=begin, **columns)


def funnel_sums(walked: Table, steps: int) -> Table:
    """Of `walks`: one row with the sufficient statistics of every share of those at the first step."""
    rows = walked.filter(walked.reached > 0)
    names = {place: _measure(place) for place in range(1, steps + 1)}
    rows = rows.mutate(**{name: (rows.reached >= place).cast("int64") for place, name in names.items()})
    sums = customer_sums(rows, [], "person", list(names.values()))
    counted = rows.aggregate(**{f"customers_{place}": rows[name].sum() for place, name in names.items()})
    pending = walked.aggregate(pending=(walked.reached == 0).sum())
    return sums.cross_join(counted).cross_join(pending)


def funnel_waits(walked: Table, steps: int) -> Table:
    """Of `walks`: per `step` from the second on, the median time since the one before."""
    import ibis

    parts = []
    for place in range(2, steps + 1):
        rows = walked.filter(walked.reached >= place)
        wait = rows[f"us_{place}"] - rows[f"us_{place - 1}"]
        parts.append(rows.select("person", "weight", step=ibis.literal(place, "int16"), wait_us=wait))
    waits = ibis.union(*parts) if len(parts) > 1 else parts[0]
    waits = waits.mutate(hours=waits.wait_us // HOUR_US)
    return quantiles(waits, ["step"], "wait_us", "hours", "person", (50,))


def funnel_instead(walked: Table, steps: int) -> Table:
    """Of `walks`: of those who stopped after so many steps, how many did what instead."""
    stopped = walked.filter(walked.reached > 0, walked.reached < steps)
    return going_on(stopped, ["reached"], ["instead"])


def read_funnel(sums: Rows, waits: Rows, instead: Rows, way: Way, as_of: date | None = None) -> Funnel:
    """The results of the three; what rests on fewer than five customers is left out or says so."""
    row = sums.to_pylist()[0]
    waited = {each["step"]: each for each in waits.to_pylist()}
    did: dict[int, list[dict[str, Any]]] = {}
    for each in instead.to_pylist():
        did.setdefault(each["reached"], []).append(each)
    steps = []
    for place in range(1, len(way.steps) + 1):
        customers = row[f"customers_{place}"] or 0
        onward = (row[f"customers_{place + 1}"] or 0) if place < len(way.steps) else customers
        share = wait = None
        if place > 1:
            share = share_estimate(share_statistics(row, _measure(place)), as_of)
            wait = quantile_estimate(waited.get(place, _NO_WAIT), 50, HOUR_US, as_of)
        step = Step(customers, share, wait, customers - onward, _instead(did.get(place, ()), as_of))
        steps.append(shown(step))
    return Funnel(tuple(steps), row["pending"] or 0)


def _instead(rows: Sequence[Mapping[str, Any]], as_of: date | None) -> tuple[Instead, ...]:
    """The most frequent first; those of fewer than five customers together, at the end."""
    if not rows or rows[0]["n"] < FEWEST:
        return ()
    often = [row for row in rows if row["customers"] >= FEWEST]
    if not often:
        return ()
    found = [
        Instead(row["instead"], row["customers"], share_estimate(share_statistics(row, "good"), as_of))
        for row in sorted(often, key=lambda row: (-row["customers"], row["instead"]))
    ]
    rare = [row for row in rows if row["customers"] < FEWEST]
    if rare:
        summed = dict(rare[0])
        for name in ("customers", "good", "good2", "good_weight"):  # every customer did one thing only
            summed[name] = sum(row[name] for row in rare)
        found.append(
            Instead(None, summed["customers"], share_estimate(share_statistics(summed, "good"), as_of))
        )
    return tuple(found)


_NO_WAIT: Mapping[str, Any] = {"q50": None}


def _measure(place: int) -> str:
    return f"got_{place}_"
