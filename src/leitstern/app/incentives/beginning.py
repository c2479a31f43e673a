"""Beginning from templates: a key figure for a unit, or a conflict that many companies have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.incentives import keeping
from leitstern.app.incentives.models import Figure, Link
from leitstern.core.inside.incentives.templates import CONFLICT_TEMPLATES, FIGURE_TEMPLATES
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.incentives.templates import FigureTemplate

NO_TEMPLATE = Text(en="There is no such template.", de="Diese Vorlage gibt es nicht.")


@action("begin key figure", Capability.KEEP_REGISTERS)
def begin_figure(actor: Actor, template: str, unit: str, language: str) -> Figure:
    """Enter the figure of a template for a department, in the words of a language; everything can be changed then."""
    found = or_not_found(FIGURE_TEMPLATES.get(template), NO_TEMPLATE)
    return _enter(actor, found, unit, language)


@action("begin conflict", Capability.KEEP_REGISTERS)
def begin_conflict(
    actor: Actor, template: str, units: tuple[str, str], language: str
) -> tuple[Figure, Figure]:
    """Enter both figures of a template where they are missing, and their pushes at the lever."""
    found = or_not_found(CONFLICT_TEMPLATES.get(template), NO_TEMPLATE)
    first, second = (
        Figure.objects.filter(slug=each.slug).first() or _enter(actor, each, unit, language)
        for each, unit in zip((found.first, found.second), units, strict=True)
    )
    for figure, sign, why in ((first, -1, found.why_first), (second, 1, found.why_second)):
        if not Link.objects.filter(
            figure=figure, lever__name=found.lever.to(language), withdrawn=None
        ).exists():
            keeping.link(actor, figure, found.lever.to(language), sign, found.strength, why.to(language))
    return first, second


def _enter(actor: Actor, template: FigureTemplate, unit: str, language: str) -> Figure:
    about = keeping.About(
        name=template.name.to(language),
        unit=unit,
        horizon=template.horizon,
        direction=template.direction,
        origin=template.origin,
        part=template.part,
        counted_in=template.counted_in.to(language),
        score=template.score,
        receivers=template.receivers,
    )
    return keeping.enter_figure(actor, about, template.definition.to(language), slug=template.slug)
