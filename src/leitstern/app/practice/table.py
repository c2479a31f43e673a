"""Lived practice as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.culture import LAYERS, TELLINGS, Layer, Telling
from leitstern.core.bridge.practice.learning import STAGES as PILOT_STAGES
from leitstern.core.bridge.practice.retrospectives import GOING
from leitstern.core.bridge.practice.stopping import STANDINGS
from leitstern.core.bridge.practice.telling import SHOWN_FROM
from leitstern.core.bridge.practice.telling import STAGES as STORY_STAGES
from leitstern.core.bridge.practice.terms import PILOT_KINDS, STOP_KINDS, TELLERS, PilotKind, StopKind, Teller
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.practice.measuring import Kept, Stopped
    from leitstern.app.practice.reading import PilotLine, StoryLine
    from leitstern.app.practice.recalled import Recalled
    from leitstern.core.stats.estimate import Measured

PRINCIPLES_HEADER = [
    *("id", "short_name", "principle", "departments", "owner", "since", "until"),
    *("kept_when", "of", "source", "month", "department", "kept", "cases", "share", "low", "high"),
]
STOP_HEADER = [
    *("id", "short_name", "what", "kind", "state", "replacement", "departments", "owner"),
    *("month", "uses", "relapse"),
]
PILOTS_HEADER = [
    *("id", "pilot", "kind", "state", "departments", "begins", "ends", "ended", "learning"),
    *("taken_up_in", "standard", "known_in", "opened"),
]
STORIES_HEADER = [
    *("id", "story", "teller", "state", "department", "touchpoint", "lived", "done_differently"),
    *("told", "opened", "used_in", "standard", "form", "layer"),
]

AGREEMENTS_HEADER = [
    *("id", "agreement", "state", "due", "owner", "owner_left", "put_off"),
    *("what_became_of_it", "retrospective", "department", "looked_back"),
]


def principle_rows(kept: Iterable[Kept]) -> Iterator[list[object]]:
    """One row per principle and month, of the whole company and of each department that may be shown."""
    for each in kept:
        row, rule = each.row, each.rule
        head = [row.pk, row.slug, row.sentence, "; ".join(row.units), row.owner.name if row.owner else ""]
        head += [row.since.isoformat(), row.until.isoformat() if row.until else ""]
        head += [rule.kept, rule.cases, rule.source] if rule else ["", "", ""]
        courses = {"": each.course} | {unit: course for unit, course in each.by_unit.items() if unit}
        wrote = False
        for unit, course in courses.items():
            for month in course.months:
                wrote = True
                counts = [month.kept, month.cases] if month.told else [None, None]
                yield [*head, f"{month.month:%Y-%m}", unit, *counts, *_numbers(month.share)]
        if not wrote:
            yield [*head, "", "", None, None, None, None, None]


def stop_rows(stopped: Iterable[Stopped], language: str) -> Iterator[list[object]]:
    """One row per entry and month."""
    for each in stopped:
        row = each.row
        head = [
            row.pk,
            row.slug,
            row.name,
            STOP_KINDS[StopKind(row.kind)].to(language),
            STANDINGS[each.standing].to(language),
            row.replacement,
            "; ".join(row.units),
            row.owner.name if row.owner else "",
        ]
        for month, n in each.months:
            yield [
                *head,
                f"{month:%Y-%m}",
                n,
                bool(n and each.forbidden_from and month >= each.forbidden_from),
            ]
        if not each.months:
            yield [*head, "", None, None]


def pilot_rows(lines: Iterable[PilotLine], language: str) -> Iterator[list[object]]:
    """One row per pilot."""
    for each in lines:
        row = each.row
        yield [
            row.pk,
            row.title,
            PILOT_KINDS[PilotKind(row.kind)].to(language),
            PILOT_STAGES[each.stage].to(language),
            "; ".join(row.units),
            row.begins.isoformat(),
            row.ends.isoformat() if row.ends else "",
            each.ending.day.isoformat() if each.ending else "",
            each.ending.learning if each.ending else "",
            "; ".join(taken.unit for taken in each.taken_up),
            "; ".join(became(one) for one in each.standards),
            "; ".join(each.known),
            each.opened if each.opened is not None else f"< {SHOWN_FROM}",
        ]


def story_rows(lines: Iterable[StoryLine], language: str) -> Iterator[list[object]]:
    """One row per story."""
    for each in lines:
        row = each.row
        yield [
            row.pk,
            row.title,
            TELLERS[Teller(row.teller)].to(language),
            STORY_STAGES[each.stage].to(language),
            row.unit,
            row.touchpoint,
            row.lived,
            row.done,
            row.day.isoformat(),
            each.opened if each.opened is not None else f"< {SHOWN_FROM}",
            each.units,
            "; ".join(became(one) for one in each.standards),
            TELLINGS[Telling(row.kind)].to(language),
            LAYERS[Layer(row.layer)].to(language) if row.layer else "",
        ]


def agreement_rows(found: Iterable[Recalled], language: str) -> Iterator[list[object]]:
    """One row per agreement of a retrospective."""
    for each in found:
        looked = each.row.retrospective
        yield [
            each.row.pk,
            each.row.what,
            GOING[each.state].to(language),
            each.due.isoformat(),
            each.owner.name,
            each.owner.left.isoformat() if each.owner.left else "",
            each.postponed,
            each.outcome,
            looked.title,
            looked.unit,
            looked.day.isoformat(),
        ]


def became(standard: object) -> str:
    """The principle or the step."""
    principle = getattr(standard, "principle", None)
    return principle.sentence if principle else str(getattr(standard, "step", ""))


def _numbers(share: Measured) -> list[float | None]:
    if not isinstance(share, Estimate):
        return [None, None, None]
    return [round(value, 4) for value in (share.value, share.low, share.high)]
