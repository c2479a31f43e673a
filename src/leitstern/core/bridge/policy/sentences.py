"""What a rule says and how far it is kept, as somebody would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.policy.terms import Duty
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.policy.rules import Demand
    from leitstern.core.outside.followed import Counted
    from leitstern.core.stats.estimate import Measured

MEANT = 0.9  # a rule kept less often than this is broken, once that is beyond chance
RULES = {
    Duty.MUST: Text(
        en="After “{occasion}”, “{touchpoint}” must follow {days}.",
        de="Auf „{occasion}“ muss {days} „{touchpoint}“ folgen.",
    ),
    Duty.MAY: Text(
        en="After “{occasion}”, “{touchpoint}” may follow {days}.",
        de="Auf „{occasion}“ darf {days} „{touchpoint}“ folgen.",
    ),
    Duty.MUST_NOT: Text(
        en="After “{occasion}”, “{touchpoint}” must not follow {days}.",
        de="Auf „{occasion}“ darf {days} „{touchpoint}“ nicht folgen.",
    ),
}
SAME_DAY = Text(en="on the same day", de="am selben Tag")
ONE_DAY = Text(en="by the next day", de="bis zum nächsten Tag")
WITHIN = Text(en="within {last} days", de="innerhalb von {last} Tagen")
ON_DAY = Text(en="on day {first}", de="am {first}. Tag")
BETWEEN = Text(en="from day {first} to day {last}", de="vom {first}. bis zum {last}. Tag")
KEPT = Text(
    en="Kept in {value} of 100 cases [{low}–{high}]: it followed {followed} of {n} times.",
    de="Eingehalten in {value} von 100 Fällen [{low}–{high}]: Bei {n} Anlässen folgte es {followed}-mal.",
)
AVOIDED = Text(
    en="Kept in {value} of 100 cases [{low}–{high}]: it followed all the same {followed} of {n} times.",
    de="Eingehalten in {value} von 100 Fällen [{low}–{high}]: Bei {n} Anlässen folgte es trotzdem {followed}-mal.",
)
FREE = Text(
    en="Left open: it followed {followed} of {n} times, in {value} of 100 cases [{low}–{high}].",
    de="Freigestellt: Bei {n} Anlässen folgte es {followed}-mal, in {value} von 100 Fällen [{low}–{high}].",
)
UNJUDGED = Text(en="Not counted: {reason}.", de="Nicht gezählt: {reason}.")
OPEN = Missing("left-open", Text(en="whether it follows is left open", de="ob es folgt, ist freigestellt"))


def rule_said(demand: Demand, occasion: Text, touchpoint: Text) -> Text:
    """A rule in one sentence, with what its terms are called."""
    return RULES[demand.duty].fill(occasion=occasion, touchpoint=touchpoint, days=_days(demand))


def _days(demand: Demand) -> Text:
    first, last = demand.first, demand.last
    if first == last:
        return SAME_DAY if not first else ON_DAY.fill(first=first)
    if first:
        return BETWEEN.fill(first=first, last=last)
    return ONE_DAY if last == 1 else WITHIN.fill(last=last)


def kept(duty: Duty, share: Measured) -> Measured:
    """How often a rule is kept, from how often something followed; Missing where that is left open."""
    if duty is Duty.MAY:
        return OPEN
    if duty is Duty.MUST or not isinstance(share, Estimate):
        return share
    return Estimate(
        1 - share.value, 1 - share.high, 1 - share.low, share.n, share.grade, share.level, share.as_of
    )


def broken(duty: Duty, share: Measured) -> bool:
    """Whether it is kept less often than it is meant to be, beyond chance."""
    found = kept(duty, share)
    return isinstance(found, Estimate) and found.high < MEANT


def kept_said(duty: Duty, counted: Counted) -> Text:
    """How far it is kept, with the interval and the counts; or why that is not told."""
    if not isinstance(counted.share, Estimate):
        reason = counted.share.reason
        return UNJUDGED.fill(reason=Text(_lower(reason.en), reason.de.rstrip(".")))
    found = kept(duty, counted.share)
    told = found if isinstance(found, Estimate) else counted.share
    sentence = {Duty.MUST: KEPT, Duty.MUST_NOT: AVOIDED, Duty.MAY: FREE}[duty]
    numbers = {name: round(100 * getattr(told, name)) for name in ("value", "low", "high")}
    return sentence.fill(followed=counted.followed, n=counted.occasions, **numbers)


def _lower(said: str) -> str:
    return (said[:1].lower() + said[1:]).rstrip(".")
