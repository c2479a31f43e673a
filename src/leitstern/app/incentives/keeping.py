"""Keeping the register: figures with their definitions, rewards of roles, levers, and what is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.typed import typed
from leitstern.app.incentives.models import Definition, Figure, Lever, Link, Rule, Weight
from leitstern.app.incentives.register import all_figures, in_force, percents
from leitstern.app.structure.naming import need_name
from leitstern.app.structure.queries import require_unit
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.incentives.attribution import Score, Why
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.app.structure.models import Role

LONGEST = 10_000  # signs of a text
NO_DEFINITION = Text(
    en="Say what exactly is counted (at most {most} signs). Nothing was kept.",
    de="Sagen Sie, was genau gezählt wird (höchstens {most} Zeichen). Es wurde nichts gespeichert.",
)
PART_OF_CUSTOMERS = Text(
    en="Only key figures of customers belong to a part of the bundle. Nothing was kept.",
    de="Nur Kennzahlen der Kundschaft gehören zu einem Teil des Bündels. Es wurde nichts gespeichert.",
)
TAKEN = Text(
    en="There is a key figure of this name already. Nothing was kept; change that one.",
    de="Eine Kennzahl dieses Namens gibt es schon. Es wurde nichts gespeichert; ändern Sie diese.",
)
TOO_MUCH = Text(
    en="The weights add up to {sum}%; 100% is the whole reward. Nothing was kept.",
    de="Die Gewichte ergeben zusammen {sum} %; die ganze Belohnung sind 100 %. Es wurde nichts gespeichert.",
)
NO_WEIGHT = Text(
    en="A weight is a whole number from 0 to 100 for a key figure in use. Nothing was kept.",
    de="Ein Gewicht ist eine ganze Zahl von 0 bis 100 für eine Kennzahl, die in Gebrauch ist. Es wurde nichts gespeichert.",
)
LINKED = Text(
    en="This key figure pushes this lever already. Nothing was kept; withdraw that link first.",
    de="Diese Kennzahl bewegt diese Stellgröße schon. Es wurde nichts gespeichert; nehmen Sie erst jene Verbindung zurück.",
)
NO_REASONS = Text(
    en="Name the reasons as they stand in the cases. Nothing was kept.",
    de="Nennen Sie die Gründe, wie sie in den Fällen stehen. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class About:
    """What a key figure is, but for its definition."""

    name: str
    unit: str
    horizon: Horizon
    direction: Direction
    origin: Origin
    giver: Giver = Giver.OWN
    part: Part | None = None
    counted_in: str = ""
    score: Score = Score.MEAN
    receivers: int = 1


@action("enter key figure", Capability.KEEP_REGISTERS)
def enter_figure(
    actor: Actor, about: About, definition: str, since: date | None = None, *, slug: str = ""
) -> Figure:
    """A new key figure with its first definition. Raises Conflict if there is one of this short name."""
    slug = short_name(slug or about.name)
    if Figure.objects.filter(slug=slug).exists():
        raise Conflict(TAKEN)
    figure = Figure.objects.create(slug=slug, actor=actor.actor_id, **_checked(about))
    _append(actor, figure, definition, since)
    return figure


@action("change key figure", Capability.KEEP_REGISTERS)
def change_figure(actor: Actor, figure: Figure, about: About) -> Figure:
    """Another name, owner, horizon …; its definition has an action of its own."""
    for name, value in _checked(about, figure.unit).items():
        setattr(figure, name, value)
    figure.save()
    return figure


@action("define key figure", Capability.KEEP_REGISTERS)
def define(actor: Actor, figure: Figure, definition: str, since: date | None) -> Figure:
    """What is counted from a month on. Values before and after are never compared; without a month, the first is mended."""
    _append(actor, figure, definition, since)
    return figure


@action("retire key figure", Capability.KEEP_REGISTERS)
def retire_figure(actor: Actor, figure: Figure) -> Figure:
    """Take it out of use; nobody is rewarded for it any more, and all of its past stays readable."""
    figure.retired = timezone.now()
    figure.save(update_fields=["retired"])
    return figure


@action("restore key figure", Capability.KEEP_REGISTERS)
def restore_figure(actor: Actor, figure: Figure) -> Figure:
    """Use it again, with the weights it had."""
    figure.retired = None
    figure.save(update_fields=["retired"])
    return figure


@action("weight role", Capability.KEEP_REGISTERS)
def reward(actor: Actor, role: Role, by_figure: Mapping[str, int]) -> Role:
    """What part (percent) of a role's reward hangs on which figure from now on; figures left out weigh nothing."""
    known = {figure.slug: figure for figure in all_figures()}
    wanted = {slug: percent for slug, percent in by_figure.items() if percent}
    if not wanted.keys() <= known.keys() or not all(0 < percent <= 100 for percent in wanted.values()):
        raise InvalidInput(NO_WEIGHT)
    if sum(wanted.values()) > 100:
        raise InvalidInput(TOO_MUCH.fill(sum=sum(wanted.values())))
    now = {figure: percent for (key, figure), percent in percents().items() if key == role.pk}
    Weight.objects.bulk_create(
        Weight(role=role, figure=known[slug], percent=wanted.get(slug, 0), actor=actor.actor_id)
        for slug in sorted(now.keys() | wanted.keys())
        if now.get(slug, 0) != wanted.get(slug, 0)
    )
    return role


@action("link key figure", Capability.KEEP_REGISTERS)
def link(actor: Actor, figure: Figure, lever: str, sign: int, strength: Strength, basis: str = "") -> Link:
    """Whoever works on the figure pushes the lever up (+1) or down (−1). A lever nobody knows yet is made."""
    slug = short_name(need_name(lever, 160))
    there, _ = Lever.objects.get_or_create(
        slug=slug, defaults={"name": lever.strip(), "actor": actor.actor_id}
    )
    if Link.objects.filter(figure=figure, lever=there, withdrawn=None).exists():
        raise Conflict(LINKED)
    return Link.objects.create(
        figure=figure,
        lever=there,
        sign=1 if sign > 0 else -1,
        strength=strength.value,
        basis=typed(basis),
        actor=actor.actor_id,
    )


@action("unlink key figure", Capability.KEEP_REGISTERS)
def unlink(actor: Actor, found: Link) -> Link:
    """Take a link back; it stays in the log."""
    return mark_withdrawn(found)


@action("enter exclusion", Capability.KEEP_REGISTERS)
def enter_rule(
    actor: Actor, name: str, why: Why, reasons: Sequence[str], figure: Figure | None = None
) -> Rule:
    """Cases with these reasons are taken out before scoring, from the next file on."""
    said = [word for each in reasons if (word := typed(each))]
    if not said:
        raise InvalidInput(NO_REASONS)
    return Rule.objects.create(
        name=need_name(name, 160), why=why.value, reasons=said, figure=figure, actor=actor.actor_id
    )


@action("withdraw exclusion", Capability.KEEP_REGISTERS)
def withdraw_rule(actor: Actor, rule: Rule) -> Rule:
    """Nothing is taken out by it any more; what it took out stays counted."""
    return mark_withdrawn(rule)


@action("reinstate exclusion", Capability.KEEP_REGISTERS)
def reinstate_rule(actor: Actor, rule: Rule) -> Rule:
    """Let it hold again."""
    return mark_standing(rule)


def _checked(about: About, unit_before: str = "") -> dict[str, object]:
    """What is stored of a figure. A unit that left the taxonomy may stay, but none may be chosen."""
    if about.part and about.origin is not Origin.CUSTOMER:
        raise InvalidInput(PART_OF_CUSTOMERS)
    return {
        "name": need_name(about.name, 160),
        "unit": about.unit if about.unit == unit_before else require_unit(about.unit),
        "horizon": about.horizon.value,
        "direction": about.direction.value,
        "origin": about.origin.value,
        "giver": about.giver.value,
        "part": about.part.value if about.part else "",
        "counted_in": about.counted_in.strip()[:40],
        "score": about.score.value,
        "receivers": max(1, about.receivers),
    }


def _append(actor: Actor, figure: Figure, definition: str, since: date | None) -> None:
    text = typed(definition)
    if not text or len(definition) > LONGEST:
        raise InvalidInput(NO_DEFINITION.fill(most=LONGEST))
    month = since.replace(day=1) if since else None
    there = in_force(figure.definitions.all())
    if not any((each.text, each.since) == (text, month) for each in there):
        Definition.objects.create(figure=figure, text=text, since=month, actor=actor.actor_id)
