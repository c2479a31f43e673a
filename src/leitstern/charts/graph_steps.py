"""The nodes and edges of a journey graph, and what is said of a step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Side
    from leitstern.charts.svg import Pen

NO_GROUPS = -2  # the group of every node where there are none
STEP = Text("From {before} to {after}", "Von {before} zu {after}")
AGAIN = Text("{before} once more", "{before} noch einmal")
BEGINS = Text("The journey begins with {after}", "Die Reise beginnt mit {after}")
ENDS = Text("The journey ends after {before}", "Die Reise endet nach {before}")
SAID = Text(
    "{step}: {n} customers; {share} of 100 steps from there",
    "{step}: {n} Kundinnen und Kunden; {share} von 100 Schritten von dort",
)
WAIT = Text("; typical wait {wait}", "; typische Wartezeit {wait}")
BESIDE = Text("; beside {other}, difference {difference}", "; daneben {other}, Unterschied {difference}")


@dataclass(frozen=True, slots=True)
class Node:
    """A touchpoint or stage in a column, of one of the groups (−1: of none, `NO_GROUPS`: there are none), with customers there."""

    name: str
    column: int
    group: int
    customers: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """From one node (None: the start) to another (None: the end; the same: once more).

    `share` 0–1 of the steps that leave the node, `wait` in hours; beside another selection its share and the difference.
    """

    source: int | None
    target: int | None
    customers: int
    share: Side
    wait: Side
    other: Side | None = None
    difference: Side | None = None
    sure: bool = False


def step_words(edge: Edge, nodes: Sequence[Node], pen: Pen) -> str:
    """What the step is called."""
    before = nodes[edge.source].name if edge.source is not None else ""
    after = nodes[edge.target].name if edge.target is not None else ""
    if edge.source is None:
        frame = BEGINS
    elif edge.target is None:
        frame = ENDS
    else:
        frame = AGAIN if edge.source == edge.target else STEP
    return pen.sheet.locale.say(frame, before=before, after=after)


def step_sentence(edge: Edge, nodes: Sequence[Node], pen: Pen) -> str:
    """The step with its customers, its share, its wait, and how it differs beside another selection."""
    locale = pen.sheet.locale

    def share(side: Side) -> str:
        if not isinstance(side, Estimate):
            return side
        low, high = locale.number(side.low * 100), locale.number(side.high * 100)
        return f"{locale.number(side.value * 100)} [{locale.span(low, high)}]"

    said = locale.say(
        SAID, step=step_words(edge, nodes, pen), n=locale.number(edge.customers), share=share(edge.share)
    )
    if isinstance(edge.wait, Estimate):
        said += locale.say(WAIT, wait=locale.length(timedelta(hours=edge.wait.value)))
    if edge.other is not None and edge.difference is not None:
        points_apart = edge.difference
        told = locale.signed(points_apart.value * 100) if isinstance(points_apart, Estimate) else points_apart
        said += locale.say(BESIDE, other=share(edge.other), difference=told)
    return said + "."
