"""Transitions and journeys computed slowly, one row after the other, in plain Python."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.store.staging import DAY

from leitstern.core.tables.lake import PATH_BASE, REPEAT_WINDOW_US
from leitstern.store.steps import SPREAD

if TYPE_CHECKING:
    from tests.store.staging import Row


def loose_id(person: int, start_us: int) -> int:
    return (person + start_us * SPREAD) % 2**63


def bucket(wait_us: int) -> int:
    """The largest k with 2^k ≤ (1 + whole seconds)^16, without a logarithm."""
    return ((1 + wait_us // 1_000_000) ** 16).bit_length() - 1


def derived(contacts: list[Row], promises: list[Row], gap_days: int) -> tuple[list[Row], list[Row]]:
    """Transitions by (person, journey, ts_us, seq) and journeys by (person, journey)."""
    contacts = sorted(contacts, key=_order)
    journeys = _journeys(contacts, gap_days)
    again = _since_same(journeys)
    steps, summaries = [], []
    for (person, journey), visits in sorted(journeys.items()):
        steps += [_step(person, journey, at, visit, again) for at, visit in enumerate(visits)]
        for step, (here, there) in zip(steps[-len(visits) :], pairwise(visits), strict=False):
            wait = there["ts_us"] - here["ts_us"]
            step |= {f"next_{name}": there[name] for name in ("touchpoint", "channel", "department")}
            step |= {"wait_us": wait, "wait_bucket": bucket(wait)}
        summaries.append(
            _summary(person, journey, visits, again) | _promised(person, journey, journeys, promises)
        )
    return steps, summaries


def _order(row: Row) -> tuple[int, int]:
    return row["ts_us"], row["seq"]


def _journeys(contacts: list[Row], gap_days: int) -> dict[tuple[int, int], list[Row]]:
    owners: dict[int, int] = {}
    latest: dict[int, tuple[int, int]] = {}  # per person without a key: journey and time of the last contact
    journeys: dict[tuple[int, int], list[Row]] = {}
    for contact in contacts:
        person, journey = contact["entity_id"], contact["journey_key"]
        if journey:
            person = owners.setdefault(journey, person)
        else:
            before = latest.get(person)
            new = before is None or contact["ts_us"] - before[1] > gap_days * DAY
            journey = loose_id(person, contact["ts_us"]) if before is None or new else before[0]
            latest[person] = journey, contact["ts_us"]
        journeys.setdefault((person, journey), []).append(contact)
    return journeys


def _since_same(journeys: dict[tuple[int, int], list[Row]]) -> dict[int, int | None]:
    of_person: dict[int, list[Row]] = {}
    for (person, _), visits in journeys.items():
        of_person.setdefault(person, []).extend(visits)
    found: dict[int, int | None] = {}
    for visits in of_person.values():
        last: dict[int, int] = {}
        for visit in sorted(visits, key=_order):
            before = last.get(visit["touchpoint"])
            found[visit["seq"]] = None if before is None else visit["ts_us"] - before
            last[visit["touchpoint"]] = visit["ts_us"]
    return found


def _step(person: int, journey: int, position: int, visit: Row, again: dict[int, int | None]) -> Row:
    kept = ("ts_us", "seq", "touchpoint", "channel", "department", "local_date", "weight")
    then = ("next_touchpoint", "next_channel", "next_department", "wait_us", "wait_bucket")
    step: dict[str, Any] = {name: visit[name] for name in kept} | dict.fromkeys(then)
    return step | {
        "person": person,
        "journey": journey,
        "position": position,
        "since_same_us": again[visit["seq"]],
    }


def _summary(person: int, journey: int, visits: list[Row], again: dict[int, int | None]) -> Row:
    departments = [visit["department"] for visit in visits]
    gaps = [again[visit["seq"]] for visit in visits]
    return {
        "person": person,
        "journey": journey,
        "start_us": visits[0]["ts_us"],
        "end_us": visits[-1]["ts_us"],
        "start_date": visits[0]["local_date"],
        "contacts": len(visits),
        "path": "".join(chr(PATH_BASE + visit["touchpoint"]) for visit in visits),
        "channel": visits[0]["channel"],
        "departments": len(set(departments) - {0}),
        "handoffs": sum(a != b and a != 0 and b != 0 for a, b in pairwise(departments)),
        "repeats": sum(gap is not None and gap <= REPEAT_WINDOW_US for gap in gaps),
        "wait_us": visits[-1]["ts_us"] - visits[0]["ts_us"],
        "weight": visits[0]["weight"],
    }


def _promised(
    person: int, journey: int, journeys: dict[tuple[int, int], list[Row]], promises: list[Row]
) -> dict[str, int]:
    starts = {
        key: visits[0]["ts_us"]
        for (who, key), visits in journeys.items()
        if who == person and not visits[0]["journey_key"]
    }
    mine = []
    for promise in promises:
        key = promise["journey_key"]
        if not key and promise["entity_id"] == person:
            begun = [(start, found) for found, start in starts.items() if start <= promise["ts_us"]]
            key = max(begun)[1] if begun else 0
        if key == journey:
            mine.append(promise)
    late = sum(promise["late_days"] is not None and promise["late_days"] > 0 for promise in mine)
    return {"promises": len(mine), "promises_late": late}
