"""Imports that were read before a word got its term: what would count now if their files were read once more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.intake.again import why_not
from leitstern.app.intake.models import Import
from leitstern.app.outside.reading import published
from leitstern.app.taxonomy.waiting import KINDS, came
from leitstern.collect.items import REST
from leitstern.core.company.taxonomy import UNMAPPED

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.company.taxonomy import Kind, Taxonomy
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Stale:
    """An import of which `entries` would count under another term now; `hindrance` says why it cannot be read again."""

    run: Import
    entries: int
    hindrance: Text | None


def stale(taxonomy: Taxonomy) -> list[Stale]:
    """Every import that holds something the taxonomy understands better by now, the newest first."""
    counted = Counter[int]()
    for each in came():
        if each.value != REST and taxonomy.resolve(each.kind, each.means) != UNMAPPED:
            counted[each.import_id] += each.entries
    for import_id, n in _under_former_names(taxonomy).items():
        counted[import_id] += n
    runs = Import.objects.filter(pk__in=counted).order_by("-id")
    return [Stale(run, counted[run.pk], why_not(run)) for run in runs]


def _under_former_names(taxonomy: Taxonomy) -> dict[int, int]:
    """Contacts stored under a term that went into another since, by import."""
    codes = {
        kind: tuple(
            each.code for each in taxonomy.retired if each.kind == kind and taxonomy.resolve(kind, each.slug)
        )
        for kind in KINDS
    }
    state = published()
    if state is None or not any(codes.values()):
        return {}
    return _counted(state, codes)


def _counted(state: Published, codes: dict[Kind, tuple[int, ...]]) -> dict[int, int]:
    def compute(ask: Question) -> dict[int, int]:
        contacts = ask.table("contacts")
        wanted = None
        for kind, old in codes.items():
            if old:
                here = contacts[kind].isin(old)
                wanted = here if wanted is None else wanted | here
        found = contacts.filter(wanted)
        rows = ask.rows(found.aggregate(by="import_id", n=found.count()))
        return {row["import_id"]: row["n"] for row in rows}

    return state.find("under former names", tuple(sorted(codes.items())), compute)
