"""Where customers go on to from here, as shares of those who are here: of touchpoints, channels or steps alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ibis import Table


def going_on(rows: Table, here: Sequence[str], there: Sequence[str]) -> Table:
    """Sufficient statistics of "of the contacts `here`, how many go on `there`", one row per pair that occurs.

    Columns out: here, there, customers, contacts and good (weighted contacts) of the pair; n (customers), answers
    (contacts), weight and weight2 of all that are here; good2 and good_weight as in `sampling.customer_sums`.
    """
    pair = [*here, *there]
    each = rows.aggregate(by=[*pair, "person"], contacts=rows.count(), good=rows.weight.sum())
    begun = each.aggregate(by=[*here, "person"], contacts_here=each.contacts.sum(), weight=each.good.sum())
    whole = begun.aggregate(
        by=here,
        n=begun.count(),
        answers=begun.contacts_here.sum(),
        weight=begun.weight.sum(),
        weight2=(begun.weight * begun.weight).sum(),
    )
    both = each.join(begun, [*here, "person"])
    counted = both.aggregate(
        by=pair,
        customers=both.count(),
        contacts=both.contacts.sum(),
        good=both.good.sum(),
        good2=(both.good * both.good).sum(),
        good_weight=(both.good * both.weight).sum(),
    )
    return counted.join(whole, list(here))
