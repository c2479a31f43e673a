"""Monthly counts: by hand, from a table, through the interface. All of them are kept or none; batches can be withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.practice.editions import UNKNOWN
from leitstern.app.practice.models import Batch, Count, Principle, StopItem, Use
from leitstern.collect.practice_file import CountLine, UseLine, read_counts, read_uses
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

MOST = 2_000_000_000  # of one month; the database holds no more
BY_HAND = Text(en="by hand", de="von Hand")
NOT_OVER = Text(
    en="{month} is not over yet; a part of a month would look like a change. Nothing was kept.",
    de="{month} ist noch nicht vorbei; ein Teil eines Monats sähe wie eine Veränderung aus. Es wurde nichts gespeichert.",
)
MORE_KEPT = Text(
    en="{month}: {kept} of {cases} kept? It cannot be kept more often than there were cases. Nothing was kept.",
    de="{month}: {kept} von {cases} eingehalten? Öfter, als es Fälle gab, geht es nicht. Es wurde nichts gespeichert.",
)
OUT_OF_RANGE = Text(
    en="{month}: a count is a whole number from 0 on. Nothing was kept.",
    de="{month}: Eine Zählung ist eine ganze Zahl ab 0. Es wurde nichts gespeichert.",
)
TWICE = Text(
    en="{month} stands here twice for the same department. Nothing was kept.",
    de="{month} steht hier zweimal für denselben Bereich. Es wurde nichts gespeichert.",
)
MIXED = Text(
    en="{month} would be counted twice: once for the whole company and once by department. Withdraw the one counted "
    "before, or count the same way. Nothing was kept.",
    de="{month} wäre doppelt gezählt: einmal für das ganze Unternehmen und einmal nach Bereichen. Ziehen Sie die frühere "
    "Zählung zurück, oder zählen Sie ebenso. Es wurde nichts gespeichert.",
)
NOTHING = Text(
    en="There is nothing to keep in it. Nothing was kept.",
    de="Darin steht nichts. Es wurde nichts gespeichert.",
)


@action("count principle", Capability.KEEP_REGISTERS)
def count(actor: Actor, name: str, lines: Sequence[CountLine], today: date) -> Batch:
    """Keep how often principles were kept; newer counts of a month stand above older ones. Raises InvalidInput."""
    rows = {each.slug: each for each in Principle.objects.all()}
    _check([(each.principle, each.unit, each.month) for each in lines], rows, today)
    for each in lines:
        if each.kept > each.cases:
            raise InvalidInput(MORE_KEPT.fill(month=f"{each.month:%Y-%m}", kept=each.kept, cases=each.cases))
        _whole(each.month, each.kept, each.cases)
    there = Count.objects.filter(batch__withdrawn=None).values_list("principle__slug", "month", "unit")
    _refuse_mixed([(each.principle, each.month, each.unit) for each in lines], there)
    batch = Batch.objects.create(name=name[:200], actor=actor.actor_id)
    Count.objects.bulk_create(
        Count(
            batch=batch,
            principle=rows[each.principle],
            unit=each.unit,
            month=each.month,
            kept=each.kept,
            cases=each.cases,
        )
        for each in lines
    )
    return batch


@action("count use", Capability.KEEP_REGISTERS)
def count_use(actor: Actor, name: str, lines: Sequence[UseLine], today: date) -> Batch:
    """Keep how often things on the stop list were used. Raises InvalidInput."""
    rows = {each.slug: each for each in StopItem.objects.all()}
    _check([(each.item, each.unit, each.month) for each in lines], rows, today)
    for each in lines:
        _whole(each.month, each.uses)
    there = Use.objects.filter(batch__withdrawn=None).values_list("item__slug", "month", "unit")
    _refuse_mixed([(each.item, each.month, each.unit) for each in lines], there)
    batch = Batch.objects.create(name=name[:200], actor=actor.actor_id)
    Use.objects.bulk_create(
        Use(batch=batch, item=rows[each.item], unit=each.unit, month=each.month, uses=each.uses)
        for each in lines
    )
    return batch


def bring_counts(actor: Actor, folder: Path, name: str, today: date) -> Batch:
    """The same from a table. Raises InvalidFile with every mistake at once."""
    known = dict(Principle.objects.filter(withdrawn=None).values_list("slug", "sentence"))
    return count(actor, name, read_counts(folder, name, known, require_taxonomy(), today), today)


def bring_uses(actor: Actor, folder: Path, name: str, today: date) -> Batch:
    """The same for uses of what has ended."""
    known = dict(StopItem.objects.filter(withdrawn=None).values_list("slug", "name"))
    return count_use(actor, name, read_uses(folder, name, known, require_taxonomy(), today), today)


@action("withdraw counts", Capability.KEEP_REGISTERS)
def withdraw_batch(actor: Actor, batch: Batch) -> Batch:
    """Take counts back; what was known before stands again."""
    return mark_withdrawn(batch)


@action("reinstate counts", Capability.KEEP_REGISTERS)
def reinstate_batch(actor: Actor, batch: Batch) -> Batch:
    """Undo that. Raises InvalidInput if a month would then be counted twice."""
    counts = list(batch.counts.values_list("principle__slug", "month", "unit"))
    uses = list(batch.uses.values_list("item__slug", "month", "unit"))
    _refuse_mixed(
        counts, Count.objects.filter(batch__withdrawn=None).values_list("principle__slug", "month", "unit")
    )
    _refuse_mixed(uses, Use.objects.filter(batch__withdrawn=None).values_list("item__slug", "month", "unit"))
    return mark_standing(batch)


def _check(
    lines: Sequence[tuple[str, str, date]], rows: dict[str, Principle] | dict[str, StopItem], today: date
) -> None:
    """Known, over, and once each."""
    if not lines:
        raise InvalidInput(NOTHING)
    units, seen = unit_names(), set()
    for slug, unit, month in lines:
        for given, known in ((slug, rows), (unit, units)):
            if given and given not in known:
                raise InvalidInput(UNKNOWN.fill(given=given))
        if month.day != 1 or month >= today.replace(day=1):
            raise InvalidInput(NOT_OVER.fill(month=f"{month:%Y-%m}"))
        if (slug, unit, month) in seen:
            raise InvalidInput(TWICE.fill(month=f"{month:%Y-%m}"))
        seen.add((slug, unit, month))


def _whole(month: date, *numbers: int) -> None:
    if any(not 0 <= each <= MOST for each in numbers):
        raise InvalidInput(OUT_OF_RANGE.fill(month=f"{month:%Y-%m}"))


def _refuse_mixed(given: Sequence[tuple[str, date, str]], there: Iterable[tuple[str, date, str]]) -> None:
    """A month is counted for the company or by department, never both: it would count twice."""
    wanted = {(slug, month) for slug, month, _ in given}
    found: dict[tuple[str, date], set[bool]] = {key: set() for key in wanted}
    for slug, month, unit in [*given, *there]:
        if (slug, month) in wanted:
            found[slug, month].add(not unit)
    for (_slug, month), ways in sorted(found.items()):
        if len(ways) > 1:
            raise InvalidInput(MIXED.fill(month=f"{month:%Y-%m}"))
