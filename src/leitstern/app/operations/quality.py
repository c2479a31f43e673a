"""How good the data of each source and department is, now and month by month of arrival."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.operations.arriving import arrived, month_of
from leitstern.app.operations.booking import booked, finished
from leitstern.app.outside.reading import published
from leitstern.core.outside.quality import Side, Tally, lowest_first, quality, together
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.core.outside.quality import Quality

PHRASES = {
    Side.READ: Text(en="could be read", de="lesbar"),
    Side.NEW: Text(en="were not known before", de="nicht schon bekannt"),
    Side.MAPPED: Text(en="are mapped", de="zugeordnet"),
    Side.COMPLETE: Text(en="are complete", de="vollständig"),
    Side.TIMELY: Text(en="came in time", de="rechtzeitig da"),
}
LOWEST = Text(
    en="The lowest is {name}: {score} of 100 items {side}",
    de="Am niedrigsten ist {name}: {score} von 100 Einträgen sind {side}",
)
WHOLE = Text(en="Everything could be read, mapped and used", de="Alles war lesbar, zugeordnet und nutzbar")
UNKNOWN = Text(en="How good is what comes in?", de="Wie gut ist, was hereinkommt?")
UNMAPPED = Text(en="No department", de="Kein Bereich")


@dataclass(frozen=True, slots=True)
class Scored:
    """A source or department with its score, and the scores of what came in month by month."""

    key: str
    name: Text
    quality: Quality
    months: list[tuple[str, Quality]]


@dataclass(frozen=True, slots=True)
class Scores:
    """All of them, the lowest first."""

    sources: list[Scored]
    departments: list[Scored]


def scores() -> Scores:
    """The quality of everything that came in."""
    told = arrived()
    received = _received()
    kept: dict[tuple[str, str, int], Tally] = {
        (row["name"], row["month"], row["department"]): Tally(
            items=row["n"],
            mapped=row["mapped"],
            complete=row["complete"],
            judged=row["judged"],
            timely=row["timely"],
        )
        for row in told.tallies
    }
    names = {name: Text(en=name, de=name) for name, _month in received}
    by_source: dict[tuple[str, str], list[Tally]] = {key: [tally] for key, tally in received.items()}
    by_department: dict[tuple[str, str], list[Tally]] = {}
    items: dict[tuple[str, str], int] = {}
    for (name, month, _department), tally in kept.items():
        items[name, month] = items.get((name, month), 0) + tally.items
    for (name, month, department), tally in kept.items():
        by_source.setdefault((name, month), []).append(tally)
        part = received.get((name, month), Tally()).part(tally.items / items[name, month])
        by_department.setdefault((str(department), month), []).extend((tally, part))
    return Scores(
        _scored(by_source, told.customers, lambda key: names.get(key, Text(key, key))),
        _scored(by_department, told.customers, _department_name()),
    )


def headline(found: Scores) -> Text:
    """The lowest source in a sentence."""
    for each in found.sources[:1]:
        score, weakest = each.quality.score, each.quality.weakest
        if weakest and isinstance(score, Estimate):
            if score.value == 1:
                return WHOLE
            return LOWEST.fill(name=each.name, score=f"{100 * score.value:.0f}", side=PHRASES[weakest])
    return UNKNOWN


def _received() -> dict[tuple[str, str], Tally]:
    """By source and month of arrival, without what was only read again."""
    found: dict[tuple[str, str], Tally] = {}
    for each in booked(finished()):
        if not each.again:
            key = each.source, month_of(each.at)
            counted = Tally(each.items.received, each.items.quarantined, each.items.duplicates)
            found[key] = found.get(key, Tally()) + counted
    return found


def _scored(
    tallies: dict[tuple[str, str], list[Tally]],
    customers: dict[tuple[str, ...], int],
    name: Callable[[str], Text],
) -> list[Scored]:
    keys = {key for key, _month in tallies}
    whole = {
        key: quality(
            together(tally for (mine, _), found in tallies.items() if mine == key for tally in found),
            customers.get((key,), 0),
        )
        for key in keys
    }
    ordered = sorted(whole.items())
    return [
        Scored(
            key,
            name(key),
            found,
            [
                (month, quality(together(tallies[mine, month]), customers.get((mine, month), 0)))
                for mine, month in sorted(tallies)
                if mine == key
            ],
        )
        for key, found in lowest_first(dict(ordered))
    ]


def _department_name() -> Callable[[str], Text]:
    state = published()
    if state is None:
        return lambda _key: UNMAPPED
    taxonomy = state.taxonomy
    return lambda key: UNMAPPED if key == "0" else taxonomy.name("department", int(key))
