"""Maps as rows of a spreadsheet: all of them, and one step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.app.maps.finding import Step
    from leitstern.app.maps.overview import Listed
    from leitstern.core.stats.estimate import Measured

LIST_HEADER = (
    *("map", "name", "owner", "steps", "customers", "journeys"),
    *("fit", "fit_low", "fit_high", "exact", "exact_low", "exact_high"),
    *("weakest_touchpoint", "mood", "changed", "version"),
)
_MEASURED = (
    "met",
    "displaced",
    "skipped",
    "between",
    "mood",
    "in_time",
    "satisfied",
    "wait_hours",
    "wait_hours_p90",
)
STEP_HEADER = (
    *("step", "touchpoint", "name", "stage", "department", "owner", "optional", "repeatable", "parallel"),
    *("customers",),
    *(f"{name}{part}" for name in _MEASURED for part in ("", "_low", "_high", "_n")),
    *("wrote_what_hurts", "noted_pains"),
)


def list_rows(listed: Sequence[Listed], language: str) -> Iterator[list[object]]:
    """One row per map."""
    for each in listed:
        fit = each.fit
        yield [
            each.map.slug,
            each.map.name.to(language),
            each.map.owner.to(language) if each.map.owner else "",
            len(each.map.steps),
            fit.customers if fit else None,
            fit.journeys if fit else None,
            *_numbers(fit.fit if fit else None)[:3],
            *_numbers(fit.exact if fit else None)[:3],
            each.weakest.slug if each.weakest else "",
            _numbers(each.mood)[0],
            each.changed.created.date() if each.changed else None,
            each.changed.number if each.changed else None,
        ]


def step_rows(steps: Sequence[Step], noted: dict[str, int], language: str) -> Iterator[list[object]]:
    """One row per step; a number that may not be shown is an empty cell."""
    for each in steps:
        measured = (
            *(each.fit.met, each.fit.displaced, each.fit.skipped, each.fit.between),
            *(each.mood, each.in_time, each.lived, each.wait, each.wait_p90),
        )
        yield [
            each.place,
            each.touchpoint.slug,
            each.touchpoint.name.to(language),
            each.stage.name.to(language) if each.stage else "",
            each.department.to(language),
            each.owner.to(language) if each.owner else "",
            *(each.optional, each.repeatable, each.parallel, each.customers),
            *(cell for one in measured for cell in _numbers(one)),
            each.pains.customers if each.pains else None,
            noted.get(each.touchpoint.slug, 0),
        ]


def _numbers(measured: Measured | None) -> list[object]:
    if not isinstance(measured, Estimate):
        return [None] * 4
    return [*(round(value, 4) for value in (measured.value, measured.low, measured.high)), measured.n]
