"""The taxonomy as tables of plain values, for CSV from the pages and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.consequences import FEWEST
from leitstern.core.company.differences import SORTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.taxonomy.queries import Language
    from leitstern.app.taxonomy.waiting import Waiting
    from leitstern.core.company.agreeing import Agreement
    from leitstern.core.company.differences import Change
    from leitstern.core.texts import Text

HEADER = ["sort", "slug", "name", "owner", "synonyms", "stored", "unused"]
CHANGE_HEADER = ["sort", "slug", "name", "what", "field", "before", "after"]
WAITING_HEADER = ["sort", "value", "entries", "first_seen", "last_seen", "sources", "proposals"]
WORD_HEADER = ["word", "department", "said", "taxonomy", "differs"]


def shown(n: int | None) -> int | None:
    """How much stands under a term; nothing where it is not counted, or so little that it may be told of few people."""
    return None if n is None or 0 < n < FEWEST else n


def rows(language: Language, spoken: str) -> Iterator[list[object]]:
    """One row per term."""
    for each in language.terms:
        owner = each.owner.to(spoken) if each.owner else ""
        yield [
            *(each.sort, each.term.slug, each.term.name.to(spoken), owner, "; ".join(each.synonyms)),
            *(shown(each.n), each.unused),
        ]


def change_rows(changes: Iterable[Change], spoken: str) -> Iterator[list[object]]:
    """One row per field that differs; one for a term that is gone."""
    for each in changes:
        told: list[object] = [SORTS[each.sort].to(spoken), each.slug, each.name.to(spoken), each.how.value]
        if not each.fields:
            yield [*told, "", "", ""]
        for field in each.fields:
            yield [*told, field.name.to(spoken), field.before.to(spoken), field.after.to(spoken)]


def waiting_rows(found: Iterable[Waiting]) -> Iterator[list[object]]:
    """One row per value."""
    for each in found:
        places = "; ".join(f"{source}: {column}" for source, column in each.places)
        yield [
            *(each.kind, each.value, each.entries, each.first.isoformat(), each.last.isoformat(), places),
            "; ".join(like.slug for like in each.alike),
        ]


def word_rows(
    found: Agreement, names: dict[str, Text], units: dict[str, Text], spoken: str
) -> Iterator[list[object]]:
    """One row per word and department."""

    def named(slug: str) -> str:
        return names[slug].to(spoken) if slug in names else slug

    for each in found.words:
        for unit, said in each.said.items():
            who = units[unit].to(spoken) if unit in units else unit
            yield [each.word, who, named(said), named(each.taxonomy), each.differs]
