"""What came of a milestone, in sentences."""

from __future__ import annotations

from leitstern.core.outside.milestone_words import answered_said, spoiled_said
from leitstern.core.outside.milestones import MilestoneRecord
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import NOBODY
from leitstern.core.texts import Text

THANKS = (Text(en="Thanks", de="Dank"),)
OFFERS = (Text(en="Mortgage offer", de="Angebot"), Text(en="Promotional letter", de="Werbebrief"))


def record(answered: Estimate | Missing, spoiled: Estimate | Missing) -> MilestoneRecord:
    return MilestoneRecord(70, 70, 0, answered, spoiled, NOBODY, NOBODY, ())


def test_none_and_all() -> None:
    lost = record(Estimate(0, 0, 0.037, 70), Estimate(1, 0.963, 1, 70))
    said = answered_said(lost, THANKS), spoiled_said(lost, OFFERS)
    assert [each and each.de for each in said] == [
        "Niemand von 70 bekam „Dank“ (0 [0–4] von 100).",
        "Alle 70 bekamen stattdessen „Angebot“ oder „Werbebrief“ (100 [96–100] von 100).",
    ]
    assert said[0]
    assert said[0].en == "None of 70 got “Thanks” (0 [0–4] of 100)."


def test_some() -> None:
    mixed = record(Estimate(0.5, 0.4, 0.6, 70), Estimate(0.1, 0.05, 0.18, 70))
    said = answered_said(mixed, THANKS), spoiled_said(mixed, OFFERS[:1])
    assert [each and each.en for each in said] == [
        "35 of 70 got “Thanks” (50 [40–60] of 100).",
        "7 of 70 got “Mortgage offer” in that time (10 [5–18] of 100).",
    ]


def test_nothing_is_said_where_nothing_is_known_or_expected() -> None:
    assert answered_said(record(NOBODY, NOBODY), THANKS) is None
    assert spoiled_said(record(NOBODY, NOBODY), OFFERS) is None
    assert spoiled_said(record(NOBODY, Estimate(1, 0.9, 1, 70)), ()) is None
