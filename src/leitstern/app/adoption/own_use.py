"""Leitstern's own use, by the same rule as that of any other application: counts of a week, never a person.

The audit log already says what happened in which week. What is taken from it here is one number for the whole installation:
how many different people did something that was written down. No role, department or name, no hour, no list; a week with
fewer people than the works council agreed on is not told, nor is anything where fewer have access at all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.agreements import floor
from leitstern.core.inside.adoption.living import share
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured

WEEKS = 13
TOO_FEW_ACCESSES = Missing(
    "too-few-accesses",
    Text(
        en="too few people have access for anything to be told",
        de="zu wenige Personen haben einen Zugang, als dass sich etwas sagen ließe",
    ),
)
TOO_FEW_ACTIVE = Missing(
    "too-few-active",
    Text(en="too few people use it to say anything", de="zu wenige Menschen nutzen es, um etwas zu sagen"),
)


@dataclass(frozen=True, slots=True)
class OwnUse:
    """The share of people with access who did something, by Monday of a whole week, and in an average week of all."""

    weeks: tuple[tuple[date, Measured], ...]
    average: Measured


def own_use() -> OwnUse:
    """The last thirteen whole weeks."""
    today, fewest = timezone.localdate(), floor()[0]
    accesses = Person.objects.filter(is_active=True).count()
    monday = today - timedelta(days=today.weekday())
    weeks = [monday - timedelta(weeks=back) for back in range(WEEKS, 0, -1)]
    if accesses < fewest:
        return OwnUse(tuple((week, TOO_FEW_ACCESSES) for week in weeks), TOO_FEW_ACCESSES)
    counted: dict[date, set[str]] = defaultdict(set)
    written = AuditEntry.objects.filter(
        actor__startswith="person:", at__date__gte=weeks[0], at__date__lt=monday
    )
    for actor, at in written.values_list("actor", "at__date").distinct():
        counted[at - timedelta(days=at.weekday())].add(actor)
    active = {week: len(counted[week]) for week in weeks}

    def told(n: int, week: date) -> Measured:
        return share(min(n, accesses), accesses, accesses, week) if n >= fewest else TOO_FEW_ACTIVE

    shown = [n for n in active.values() if n >= fewest]
    mean = round(sum(shown) / len(shown)) if len(shown) == WEEKS else 0
    return OwnUse(tuple((week, told(n, week)) for week, n in active.items()), told(mean, weeks[-1]))
