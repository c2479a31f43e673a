"""Three years of what leaders did, as their offices would have entered it; and what they decided.

Planted truths (months counted from the start of the programme, 36 before `until`):

- accompanying acts grow to about nine a month by month 15, hold until month 23, and fall to two a month by month 32;
- the board goes on talking about customers all the same: the share of minutes does not fall;
- of the twelve country teams leaders accompany the three that live the platform, and hardly the others;
- the board area Technology has taken on 35 hours a month and declared 24;
- leaders disagree most on what comes first: cheap contacts stand first for some and last for the others;
- of ten decisions customers changed three; one question is overdue.

In the twin acts hold, all twelve teams are accompanied, nobody is overloaded, leaders agree, nothing is overdue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.collect.example.country_teams import COUNTRY_TEAMS, Way
from leitstern.collect.example.leadership_words import (
    AGENDA,
    COACHED,
    CONVENED,
    DECIDED,
    FOLLOWS,
    GOALS,
    LIFTED,
    LOADS,
    ON_THE_TABLE,
    QUESTION,
    SEEN,
    TALKED,
    VISITED,
)
from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
from leitstern.core.bridge.leadership.drafts import ActDraft, CapacityDraft, CommitmentDraft, MeetingDraft
from leitstern.core.bridge.leadership.terms import ActKind, Duty, Work
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.months import last_day, later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.texts import Text

MONTHS, SETTLED, FADES, LIVE, MEETINGS = 36, 15, 24, 10, 12
GROWING = (1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9)  # acts a month
HOLDING = (9, 8, 10, 9, 9, 10, 8, 9, 9)
FADING = (9, 8, 7, 6, 5, 4, 4, 3, 2, 2, 2, 2)
STILL = (9, 10, 8, 9, 9, 8, 10, 9, 9, 8, 9, 10)  # in the twin
CUSTOMER_MINUTES = (10, 18, 24, 33, 40, 38, 42, 40, 41, 37, 42, 39)  # of 180, the same in both companies
AREAS = ("customers", "technology", "customers", "processing", "customers", "corporate")
PLACES = (
    "service",
    "claims_intake",
    "branches",
    "lending",
    "operations",
    "digital",
    "campaigns",
    "claims_assessment",
)
KINDS = (
    *(ActKind.VISIT, ActKind.DIALOGUE, ActKind.COACHING, ActKind.VISIT),
    *(ActKind.DIALOGUE, ActKind.HURDLE, ActKind.DIALOGUE, ActKind.DECISION),
)
SAID: dict[ActKind, tuple[Text, ...]] = {
    ActKind.VISIT: VISITED,
    ActKind.DIALOGUE: TALKED,
    ActKind.COACHING: COACHED,
    ActKind.HURDLE: LIFTED,
    ActKind.DECISION: CONVENED,
}
DUTIES = (Duty.VISION, Duty.SILOS, Duty.TOGETHER)
HOURS = {"customers": 40.0, "technology": 24.0, "processing": 32.0, "corporate": 16.0}
ROOMY = 44.0  # hours of Technology in the twin
VISITS = {"customers": 3, "technology": 1, "processing": 1}
APART = ((4, 3, 2, 0), (0, 2, 5, 2), (5, 0, 0, 4), (0, 4, 2, 3))  # counts of ranks 1–4, nine leaders
TOGETHER = ((8, 1, 0, 0), (1, 8, 0, 0), (0, 0, 8, 1), (0, 0, 1, 8))


@dataclass(frozen=True, slots=True)
class Told:
    """Everything but decisions; `done` are the days on which what follows from an act was done, in the order of acts."""

    acts: tuple[ActDraft, ...]
    done: tuple[date | None, ...]
    meetings: tuple[MeetingDraft, ...]
    capacities: tuple[CapacityDraft, ...]
    commitments: tuple[CommitmentDraft, ...]
    settled: Period
    vote: Vote


def leadership(until: date, language: str, *, planted: bool = True) -> Told:
    """The story up to `until`, in one language."""
    first = later(until, -MONTHS)
    acts = tuple(_acts(first, until, language, planted=planted))
    return Told(
        acts,
        tuple(_done(act, until) for act in acts),
        tuple(_meetings(first, language)),
        tuple(
            CapacityDraft(area, hours if planted or area != "technology" else ROOMY, VISITS.get(area))
            for area, hours in HOURS.items()
        ),
        tuple(
            CommitmentDraft(area, title.to(language), hours, Work(work), later(first, since), None, droppable)
            for area, title, hours, work, since, droppable in LOADS
        ),
        Period(later(first, SETTLED), last_day(later(first, FADES - 1))),
        Vote(
            QUESTION.to(language),
            Form.RANKS,
            until - timedelta(days=32),
            tuple(
                Counted(name.to(language), counts)
                for name, counts in zip(GOALS, APART if planted else TOGETHER, strict=True)
            ),
        ),
    )


def _acts(first: date, until: date, language: str, *, planted: bool) -> Iterator[ActDraft]:
    counts = (*GROWING, *HOLDING, *(FADING if planted else STILL))
    lived = [team.slug for team in COUNTRY_TEAMS if team.way is Way.LIVES or not planted]
    number, teams = 0, 0
    for at, n in enumerate(counts):
        begins = later(first, at)
        slots = min(2 if planted else 4, n) if at >= LIVE else 0
        for place in range(n):
            kind = KINDS[number % len(KINDS)]
            said = SAID[kind][(number // len(KINDS)) % len(SAID[kind])]
            if place < slots:
                area, where, teams = "customers", lived[teams % len(lived)], teams + 1
            else:
                area, where = AREAS[number % len(AREAS)], PLACES[number % len(PLACES)]
            follows = FOLLOWS[number % len(FOLLOWS)].to(language)
            loose = at >= MONTHS - 2 and place == 0 and planted
            yield ActDraft(
                day=begins + timedelta(days=1 + (place * 27) // max(n, 1)),
                kind=kind,
                area=area,
                said=said.to(language),
                place=where,
                seen=SEEN[number % len(SEEN)].to(language) if kind is ActKind.VISIT else "",
                follow_up="" if loose or kind is ActKind.COACHING else follows,
                duty=DUTIES[number % len(DUTIES)],
            )
            number += 1


def _done(act: ActDraft, until: date) -> date | None:
    """Three weeks later, where something followed and three weeks are over."""
    day = act.day + timedelta(days=21)
    return day if act.follow_up and day <= until else None


def _meetings(first: date, language: str) -> Iterator[MeetingDraft]:
    for at, customers in enumerate(CUSTOMER_MINUTES):
        yield MeetingDraft(
            later(first, 1 + 3 * at) + timedelta(days=13),
            180,
            customers,
            decided=DECIDED[at % len(DECIDED)].to(language) if customers > 20 else "",
            evidence=ON_THE_TABLE[at % len(ON_THE_TABLE)].to(language)
            if customers > 20
            else AGENDA.to(language),
        )
