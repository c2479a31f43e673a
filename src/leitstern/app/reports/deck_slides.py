"""What a slide is made of before it is drawn: a finding as its title, one picture of it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one colour (a token of `charts.tokens`), one per category; those that are missing say why."""

    name: str
    tone: str
    values: Sequence[Measured]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars per category, with their intervals; `form` is the number format of the axis, and of labels that have none."""

    categories: Sequence[str]
    series: Sequence[Series]
    axis: str
    alt: str
    form: str = "0%"
    most: float | None = 1.0  # end of the axis; None where the numbers decide
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """One view of culture (to the right) and technology (upwards), in levels 0–4; who sees one axis only is a line."""

    name: str
    tone: str
    culture: Measured
    technology: Measured
    source: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Culture × technology with the borders between the types, and what the types are called in their corners."""

    dots: Sequence[Dot]
    cuts: tuple[float, float]
    corners: Sequence[tuple[float, float, str]]
    axes: tuple[str, str]
    border: str
    alt: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in years: nine of ten take longer than `early`, one of ten longer than `late`."""

    name: str
    early: float
    middle: float
    late: float
    mean: float


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of time below each other. `parts` names the columns: early, to the middle, to the late end, mean."""

    spans: Sequence[Span]
    parts: tuple[str, str, str, str]
    axis: str
    alt: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` are the shares of its columns."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grids:
    """Tables beside each other; `shares` of the width, or all alike."""

    grids: Sequence[Grid]
    shares: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A customer's own words, in their language."""

    words: str
    language: str
    who: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """Customers' words below each other."""

    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences, where there is nothing to draw, or nothing to draw yet."""

    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure with its interval and what it rests on."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The first slide: one sentence of evidence, and key figures."""

    lede: str
    figures: Sequence[Figure]


Body = Bars | Matrix | Spans | Grids | Quotes | Words | Opening


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `aside` stands beside a chart; `source` below everything; `notes` are for whoever presents it."""

    title: str
    body: Body
    source: str
    notes: Sequence[str]
    aside: Sequence[str] = field(default=())
