"""Customers by persona: whoever has the persona's property on any contact; who fits several counts with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.outside.selection import has_trait

if TYPE_CHECKING:
    from ibis import Table

    from leitstern.core.company.taxonomy import Taxonomy

NONE = 0  # told by no persona


def by_persona(contacts: Table, taxonomy: Taxonomy) -> Table:
    """One row per customer of a persona: entity_id, and the code of the persona that stands first."""
    import ibis

    told = [each for each in taxonomy.personas if each.prop]
    if not told:
        nobody = contacts.filter(ibis.literal(value=False))
        return nobody.select("entity_id").mutate(persona=ibis.literal(NONE, "int32"))
    found = [
        contacts.filter(has_trait(contacts, each.prop, each.value))
        .select("entity_id")
        .distinct()
        .mutate(place=ibis.literal(place, "int32"), persona=ibis.literal(each.code, "int32"))
        for place, each in enumerate(told)
    ]
    rows = ibis.union(*found) if len(found) > 1 else found[0]
    return rows.aggregate(by="entity_id", persona=rows.persona.argmin(rows.place))


def with_persona(rows: Table, kinds: Table, customer: str) -> Table:
    """`rows` with the code of their customer's persona, or NONE."""
    named = kinds.select(whose="entity_id", persona="persona")
    joined = rows.left_join(named, rows[customer] == named.whose)
    return joined.mutate(persona=joined.persona.fill_null(NONE)).drop("whose")
