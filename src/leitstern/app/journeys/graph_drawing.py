"""What the nodes of the journey graph are called, and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.graph_steps import NO_GROUPS, Edge, Node
from leitstern.charts.journey_graph import TONES, journey_graph
from leitstern.core.company.taxonomy import UNMAPPED_NAME, Department, Stage, Touchpoint
from leitstern.core.outside.graph import END, START
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen
    from leitstern.app.journeys.lined import Lined
    from leitstern.core.outside.graph import GraphEdge

NAMES = {
    START: Text(en="the start of the journey", de="Anfang der Reise"),
    END: Text(en="the end of the journey", de="Ende der Reise"),
}
SLUGS = {START: "start", END: "end"}


def node_name(chosen: Chosen, kind: str, node: int) -> Text:
    """A touchpoint, a stage, the start or the end."""
    if node in NAMES:
        return NAMES[node]
    return chosen.state.taxonomy.name("stage" if kind == "stage" else "touchpoint", node)


def node_slug(chosen: Chosen, kind: str, node: int) -> str | None:
    """The same for programs; None for what is not mapped."""
    if node in SLUGS:
        return SLUGS[node]
    term = chosen.state.taxonomy.lookup(Stage if kind == "stage" else Touchpoint).code(node)
    return term.slug if term else None


def drawn(chosen: Chosen, kind: str, shown: Sequence[Lined[GraphEdge]]) -> str:
    """The edges that this selection has and that are shown."""
    if not shown:
        return ""
    there: dict[int, int] = {}  # customers at each node
    for each in shown:
        node, share = each.either.node, each.share
        if node != START and isinstance(share, Estimate):
            there[node] = max(there.get(node, 0), share.n)
    columns, groups = _columns(chosen, kind, there), _groups(chosen, kind, there)
    nodes = [
        Node(
            words(node_name(chosen, kind, code)),
            columns[code][0],
            NO_GROUPS if kind == "stage" else groups[code][0] if code in groups else -1,
            customers,
            reverse("web:touchpoint", args=[slug])
            if kind != "stage" and (slug := node_slug(chosen, kind, code))
            else "",
        )
        for code, customers in there.items()
    ]
    place = {code: at for at, code in enumerate(there)}
    edges = [
        Edge(
            place.get(each.either.node),
            place.get(each.either.next_node),
            each.either.customers,
            side(each.share),
            side(each.either.wait_median),
            side(each.beside.b) if each.beside else None,
            side(each.beside.difference) if each.beside else None,
            each.sure,
        )
        for each in shown
    ]
    heads = [words(name) for _, name in sorted(set(columns.values()), key=lambda each: each[0])]
    named = dict(sorted(groups.values(), key=lambda each: each[0]))
    return fitted(
        lambda sheet: journey_graph(nodes, edges, heads, list(map(words, named.values())), sheet),
        "graph",
        gettext("From step to step"),
        gettext("A band is as wide as many customers go that way; its number is the typical wait."),
    )


def _columns(chosen: Chosen, kind: str, there: dict[int, int]) -> dict[int, tuple[int, Text]]:
    """For each node the place and the name of its stage, the used ones in the order of the taxonomy."""
    taxonomy, stages = chosen.state.taxonomy, chosen.state.taxonomy.lookup(Stage)

    def stage(code: int) -> int | None:
        if kind == "stage":
            found = stages.code(code)
        else:
            touchpoint = taxonomy.lookup(Touchpoint).code(code)
            found = stages.slug(touchpoint.stage) if touchpoint else None
        return taxonomy.stages.index(found) if found in taxonomy.stages else None

    at = {code: stage(code) for code in there}
    used = sorted({place for place in at.values() if place is not None})
    names = {place: taxonomy.stages[place].name for place in used}
    return {
        code: (len(used), UNMAPPED_NAME) if place is None else (used.index(place), names[place])
        for code, place in at.items()
    }


def _groups(chosen: Chosen, kind: str, there: dict[int, int]) -> dict[int, tuple[int, Text]]:
    """For each touchpoint the place and the name of its department, those of most customers first; none for stages."""
    if kind == "stage":
        return {}
    taxonomy = chosen.state.taxonomy
    met: dict[str, int] = {}
    at: dict[int, str] = {}
    for code, customers in there.items():
        touchpoint = taxonomy.lookup(Touchpoint).code(code)
        if touchpoint and touchpoint.department:
            at[code] = touchpoint.department
            met[touchpoint.department] = met.get(touchpoint.department, 0) + customers
    first = sorted(met, key=lambda slug: (-met[slug], slug))[: len(TONES)]
    departments = taxonomy.lookup(Department)
    return {
        code: (first.index(slug), term.name)
        for code, slug in at.items()
        if slug in first and (term := departments.slug(slug))
    }
