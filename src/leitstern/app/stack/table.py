"""Technology as rows, for CSV and the terminal; lists come out as our own tables read them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.money import DECIMALS
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leitstern.app.stack.lists import ApplicationLine, CapabilityLine
    from leitstern.core.company.money import Money
    from leitstern.core.inside.stack.finding import Finding
    from leitstern.core.inside.stack.inventory import Inventory
    from leitstern.core.inside.stack.roadmap import Step
    from leitstern.core.stats.estimate import Measured

FINDINGS_HEADER = ["topic", "alarm", "finding", "row", "thing", "share", "n", "cost per year"]
TEAMS = [f"teams at {rung}" for rung in Rung]  # and no further; empty where nobody looks at the use
APPLICATIONS_HEADER = [
    *("short name", "application", "category", "lifecycle", "departments", "owner", "it owner"),
    *("vendor", "cost", "currency", "acquired", "live since", "note"),
    *("island", "same kind twice", "capabilities", "worth", "lived", "fit", "field", "decided"),
    *TEAMS,
]
CAPABILITIES_HEADER = [
    *("short name", "capability", "customer outcome", "owner", "touchpoints", "applications"),
    *("people", "processes", "technology", "level", "open gaps", "advised", "decided"),
    *("cost per year", "applications without cost", "integrations", "worst function", "worst for customers"),
    *TEAMS,
]
DATA_HEADER = ["short name", "data object", "leading source", "kept in", "purpose", "last used"]
INTEGRATIONS_HEADER = ["from", "to", "how", "data", "note"]
ROADMAP_HEADER = ["stage", "open", "gate", "met", "rows", "decided"]


def finding_rows(told: Iterable[Finding], language: str) -> Iterator[list[object]]:
    """One row per row of a finding; findings without any have one."""
    for each in told:
        value = each.value if isinstance(each.value, Estimate) else None
        head = [each.topic.value, each.alarm, each.sentence.to(language)]
        tail = [
            round(value.value, 4) if value else None,
            value.n if value else None,
            "; ".join(amount.said.to(language) for amount in each.money),
        ]
        for row in each.rows:
            yield [*head, row.said.to(language), row.slug, *tail]
        if not each.rows:
            yield [*head, "", "", *tail]


def application_rows(lines: Iterable[ApplicationLine], language: str) -> Iterator[list[object]]:
    """One row per application."""
    for line in lines:
        one = line.one
        yield [
            *(one.slug, one.name, one.category.value, one.lifecycle.value, "; ".join(one.units)),
            *(one.owner, one.it_owner, one.vendor, _amount(one.cost)),
            *(one.cost.currency if one.cost else "", one.acquired, one.live_since, one.note),
            "; ".join(why.to(language) for why in line.island),
            line.duplicate,
            line.capabilities,
            _value(line.placed.worth),
            _value(line.placed.lived),
            _value(line.harmony),
            line.placed.field.value if line.placed.field else "",
            line.decision.option if line.decision else "",
            *_teams(line.teams),
        ]


def capability_rows(
    lines: Iterable[CapabilityLine], names: Mapping[str, str], language: str
) -> Iterator[list[object]]:
    """One row per capability."""
    for line in lines:
        one, rests = line.one, line.resting
        yield [
            *(one.slug, one.name, one.outcome, one.owner, "; ".join(one.touchpoints)),
            "; ".join(names.get(slug, slug) for slug in one.applications),
            *(level.value if level else "" for level in one.parts.values()),
            one.level.value if one.level else "",
            len(one.gaps),
            line.advised.value,
            line.decision.option if line.decision else "",
            *("; ".join(each.said.to(language) for each in rests.costs), rests.unpriced),
            len(rests.integrations),
            *(_value(fit.seen) if fit else None for fit in (rests.function, rests.customers)),
            *_teams(line.teams),
        ]


def data_rows(known: Inventory) -> Iterator[list[object]]:
    """One row per data object."""
    for each in known.data:
        kept = "; ".join(known.names.get(slug, slug) for slug in each.kept_in)
        yield [
            *(each.slug, each.name, known.names.get(each.leading, each.leading), kept),
            *(each.purpose, each.used),
        ]


def integration_rows(known: Inventory) -> Iterator[list[object]]:
    """One row per integration."""
    for each in known.integrations:
        names = known.object_by_slug
        objects = "; ".join(names[slug].name if slug in names else slug for slug in each.objects)
        ends = (known.names.get(slug, slug) for slug in (each.source, each.target))
        yield [*ends, each.way.value, objects, each.note]


def roadmap_rows(steps: Iterable[Step], language: str) -> Iterator[list[object]]:
    """One row per condition of a gate."""
    for step in steps:
        decided = "; ".join([*(item.name for item in step.items), *step.plans])
        for each in step.gate:
            rows = "; ".join(row.said.to(language) for row in each.rows)
            yield [step.stage.value, step.open, each.text.to(language), each.met, rows, decided]


def _amount(cost: Money | None) -> object:
    return cost.minor / 10 ** DECIMALS.get(cost.currency, 2) if cost else None


def _teams(teams: Mapping[Rung, int] | None) -> list[object]:
    return [teams[rung] if teams else None for rung in Rung]


def _value(measured: Measured) -> float | None:
    return round(measured.value, 4) if isinstance(measured, Estimate) else None
