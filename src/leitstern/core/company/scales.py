"""The scales on which customers are usually asked, and from where an answer counts as agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from leitstern.core.texts import Text

ScaleKind = Literal["nps", "csat", "ces", "rating"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers from `low` to `high`; `good_from` or more agrees with the statement `facet`."""

    kind: ScaleKind
    name: Text
    low: float
    high: float
    good_from: float
    facet: str


# 9 and 10 are promoters (Reichheld, HBR 12/2003); "top two" of five for satisfaction and ratings;
# 5 to 7 agree that the company made it easy (CES 2.0: Dixon, Ponomareff, Turner, DeLisi, The Effortless Experience, 2013).
NPS = Scale(
    "nps", Text(en="Recommendation 0–10 (NPS)", de="Weiterempfehlung 0–10 (NPS)"), 0, 10, 9, "recommend"
)
CSAT = Scale("csat", Text(en="Satisfaction 1–5 (CSAT)", de="Zufriedenheit 1–5 (CSAT)"), 1, 5, 4, "satisfied")
CES = Scale("ces", Text(en="Effort 1–7 (CES)", de="Aufwand 1–7 (CES)"), 1, 7, 5, "easy")
RATING = Scale("rating", Text(en="Rating 1–5 stars", de="Bewertung 1–5 Sterne"), 1, 5, 4, "satisfied")

SCALES: dict[ScaleKind, Scale] = {scale.kind: scale for scale in (NPS, CSAT, CES, RATING)}
