"""How far each principle is kept, and whether what ended is used: counts that stand, read by the rule of their month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.practice.models import Count, Rule, Use
from leitstern.app.practice.people import workforce
from leitstern.app.practice.product import campaign_tallies, contact_tallies
from leitstern.core.bridge.practice.compliance import Break, Course, Exempt, Tally, counted, course
from leitstern.core.bridge.practice.stopping import (
    Event,
    Relapse,
    Standing,
    Uses,
    by_month,
    forbidden_from,
    relapse,
    standing,
)
from leitstern.core.bridge.practice.terms import Source, StopChange
from leitstern.core.company.tree import COMPANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.app.practice.models import Principle, StopItem
    from leitstern.core.bridge.practice.folding import Workforce


@dataclass(frozen=True, slots=True)
class Kept:
    """A principle with the rules in force (oldest first) and what became of it, in all and by department."""

    row: Principle
    rules: tuple[Rule, ...]
    course: Course
    by_unit: Mapping[str, Course]  # departments that enough people work in; "" is the rest
    folded: int  # departments whose work is counted with others
    exempted: int  # tallies that do not count
    unit: str  # the one department all counts are from, if enough people work there
    hidden: int  # months in which so few people did the work that nothing of it is shown

    @property
    def rule(self) -> Rule | None:
        """The rule that holds now."""
        return self.rules[-1] if self.rules else None


@dataclass(frozen=True, slots=True)
class Stopped:
    """Something on the stop list: where it stands, and what was used all the same."""

    row: StopItem
    standing: Standing
    relapse: Relapse | None
    months: tuple[tuple[date, int], ...]
    by_unit: Mapping[str, tuple[tuple[date, int], ...]]
    forbidden_from: date | None
    unit: str
    hidden: int  # months in which so few people used it that nothing is shown, not even that it was

    @property
    def slipping(self) -> bool:
        """It has ended and was used of late."""
        return self.relapse is not None and self.relapse.recent > 0


def in_force(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules by the month from which they hold; of several for one month the newest."""
    newest: dict[date | None, Rule] = {}
    for rule in sorted(rules, key=lambda rule: rule.pk):
        newest[rule.since] = rule
    dated = sorted((rule for since, rule in newest.items() if since), key=lambda rule: str(rule.since))
    return tuple(([newest[None]] if None in newest else []) + dated)


def kept(principles: Sequence[Principle]) -> list[Kept]:
    """What became of each of these; the same number of questions to the database for one and for many."""
    entered: dict[int, dict[tuple[str, date], Tally]] = defaultdict(dict)
    rows = Count.objects.filter(batch__withdrawn=None, principle__in=[each.pk for each in principles])
    for row in rows.order_by("batch_id", "id"):  # a newer batch takes the place of an older one
        entered[row.principle_id][row.unit, row.month] = Tally(row.unit, row.month, row.kept, row.cases)
    asked = any(rule.source == Source.STOP_LIST for each in principles for rule in each.rules.all())
    uses, known = _uses() if asked else {}, workforce()
    return [_kept(each, list(entered[each.pk].values()), uses, known) for each in principles]


def _kept(row: Principle, entered: list[Tally], uses: Mapping[str, list[Uses]], known: Workforce) -> Kept:
    rules = in_force(row.rules.all())
    found: list[Tally] = []
    for at, rule in enumerate(rules):
        until = rules[at + 1].since if at + 1 < len(rules) else None
        found += [
            each
            for each in _tallies(rule, entered, uses)
            if (rule.since is None or each.month >= rule.since) and (until is None or each.month < until)
        ]
    found = [each for each in found if _holds(row, each)]
    exempt = [
        Exempt(each.unit, each.since, each.until) for each in row.exemptions.all() if not each.withdrawn
    ]
    standing_tallies = counted(found, exempt)
    work, hidden = _enough([each for each in standing_tallies if each.work], known)
    shown = [*work, *(each for each in standing_tallies if not each.work)]
    breaks = [Break(rule.since, _words(rule)) for rule in rules[1:] if rule.since]
    places = _places(work, known)
    groups: dict[str, list[Tally]] = defaultdict(list)
    for each in shown:
        groups[places[each.unit] if each.work else _by_itself(each.unit, known)].append(each)
    return Kept(
        row,
        rules,
        course(shown, breaks, hidden),
        {unit: course(tallies, breaks) for unit, tallies in groups.items()} if len(groups) > 1 else {},
        sum(unit != place for unit, place in places.items()),
        len(found) - len(standing_tallies),
        _only(groups),
        len(hidden),
    )


def _enough[Counts: (Tally, Uses)](
    counts: Iterable[Counts], known: Workforce
) -> tuple[list[Counts], frozenset[date]]:
    """Those of months in which enough people did the work together, and the other months."""
    months: dict[date, list[Counts]] = defaultdict(list)
    for each in counts:
        months[each.month].append(each)
    hidden = {month for month, those in months.items() if not known.enough(each.unit for each in those)}
    shown = [each for month, those in months.items() if month not in hidden for each in those]
    return shown, frozenset(hidden)


def _places(counts: Iterable[Tally] | Iterable[Uses], known: Workforce) -> dict[str, str]:
    """Where the work of each unit is shown."""
    months: dict[date, set[str]] = defaultdict(set)
    for each in counts:
        months[each.month].add(each.unit)
    return known.fold(months.values())


def _by_itself(unit: str, known: Workforce) -> str:
    """The unit, or the company if it has too few people."""
    return unit if known.enough([unit]) else COMPANY


def _holds(row: Principle, tally: Tally) -> bool:
    """Whether the principle held in that month, for that department."""
    if tally.month < row.since.replace(day=1) or (row.until and tally.month > row.until):
        return False
    return not row.units or tally.unit in ("", *row.units)


def _tallies(rule: Rule, entered: list[Tally], uses: Mapping[str, list[Uses]]) -> list[Tally]:
    match Source(rule.source):
        case Source.ENTERED:
            return entered
        case Source.CAMPAIGNS:
            return campaign_tallies()
        case Source.STOP_LIST:
            return [
                Tally(each.unit, each.month, int(not each.uses), 1) for each in uses.get(rule.subject, ())
            ]
        case source:
            return contact_tallies(source, rule.subject)


def _words(rule: Rule) -> str:
    return f"{rule.kept} / {rule.cases}"


def _uses() -> dict[str, list[Uses]]:
    """Uses that stand, by the short name of what ended; a newer batch takes the place of an older one."""
    newest: dict[tuple[str, str, date], int] = {}
    rows = Use.objects.filter(batch__withdrawn=None).order_by("batch_id", "id")
    for slug, unit, month, uses in rows.values_list("item__slug", "unit", "month", "uses"):
        newest[slug, unit, month] = uses
    found: dict[str, list[Uses]] = defaultdict(list)
    for (slug, unit, month), n in newest.items():
        found[slug].append(Uses(unit, month, n))
    return found


def events(row: StopItem) -> list[Event]:
    """What happened to it, newest first."""
    return [Event(StopChange(each.change), each.day, each.grace) for each in row.events.all()]


def stopped(items: Sequence[StopItem], today: date) -> list[Stopped]:
    """Where each stands, and what was used of it; the same number of questions for one and for many."""
    uses, known, found = _uses(), workforce(), []
    for row in items:
        happened = events(row)
        here, hidden = _enough(uses.get(row.slug, ()), known)
        places = _places(here, known)
        groups: dict[str, list[Uses]] = defaultdict(list)
        for each in here:
            groups[places[each.unit]].append(each)
        found.append(
            Stopped(
                row,
                standing(happened, today),
                relapse(happened, here),
                tuple(by_month(here).items()),
                {unit: tuple(by_month(group).items()) for unit, group in groups.items()}
                if set(groups) != {COMPANY}
                else {},
                forbidden_from(happened),
                _only(groups),
                len(hidden),
            )
        )
    return found


def _only(groups: Iterable[str]) -> str:
    """The one place all counts are shown at; nothing where there are several."""
    places = set(groups)
    return places.pop() if len(places) == 1 else COMPANY
