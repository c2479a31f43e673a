"""Principles and how they are counted, the stop list, pilots, stories, retrospectives, and every wording they ever had.

What proves something is appended, never changed: rules, counts, endings and what became standard have a newest entry
that counts, and may be withdrawn. Departments and touchpoints by the short names they had then.
"""

from leitstern.app.practice.models.counts import Batch, Count, Use
from leitstern.app.practice.models.pilots import Ending, Pilot, ShownTo
from leitstern.app.practice.models.principles import Exemption, Principle, Rule
from leitstern.app.practice.models.retrospectives import Agreement, News, Retrospective
from leitstern.app.practice.models.spreading import Edition, Standard, TakenUp
from leitstern.app.practice.models.stopping import StopEvent, StopItem
from leitstern.app.practice.models.stories import Opened, Story

__all__ = [
    "Agreement",
    "Batch",
    "Count",
    "Edition",
    "Ending",
    "Exemption",
    "News",
    "Opened",
    "Pilot",
    "Principle",
    "Retrospective",
    "Rule",
    "ShownTo",
    "Standard",
    "StopEvent",
    "StopItem",
    "Story",
    "TakenUp",
    "Use",
]
