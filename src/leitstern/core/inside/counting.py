"""What the n of a view counts: people are never added to claims, nor either to customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from leitstern.core.inside.ratings import Ratings


@dataclass(frozen=True, slots=True)
class Words:
    """One and several of something; the German of `from_one` and `from_many` is the dative, as in "from 9 managers"."""

    one: Text
    many: Text
    from_one: Text
    from_many: Text


COUNTED: dict[View, Words] = {
    View.EXECUTIVES: Words(
        Text(en="1 executive", de="1 Person der Geschäftsleitung"),
        Text(en="{n} executives", de="{n} Personen der Geschäftsleitung"),
        Text(en="one executive", de="einer Person der Geschäftsleitung"),
        Text(en="{n} executives", de="{n} Personen der Geschäftsleitung"),
    ),
    View.MANAGERS: Words(
        Text(en="1 manager", de="1 Führungskraft"),
        Text(en="{n} managers", de="{n} Führungskräfte"),
        Text(en="one manager", de="einer Führungskraft"),
        Text(en="{n} managers", de="{n} Führungskräften"),
    ),
    View.STAFF: Words(
        Text(en="1 member of staff", de="1 Person der Belegschaft"),
        Text(en="{n} members of staff", de="{n} Mitarbeitende"),
        Text(en="one member of staff", de="einer Person der Belegschaft"),
        Text(en="{n} members of staff", de="{n} Mitarbeitenden"),
    ),
    View.EVIDENCE: Words(
        Text(en="1 proof {where}", de="1 Beleg {where}"),
        Text(en="{n} proofs {where}", de="{n} Belege {where}"),
        Text(en="one proof {where}", de="einem Beleg {where}"),
        Text(en="{n} proofs {where}", de="{n} Belegen {where}"),
    ),
    View.INDEPENDENT: Words(
        Text(en="1 independent look", de="1 unabhängiger Blick"),
        Text(en="{n} independent looks", de="{n} unabhängige Blicke"),
        Text(en="one independent look", de="einem unabhängigen Blick"),
        Text(en="{n} independent looks", de="{n} unabhängigen Blicken"),
    ),
    View.CUSTOMERS: Words(
        Text(en="1 customer", de="1 Kundin oder Kunde"),
        Text(en="{n} customers", de="{n} Kundinnen und Kunden"),
        Text(en="one customer", de="einer Kundin oder einem Kunden"),
        Text(en="{n} customers", de="{n} Kundinnen und Kunden"),
    ),
}
IN_ONE = Text(en="in 1 dimension", de="in 1 Dimension")
IN_MANY = Text(en="in {n} dimensions", de="in {n} Dimensionen")
ONE_VIEW = Text(en="1 view", de="1 Sicht")
VIEWS_COUNTED = Text(en="{n} views", de="{n} Sichten")


def counted(ratings: Ratings) -> Text:
    """What is behind a view: "38 managers", "34 proofs in 14 dimensions", "1,234 customers"."""
    words = COUNTED[ratings.view]
    return _filled(ratings, words.one if ratings.n == 1 else words.many)


def from_counted(ratings: Ratings) -> Text:
    """The same after "from"."""
    words = COUNTED[ratings.view]
    return _filled(ratings, words.from_one if ratings.n == 1 else words.from_many)


def views_counted(n: int) -> Text:
    """What is behind all views together: how many views, and nothing else."""
    return ONE_VIEW if n == 1 else VIEWS_COUNTED.fill(n=n)


def _filled(ratings: Ratings, frame: Text) -> Text:
    seen = int((~np.isnan(ratings.levels)).any(axis=0).sum())
    where = IN_ONE if seen == 1 else IN_MANY.fill(n=seen)
    return frame.fill(n=grouped(ratings.n), where=where)
