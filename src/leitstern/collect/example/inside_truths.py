"""What is really so inside the invented company, and where each group of its people sees it.

As with customers there are two companies: `PLANTED_INSIDE` believes to be a tech-distant customer expert and is a
Digital Lemming; in `TWIN_INSIDE` everybody sees what is so, and proof bears it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import CULTURE, DIMENSIONS, TECHNOLOGY, View, axis_of
from leitstern.core.texts import Text

# How far single dimensions lie from the mean of their axis; each axis sums to zero.
_AS_IT_IS = {
    **dict(zip(CULTURE, (-0.3, 0.1, -0.2, 0.2, 0.1, -0.4, 0.0, 0.1, -0.1, 0.3, 0.1, 0.1), strict=True)),
    **dict(zip(TECHNOLOGY, (0.0, 0.1, -0.2, 0.2, 0.1, -0.1, 0.1, -0.3, -0.1, 0.2), strict=True)),
}
_FROM_ABOVE = {
    **dict(zip(CULTURE, (0.1, 0.0, -0.2, 0.0, 0.1, 0.0, 0.1, 0.2, -0.1, 0.0, -0.2, 0.0), strict=True)),
    **dict(zip(TECHNOLOGY, (0.1, 0.1, 0.1, -0.2, 0.1, 0.1, 0.1, -0.6, 0.1, 0.1), strict=True)),
}


@dataclass(frozen=True, slots=True)
class Inside:
    """Everything inside in which the two companies differ. Levels 0–4.

    `said`: mean level of culture and of technology, by group. `from_above`: how much of the executives' own picture of
    the dimensions a group shares (0–1). `better`: level of culture in single units. `moved`: what changed since the
    wave before, by dimension.
    """

    said: dict[View, tuple[float, float]]
    from_above: dict[View, float] = field(default_factory=dict)
    better: dict[str, float] = field(default_factory=dict)
    moved: dict[str, float] = field(default_factory=dict)
    planted: bool = False

    def level(self, view: View, dimension: str, unit: str = "", *, last_year: bool = False) -> float:
        """Where a group sees a dimension, in a unit of its own where that differs."""
        axis = axis_of(dimension)
        share = self.from_above.get(view, 0.0)
        profile = share * _FROM_ABOVE[dimension] + (1 - share) * _AS_IT_IS[dimension]
        mean = self.said[view][list(DIMENSIONS).index(axis)] if axis else 0.0
        if axis is Axis.CULTURE:
            mean = self.better.get(unit, mean)
        return mean + profile - (self.moved.get(dimension, 0.0) if last_year else 0.0)


PLANTED_INSIDE = Inside(
    said={View.EXECUTIVES: (3.0, 1.8), View.MANAGERS: (2.1, 2.4), View.STAFF: (1.3, 2.9)},
    from_above={View.EXECUTIVES: 1.0, View.MANAGERS: 0.5},
    better={"bereavement_care": 3.2},
    moved={"t2": 0.6},
    planted=True,
)
TWIN_INSIDE = Inside(said=dict.fromkeys((View.EXECUTIVES, View.MANAGERS, View.STAFF), (3.0, 2.9)))


@dataclass(frozen=True, slots=True)
class InsideTruth:
    """One truth about the inside that the product should say, in both languages."""

    slug: str
    text: Text


INSIDE_TRUTHS = (
    InsideTruth(
        "lemming",
        Text(
            en="Culture is at 1.3 of 4 and technology at 2.9: a Digital Lemming. Executives see 3.0 and 1.8 and take the "
            "company for a tech-distant customer expert; managers stand in between with 2.1 and 2.4.",
            de="Die Kultur steht bei 1,3 von 4 und die Technologie bei 2,9: ein Digitaler Lemming. Die Geschäftsleitung "
            "sieht 3,0 und 1,8 und hält das Haus für einen technologiefernen Kundenkenner; die Führungskräfte stehen mit "
            "2,1 und 2,4 dazwischen.",
        ),
    ),
    InsideTruth(
        "paper_culture",
        Text(
            en="For 5 of 7 dimensions of culture levels of 3 and more are claimed with documents alone; 1 counts. "
            "Technology is claimed at 3 and proven with data from systems.",
            de="Bei 5 von 7 Dimensionen der Kultur sind Stufen ab 3 angegeben und allein mit Dokumenten belegt; es zählt 1. "
            "Technologie ist mit 3 angegeben und mit Daten aus Systemen belegt.",
        ),
    ),
    InsideTruth(
        "ticked_off",
        Text(
            en="From data to decisions: level 3 was claimed 3 days after level 2, and nothing new was shown in between.",
            de="Von Daten zu Entscheidungen: Stufe 3 wurde 3 Tage nach Stufe 2 angegeben, und dazwischen wurde nichts "
            "Neues gezeigt.",
        ),
    ),
    InsideTruth(
        "better_unit",
        Text(
            en="The 14 people of bereavement care see culture at 3.2, all other staff at 1.3.",
            de="Die 14 Mitarbeitenden der Nachlassbetreuung sehen die Kultur bei 3,2, alle anderen bei 1,3.",
        ),
    ),
    InsideTruth(
        "only_feedback_moved",
        Text(
            en="Since last year, feedback and signals rose by 0.6 levels; nothing else moved.",
            de="Seit dem Vorjahr sind Rückmeldungen und Signale um 0,6 Stufen gestiegen; sonst hat sich nichts bewegt.",
        ),
    ),
    InsideTruth(
        "hidden",
        Text(
            en="Brand studio (3 answers) and data office (4) stay hidden, and with each one group more, so that nobody "
            "can work them out.",
            de="Markenstudio (3 Antworten) und Datenbüro (4) bleiben verdeckt, und mit jedem eine weitere Gruppe, damit "
            "niemand sie errechnen kann.",
        ),
    ),
)
