"""How much of what is stored stands under each term."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.outside.reading import published
from leitstern.core.company.facets import IN_TIME
from leitstern.core.company.taxonomy import CLASSES

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.company.editing import Sort
    from leitstern.core.company.taxonomy import Taxonomy

    type Counted = dict[tuple[Sort, str], int]

PLACES = ("touchpoint", "channel", "department")


@dataclass(frozen=True, slots=True)
class Rows:
    """Stored rows by code: contacts by place, answers by touchpoint and statement, promises given by promise."""

    contacts: dict[str, dict[int, int]]
    answers: dict[tuple[int, str], int]
    promises: dict[int, int]


def carried(taxonomy: Taxonomy) -> Counted:
    """By sort and short name: contacts; of promises and statements what was answered or fell due. Retired terms count too.

    Personas are left out: who is one is a question to the properties of contacts.
    """
    state = published()
    if state is None:
        return {}
    rows = _rows(state)
    found: Counted = {}
    for kind in PLACES:
        for code, n in rows.contacts[kind].items():
            if slug := slug_of(taxonomy, kind, code):  # type: ignore[arg-type]  # all are kinds
                found[kind, slug] = n  # type: ignore[index]
    return found | _stages(taxonomy, found) | _statements(taxonomy, rows) | _milestones(taxonomy, found)


def slug_of(taxonomy: Taxonomy, kind: Sort, code: int) -> str:
    """The short name a code stands or stood for; nothing for what was never mapped."""
    if kind == "facet":
        return ""
    term = taxonomy.lookup(CLASSES[kind]).code(code)
    if term is not None:
        return term.slug
    return next((each.slug for each in taxonomy.retired if (each.kind, each.code) == (kind, code)), "")


def _stages(taxonomy: Taxonomy, found: Counted) -> Counted:
    counted: Counter[str] = Counter()
    for point in taxonomy.touchpoints:
        counted[point.stage] += found.get(("touchpoint", point.slug), 0)
    return {("stage", slug): n for slug, n in counted.items()}


def _statements(taxonomy: Taxonomy, rows: Rows) -> Counted:
    """Answers to a statement, and of a promise those at its touchpoint; lateness is told by promises that were given."""
    codes = {point.slug: point.code for point in taxonomy.touchpoints}
    given = Counter({("facet", IN_TIME.slug): sum(rows.promises.values())})
    for (_, facet), n in rows.answers.items():
        given["facet", facet] += n
    for promise in taxonomy.promises:
        at = codes.get(promise.touchpoint, 0)
        given["promise", promise.slug] = rows.promises.get(promise.code, 0) + rows.answers.get(
            (at, promise.facet), 0
        )
    return dict(given)  # type: ignore[arg-type]  # keys are sorts


def _milestones(taxonomy: Taxonomy, found: Counted) -> Counted:
    return {
        ("milestone", each.slug): found.get(("touchpoint", each.at or each.since), 0)
        for each in taxonomy.milestones
    }


def _rows(state: Published) -> Rows:
    def compute(ask: Question) -> Rows:
        contacts, feedback, promises = (ask.table(name) for name in ("contacts", "feedback", "promises"))
        places = ask.rows(contacts.aggregate(by=list(PLACES), n=contacts.count()))
        counted: dict[str, Counter[int]] = {kind: Counter() for kind in PLACES}
        for row in places:
            for kind in PLACES:
                counted[kind][row[kind]] += row["n"]
        answers = ask.rows(feedback.aggregate(by=["touchpoint", "facet"], n=feedback.count()))
        given = ask.rows(promises.aggregate(by="promise", n=promises.count()))
        return Rows(
            {kind: dict(found) for kind, found in counted.items()},
            {(row["touchpoint"], row["facet"]): row["n"] for row in answers},
            {row["promise"]: row["n"] for row in given},
        )

    return state.find("carried by terms", (), compute)
