"""What came of a milestone, as a manager would say it: none of 70, 12 of 70, all 70, with the interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.outside.milestones import MilestoneRecord

NONE = Text(en="None of {n} got", de="Niemand von {n} bekam")
SOME = Text(en="{some} of {n} got", de="{some} von {n} bekamen")
ALL = Text(en="All {n} got", de="Alle {n} bekamen")
ANSWERED = Text(en="{who} “{what}” ({interval} of 100).", de="{who} „{what}“ ({interval} von 100).")
INSTEAD = Text(
    en="{who} “{what}” instead ({interval} of 100).", de="{who} stattdessen „{what}“ ({interval} von 100)."
)
AS_WELL = Text(
    en="{who} “{what}” in that time ({interval} of 100).",
    de="{who} in dieser Zeit „{what}“ ({interval} von 100).",
)
INTERVAL = Text(en="{value} [{low}–{high}]", de="{value} [{low}–{high}]")
OR = Text(en="” or “", de="“ oder „")


def answered_said(record: MilestoneRecord, expected: Sequence[Text]) -> Text | None:
    """How many got one of the `expected` answers; None where nobody can tell or nothing was expected."""
    return _said(ANSWERED, record.answered, expected) if isinstance(record.answered, Estimate) else None


def spoiled_said(record: MilestoneRecord, spoils: Sequence[Text]) -> Text | None:
    """How many got one of what `spoils` the moment; None where nobody can tell or nothing would."""
    if not isinstance(record.spoiled, Estimate):
        return None
    unanswered = isinstance(record.answered, Estimate) and record.answered.value == 0
    return _said(INSTEAD if unanswered else AS_WELL, record.spoiled, spoils)


def _said(sentence: Text, share: Estimate, names: Sequence[Text]) -> Text | None:
    if not names:
        return None
    some = round(share.value * share.n)
    who = NONE if not some else ALL if some == share.n else SOME
    numbers = {name: round(100 * getattr(share, name)) for name in ("value", "low", "high")}
    what = Text(en=OR.en.join(name.en for name in names), de=OR.de.join(name.de for name in names))
    return sentence.fill(who=who.fill(some=some, n=share.n), what=what, interval=INTERVAL.fill(**numbers))
