"""The journey as a graph that can be read, of one selection or of one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.forms import ViewForm
from leitstern.app.journeys.graph_drawing import drawn, node_name, node_slug
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.graph import (
    END,
    START,
    Coverage,
    Graph,
    GraphEdge,
    covered_journeys,
    covered_steps,
    graph,
    read_covered,
    read_graph,
    stage_steps,
    touchpoint_steps,
)
from leitstern.core.outside.stages import stage_codes
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text
from leitstern.store.held import follows

if TYPE_CHECKING:
    from ibis import Table

    from leitstern.app.journeys.asking import Chosen, Side
    from leitstern.core.outside.simplified import Edge

HEADER = (
    *("node", "next_node", "shown", "customers", "steps", "share", "low", "high", "n"),
    *("wait_median_hours", "wait_low", "wait_high"),
    *BESIDE,
)
GOES_ON = Text(
    en="Most customers go from {before} to {after}: {share} [{low}–{high}] of 100 steps from there (n {n} customers).",
    de="Die meisten gehen von {before} zu {after}: {share} [{low}–{high}] von 100 Schritten von dort (n {n} Kundinnen und Kunden).",
)
DIFFERS = Text(
    en="The selections differ most from {before} to {after}: {share} of 100 steps from there here, {other} there, {points} "
    "points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen von {before} zu {after}: hier {share} von 100 Schritten von dort, dort "
    "{other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="No step differs for sure between the two selections.",
    de="Bei keinem Schritt unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="On these journeys no step was taken by five customers or more.",
    de="Auf diesen Reisen gingen keinen Schritt fünf oder mehr Kundinnen und Kunden.",
)
HOLDS = Text(
    en=" The picture holds {steps} of 100 steps and the whole way of {journeys} of 100 journeys that take any.",
    de=" Das Bild enthält {steps} von 100 Schritten und den ganzen Weg von {journeys} von 100 Reisen, die welche gehen.",
)


class GraphForm(ViewForm):
    """What the nodes are, and how much the picture is to hold."""

    between = forms.ChoiceField(
        label=_("Steps between"),
        choices=(("touchpoint", _("touchpoints")), ("stage", _("stages"))),
        initial="touchpoint",
    )
    detail = forms.ChoiceField(
        label=_("Steps in the picture"),
        choices=(
            ("0", _("strongest")),
            ("60", _("60 of 100")),
            ("80", _("80 of 100")),
            ("95", _("95 of 100")),
            ("100", _("everything")),
        ),
        initial="60",
    )


class JourneyStepOut(Schema):
    """From `node` to `next_node` (`start` and `end`: of the journey); `share` of 0–1 steps from `node`; `shown`: in the picture."""

    node: str | None
    next_node: str | None
    shown: bool
    customers: int | None
    steps: int | None
    share: Number
    wait_median_hours: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class JourneyGraphOut(Schema):
    """What the picture holds: a share of 0–1 of the steps from node to node, and of journeys that take any their whole way."""

    sentence: TextOut
    covered_steps: Number
    covered_journeys: Number
    edges: list[JourneyStepOut]


@dataclass(frozen=True, slots=True)
class FoundGraph:
    """Every edge of either selection; those that are `shown`; and what they hold of the selection."""

    kind: str
    edges: tuple[Lined[GraphEdge], ...]
    shown: frozenset[Edge]
    coverage: Coverage


def found_graph(chosen: Chosen) -> FoundGraph:
    """The graph between touchpoints or stages, as readable as was asked for."""
    asked = chosen.view.cleaned_data if chosen.view else {}
    kind, detail, as_of = str(asked["between"]), int(asked["detail"]), chosen.state.as_of

    def steps(one: Side) -> Table:
        if kind == "stage":
            return stage_steps(one.transitions, chosen.state.taxonomy)
        return touchpoint_steps(one.transitions)

    stages = stage_codes(chosen.state.taxonomy) if kind == "stage" else None

    def compute(one: Side) -> Graph:
        picked = one.picked
        rows = follows.graph(picked, stages) if picked else one.ask.run(graph(steps(one)))
        return read_graph(rows, as_of)

    graphs = chosen.find("graph", compute, kind)
    readable = graphs.a.readable(detail / 100) if graphs.a else frozenset()

    def cover(one: Side) -> Coverage:
        picked = one.picked
        if picked:
            answers = [
                each(picked, readable, stages) for each in (follows.covered_steps, follows.covered_journeys)
            ]
        else:
            rows = steps(one)
            asked = (covered_steps(rows, readable), covered_journeys(rows, readable))
            answers = [one.ask.run(each) for each in asked]
        return shown(Coverage(*(read_covered(each, as_of) for each in answers)))

    coverage = Coverage(TOO_FEW_CUSTOMERS, TOO_FEW_CUSTOMERS)
    if readable:
        coverage = chosen.alone.find("coverage", cover, kind, tuple(sorted(readable))).a or coverage
    edges = lined_up(
        graphs.map(lambda found: tuple(map(shown, found.edges))),
        lambda each: each.pair,
        lambda each: each.share,
    )
    return FoundGraph(kind, edges, readable, coverage)


def sentence(chosen: Chosen, found: FoundGraph) -> Text:
    """What stands out, and how much of everything the picture holds."""
    if not found.shown:
        return NOBODY
    said = _said(chosen, found)
    held = found.coverage
    if not isinstance(held.steps, Estimate) or not isinstance(held.journeys, Estimate):
        return said
    holds = HOLDS.fill(steps=round(held.steps.value * 100), journeys=round(held.journeys.value * 100))
    return Text(en=said.en + holds.en, de=said.de + holds.de)


def _said(chosen: Chosen, found: FoundGraph) -> Text:
    def named(pair: Edge) -> dict[str, Text]:
        before, after = (node_name(chosen, found.kind, node) for node in pair)
        return {"before": before, "after": after}

    if chosen.compared:
        most = surest(found.edges)
        return DIFFERS.fill(**named(most[0].pair), **most[1]) if most else ALIKE
    for each in found.edges:
        inner = {START, END, UNMAPPED}.isdisjoint(each.either.pair) and len(set(each.either.pair)) == 2
        if inner and isinstance(each.share, Estimate):
            return GOES_ON.fill(**named(each.either.pair), **of_hundred(each.share))
    return NOBODY


def graph_page(chosen: Chosen) -> Built:
    """The picture with its table."""
    found = found_graph(chosen)
    rows = [
        (each, *(node_name(chosen, found.kind, node) for node in each.either.pair))
        for each in found.edges
        if each.either.pair in found.shown or each.sure
    ]
    table = [
        [
            *(node_slug(chosen, found.kind, node) for node in each.either.pair),
            each.either.pair in found.shown,
            each.here.customers if each.here else None,
            each.here.steps if each.here else None,
            *numbers(each.here.share if each.here else None, n=True),
            *numbers(each.here.wait_median if each.here else None),
            *each.cells,
        ]
        for each in found.edges
    ]
    seen = [each for each in found.edges if each.here and each.here.pair in found.shown]
    context = {"rows": rows, "chart": drawn(chosen, found.kind, seen), "coverage": found.coverage}
    return Built(sentence(chosen, found), HEADER, table, context)


def graph_document(chosen: Chosen) -> JourneyGraphOut:
    """The same for programs."""
    found = found_graph(chosen)
    return JourneyGraphOut(
        sentence=both(sentence(chosen, found)),
        covered_steps=number(found.coverage.steps),
        covered_journeys=number(found.coverage.journeys),
        edges=[
            JourneyStepOut(
                node=node_slug(chosen, found.kind, each.either.node),
                next_node=node_slug(chosen, found.kind, each.either.next_node),
                shown=each.either.pair in found.shown,
                customers=each.here.customers if each.here else None,
                steps=each.here.steps if each.here else None,
                share=number(each.share),
                wait_median_hours=number(each.here.wait_median if each.here else TOO_FEW_CUSTOMERS),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found.edges
        ],
    )
