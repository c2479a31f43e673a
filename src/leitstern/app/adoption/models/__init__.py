"""What is kept of adoption, and of campaigns."""

from leitstern.app.adoption.models.campaigns import Campaign, Rules, Sent, Spelling
from leitstern.app.adoption.models.usage import (
    Feed,
    Live,
    Meaning,
    Outcome,
    Size,
    Step,
    Team,
    UsedMonth,
    Watched,
    Week,
)

__all__ = [
    "Campaign",
    "Feed",
    "Live",
    "Meaning",
    "Outcome",
    "Rules",
    "Sent",
    "Size",
    "Spelling",
    "Step",
    "Team",
    "UsedMonth",
    "Watched",
    "Week",
]
