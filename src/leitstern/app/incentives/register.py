"""The register as it stands: figures, roles and weights, definitions, levers, and monthly values."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db.models import Q, Sum

from leitstern.app.common.lookups import or_not_found
from leitstern.app.incentives.models import Batch, Definition, Figure, Lever, Link, Rule, Value, Weight
from leitstern.app.inside.agreements import floor
from leitstern.app.structure.queries import all_roles
from leitstern.core.inside.incentives import declared, figures
from leitstern.core.inside.incentives.measured import Series
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet

NO_FIGURE = Text(en="There is no such key figure.", de="Diese Kennzahl gibt es nicht.")
NO_LINK = Text(en="There is no such link.", de="Diese Verbindung gibt es nicht.")
NO_BATCH = Text(en="There is no such file.", de="Diese Datei gibt es nicht.")
NO_RULE = Text(en="There is no such rule.", de="Diese Regel gibt es nicht.")


def all_figures(*, retired: bool = False) -> QuerySet[Figure]:
    """Key figures by name: those in use, or those taken out of use."""
    return Figure.objects.filter(retired__isnull=not retired)


def figure_by_slug(slug: str) -> Figure:
    """One key figure, in use or not. Raises NotFound."""
    return or_not_found(Figure.objects.filter(slug=slug).first(), NO_FIGURE)


def link_by_id(link_id: int) -> Link:
    """One push of a figure at a lever. Raises NotFound."""
    return or_not_found(Link.objects.filter(pk=link_id).select_related("figure").first(), NO_LINK)


def batch_by_id(batch_id: int) -> Batch:
    """One file of values. Raises NotFound."""
    return or_not_found(Batch.objects.filter(pk=batch_id).first(), NO_BATCH)


def rule_by_id(rule_id: int) -> Rule:
    """One rule of what is taken out. Raises NotFound."""
    return or_not_found(Rule.objects.filter(pk=rule_id).first(), NO_RULE)


def exclusions() -> list[tuple[Rule, int]]:
    """Every rule, and how many cases it took out of files that stand."""
    standing = Q(excluded__value__batch__withdrawn=None)
    rules = Rule.objects.select_related("figure").annotate(out=Sum("excluded__cases", filter=standing))
    return [(each, each.out or 0) for each in rules]


def names() -> dict[str, str]:
    """Names of the figures in use by short name, as tables call them."""
    return dict(all_figures().values_list("slug", "name"))


def percents() -> dict[tuple[int, str], int]:
    """What part of each role's reward hangs on each figure now; roles and figures in use only."""
    rows = (
        Weight.objects.filter(role__retired=None, figure__retired=None)
        .order_by("id")
        .values_list("role_id", "figure__slug", "percent")
    )
    newest = {(role, figure): percent for role, figure, percent in rows}
    return {key: percent for key, percent in newest.items() if percent}


def register() -> figures.Register:
    """Everything in use. Roles of fewer people than the works council agreed on take part in no number."""
    return figures.Register(
        figures=tuple(plain(each) for each in all_figures()),
        roles=tuple(figures.Role(each.pk, each.name, each.unit, each.people) for each in all_roles()),
        shares={key: percent / 100 for key, percent in percents().items()},
        fewest=floor()[0],
    )


def plain(figure: Figure) -> figures.Figure:
    """A figure without its storage."""
    return figures.Figure(
        slug=figure.slug,
        name=figure.name,
        unit=figure.unit,
        horizon=figures.Horizon(figure.horizon),
        direction=figures.Direction(figure.direction),
        origin=figures.Origin(figure.origin),
        giver=figures.Giver(figure.giver),
        part=figures.Part(figure.part) if figure.part else None,
    )


def links() -> tuple[declared.Link, ...]:
    """Who pushes which lever, by what people say now."""
    found = Link.objects.filter(withdrawn=None, figure__retired=None).select_related("figure", "lever")
    return tuple(
        declared.Link(
            each.figure.slug, each.lever.slug, each.sign, declared.Strength(each.strength), each.basis
        )
        for each in found
    )


def lever_names() -> dict[str, str]:
    """What levers are called."""
    return dict(Lever.objects.values_list("slug", "name"))


def in_force(definitions: Iterable[Definition]) -> list[Definition]:
    """Definitions of one figure by the month they hold from, of each month the newest; the first one first."""
    newest: dict[date | None, Definition] = {}
    for each in sorted(definitions, key=lambda definition: definition.pk):
        newest[each.since] = each
    return sorted(newest.values(), key=lambda definition: definition.since or date.min)


def counted_on(definitions: Iterable[Definition], day: date) -> Definition:
    """How a figure is counted on a day: one that begins later is only planned yet."""
    there = in_force(definitions)
    return next((each for each in reversed(there) if each.since is None or each.since <= day), there[0])


def redefined(definitions: Iterable[Definition]) -> frozenset[date]:
    """The months from which on something else was counted than before."""
    there = in_force(definitions)
    return frozenset(
        each.since for before, each in pairwise(there) if each.since and each.text != before.text
    )


def values(figure: Figure) -> dict[date, Value]:
    """By month what stands now: the newest file that was not withdrawn."""
    rows = Value.objects.filter(batch__withdrawn=None, figure=figure).prefetch_related("excluded")
    newest = {row.month: row for row in rows.order_by("batch_id", "id")}
    return dict(sorted(newest.items()))


def series(wanted: Collection[str]) -> dict[str, Series]:
    """The monthly values of these figures, those that have some, turned so that it is known which way is better."""
    by_figure: dict[int, list[Definition]] = defaultdict(list)
    for each in Definition.objects.filter(figure__slug__in=wanted):
        by_figure[each.figure_id].append(each)
    rows = (
        Value.objects.filter(batch__withdrawn=None, figure__slug__in=wanted)
        .order_by("batch_id", "id")
        .values_list("figure_id", "month", "value")
    )
    newest: dict[int, dict[date, float | None]] = defaultdict(dict)
    for figure, month, value in rows:
        newest[figure][month] = value
    return {
        figure.slug: Series(
            figures.Direction(figure.direction).sign,
            {month: value for month, value in newest[figure.pk].items() if value is not None},
            redefined(by_figure[figure.pk]),
        )
        for figure in all_figures().filter(slug__in=wanted)
        if figure.pk in newest
    }
