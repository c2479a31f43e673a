"""What comes in as a file: the register, rewards, monthly values, and cases that are scored and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.incentives import keeping, register
from leitstern.app.incentives.models import Batch, Excluded, Figure, Rule, Value
from leitstern.app.structure.queries import all_roles
from leitstern.app.structure.roles import change_role, enter_role
from leitstern.collect.kpi_file import FigureLine, RoleLine, read_register, read_weights
from leitstern.collect.kpi_series import Point, read_cases, read_series
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.incentives import attribution
from leitstern.core.inside.incentives.attribution import Case, Score, Why
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from leitstern.app.structure.models import Role


class Kind(StrEnum):
    """What a table holds."""

    FIGURES = "figures"
    WEIGHTS = "weights"
    VALUES = "values"
    CASES = "cases"


KINDS = {
    Kind.FIGURES: Text(en="the register of key figures", de="das Register der Kennzahlen"),
    Kind.WEIGHTS: Text(en="roles and what they are rewarded for", de="Rollen und wofür sie belohnt werden"),
    Kind.VALUES: Text(en="monthly values", de="Monatswerte"),
    Kind.CASES: Text(
        en="cases, from which monthly values are scored", de="Fälle, aus denen Monatswerte berechnet werden"
    ),
}
KEPT = {
    Kind.FIGURES: Text(
        en="{n} key figures were entered or changed.", de="{n} Kennzahlen wurden eingetragen oder geändert."
    ),
    Kind.WEIGHTS: Text(
        en="The rewards of {n} roles were entered.", de="Die Belohnungen von {n} Rollen wurden eingetragen."
    ),
    Kind.VALUES: Text(en="{n} monthly values were kept.", de="{n} Monatswerte wurden gespeichert."),
    Kind.CASES: Text(
        en="{cases} cases were scored to {n} monthly values; {out} were taken out by rules. The cases themselves are gone.",
        de="{cases} Fälle wurden zu {n} Monatswerten verrechnet; {out} wurden nach Regeln herausgenommen. Die Fälle selbst "
        "sind gelöscht.",
    ),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file brought, in a sentence."""

    kind: Kind
    n: int
    sentence: Text
    batch: Batch | None = None


def hand_in(actor: Actor, kind: Kind, folder: Path, name: str, today: date) -> Kept:
    """Read the table `name` and keep all of it, or nothing. Raises InvalidFile with every mistake."""
    require(actor, Capability.KEEP_REGISTERS)
    match kind:
        case Kind.FIGURES:
            n = len(enter_register(actor, read_register(folder, name, require_taxonomy(), today)))
        case Kind.WEIGHTS:
            n = len(enter_weights(actor, read_weights(folder, name, require_taxonomy(), register.names())))
        case Kind.VALUES:
            batch = bring_values(actor, name, read_series(folder, name, register.names(), today))
            return _kept(kind, batch, batch.values.count())
        case Kind.CASES:
            batch = bring_cases(actor, name, read_cases(folder, name, register.names(), today))
            scored = list(batch.values.prefetch_related("excluded"))
            out = sum(each.cases for value in scored for each in value.excluded.all())
            counted = sum((value.cases or 0) + value.unheard for value in scored)
            return _kept(kind, batch, len(scored), cases=counted + out, out=out)
    return Kept(kind, n, KEPT[kind].fill(n=n))


@action("bring in key figures", Capability.KEEP_REGISTERS)
def enter_register(actor: Actor, lines: Sequence[FigureLine]) -> list[Figure]:
    """Enter what is new, change what is known, and append definitions that differ."""
    known = {figure.slug: figure for figure in Figure.objects.prefetch_related("definitions")}
    kept = []
    for line in lines:
        there = known.get(line.slug)
        about = keeping.About(
            name=line.name,
            unit=line.unit,
            horizon=line.horizon,
            direction=line.direction,
            origin=line.origin,
            giver=line.giver,
            part=line.part,
            counted_in=line.counted_in,
            score=Score(there.score) if there else Score.MEAN,
            receivers=there.receivers if there else 1,
        )
        if there is None:
            kept.append(keeping.enter_figure(actor, about, line.definition, line.since, slug=line.slug))
            continue
        keeping.change_figure(actor, there, about)
        current = register.in_force(there.definitions.all())[-1]
        if current.text != line.definition:
            keeping.define(actor, there, line.definition, line.since or current.since)
        kept.append(there)
    return kept


@action("bring in rewards", Capability.KEEP_REGISTERS)
def enter_weights(actor: Actor, lines: Sequence[RoleLine]) -> list[Role]:
    """Enter roles that are new, change how many people hold the others, and weigh each as its lines say."""
    known = {(spelt_alike(role.name), role.unit): role for role in all_roles()}
    kept = []
    for line in lines:
        role = known.get((spelt_alike(line.name), line.unit))
        if role is None:
            role = enter_role(actor, line.name, line.unit, line.people)
        elif role.people != line.people:
            change_role(actor, role, role.name, role.unit, line.people)
        keeping.reward(actor, role, line.percents)
        kept.append(role)
    return kept


@action("bring in values", Capability.KEEP_REGISTERS)
def bring_values(actor: Actor, name: str, points: Sequence[Point]) -> Batch:
    """Keep monthly values; where there were some, the newer ones stand until their file is withdrawn."""
    batch, known = _batch(actor, name)
    Value.objects.bulk_create(
        Value(batch=batch, figure=known[point.figure], month=point.month, value=point.value)
        for point in points
    )
    return batch


@action("bring in cases", Capability.KEEP_REGISTERS)
def bring_cases(actor: Actor, name: str, cases: Mapping[str, Sequence[Case]]) -> Batch:
    """Score cases to monthly values by the rules in force, and keep nothing but values and counts."""
    batch, known = _batch(actor, name)
    rules = list(Rule.objects.filter(withdrawn=None))
    for slug, there in cases.items():
        figure = known[slug]
        scored = attribution.score(
            there, _rules_for(figure, rules), Score(figure.score), receivers=figure.receivers
        )
        made = Value.objects.bulk_create(
            Value(
                batch=batch,
                figure=figure,
                month=each.month,
                value=each.value,
                cases=each.cases,
                unheard=each.unheard,
            )
            for each in scored
        )
        Excluded.objects.bulk_create(
            Excluded(value=value, rule_id=rule, cases=n)
            for value, each in zip(made, scored, strict=True)
            for rule, n in each.excluded
        )
    return batch


@action("withdraw values", Capability.KEEP_REGISTERS)
def withdraw_batch(actor: Actor, batch: Batch) -> Batch:
    """Take a file back; what was known before stands again."""
    return mark_withdrawn(batch)


@action("reinstate values", Capability.KEEP_REGISTERS)
def reinstate_batch(actor: Actor, batch: Batch) -> Batch:
    """Undo that."""
    return mark_standing(batch)


def _batch(actor: Actor, name: str) -> tuple[Batch, dict[str, Figure]]:
    batch = Batch.objects.create(name=name[:200], actor=actor.actor_id)
    return batch, {figure.slug: figure for figure in register.all_figures()}


def _rules_for(figure: Figure, rules: Sequence[Rule]) -> list[attribution.Rule]:
    return [
        attribution.Rule(each.pk, Why(each.why), tuple(each.reasons))
        for each in rules
        if each.figure_id in (None, figure.pk)
    ]


def _kept(kind: Kind, batch: Batch, n: int, **counted: int) -> Kept:
    return Kept(kind, n, KEPT[kind].fill(n=n, **counted), batch)
