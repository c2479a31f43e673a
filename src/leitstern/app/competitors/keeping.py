"""What is changed: figures that come in one by one or as a table, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.common.typed import typed
from leitstern.app.competitors import queries
from leitstern.app.competitors.models import Figure
from leitstern.collect.competitor_file import read_competitors
from leitstern.core.bridge.competitors.figure import figure_problems
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leitstern.core.bridge.competitors.figure import FigureDraft

THERE_ALREADY = Text(
    en="This figure of {competitor} for {year} stands here already, from the same source. Nothing was kept; withdraw it "
    "first if it was wrong.",
    de="Diese Zahl von {competitor} für {year} steht schon hier, aus derselben Quelle. Es wurde nichts gespeichert; nehmen "
    "Sie sie zuerst zurück, wenn sie falsch war.",
)
ALL_THERE = Text(
    en="Everything in this table stands here already. Nothing was changed.",
    de="Alles in dieser Tabelle steht schon hier. Es wurde nichts geändert.",
)
WITHDRAWN_ALREADY = Text(
    en="This figure was withdrawn already. Nothing was changed.",
    de="Diese Zahl war schon zurückgenommen. Es wurde nichts geändert.",
)
STANDS_ALREADY = Text(
    en="This figure, or the same from the same source, counts already. Nothing was changed.",
    de="Diese Zahl oder dieselbe aus derselben Quelle zählt schon. Es wurde nichts geändert.",
)

type Same = tuple[str, str, str, int, str]


@action("enter competitor figure", Capability.KEEP_REGISTERS)
def enter(actor: Actor, draft: FigureDraft) -> Figure:
    """Keep one figure. Raises WrongDraft with everything that is wrong, Conflict where it stands here already."""
    year = timezone.localdate().year
    problems = figure_problems(draft, queries.touchpoint_choices(), queries.statement_choices(), year)
    if problems:
        raise WrongDraft(problems)
    row = _row(actor, draft)
    if _same(row) in _standing():
        raise Conflict(THERE_ALREADY.fill(competitor=row.competitor, year=row.year))
    row.save()
    return row


def hand_in(actor: Actor, folder: Path, name: str) -> list[Figure]:
    """Keep the figures of the table `name`, all or nothing. Raises InvalidFile with every mistake."""
    require(actor, Capability.KEEP_REGISTERS)
    year = timezone.localdate().year
    drafts = read_competitors(folder, name, queries.touchpoint_choices(), queries.statement_choices(), year)
    return bring(actor, drafts)


@action("bring in competitor figures", Capability.KEEP_REGISTERS)
def bring(actor: Actor, drafts: Iterable[FigureDraft]) -> list[Figure]:
    """Those that are new; what stands here already is left as it is. Raises Conflict if nothing is new."""
    known, new = _standing(), []
    for draft in drafts:
        row = _row(actor, draft)
        if _same(row) not in known:
            known.add(_same(row))
            new.append(row)
    if not new:
        raise Conflict(ALL_THERE)
    return Figure.objects.bulk_create(new)


@action("withdraw competitor figure", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, row: Figure) -> Figure:
    """It no longer counts, and stays readable."""
    del actor
    if row.withdrawn:
        raise Conflict(WITHDRAWN_ALREADY)
    return mark_withdrawn(row)


@action("reinstate competitor figure", Capability.KEEP_REGISTERS)
def reinstate(actor: Actor, row: Figure) -> Figure:
    """It counts again, unless the same was entered since."""
    del actor
    if not row.withdrawn or _same(row) in _standing():
        raise Conflict(STANDS_ALREADY)
    return mark_standing(row)


def _row(actor: Actor, draft: FigureDraft) -> Figure:
    return Figure(
        competitor=" ".join(typed(draft.competitor).split()),
        touchpoint=draft.touchpoint,
        statement=draft.statement,
        share=draft.percent / 100,
        n=draft.n,
        year=draft.year,
        source=" ".join(typed(draft.source).split()),
        how=typed(draft.how),
        asked=draft.asked.value,
        origin=draft.origin.value,
        actor=actor.actor_id,
    )


def _same(row: Figure) -> Same:
    return row.competitor, row.touchpoint, row.statement, row.year, row.source


def _standing() -> set[Same]:
    return {_same(each) for each in Figure.objects.filter(withdrawn=None)}
