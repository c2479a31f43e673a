"""Who has which topic: initiatives per topic and department, and topics that belong to one department alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted
from leitstern.core.bridge.portfolio.terms import Aim, Kind
from leitstern.core.inside.wording import listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio


class Subject(StrEnum):
    """What initiatives are about; one may be about several."""

    EXPERIENCE = "experience"
    AI = "ai"
    PERSONALISATION = "personalisation"
    DATA = "data"
    PEOPLE = "people"
    COST = "cost"


SUBJECTS: dict[Subject, Text] = {
    Subject.EXPERIENCE: Text(en="customer experience", de="Kundenerlebnis"),
    Subject.AI: Text(en="artificial intelligence", de="künstliche Intelligenz"),
    Subject.PERSONALISATION: Text(en="personalisation", de="Personalisierung"),
    Subject.DATA: Text(en="data", de="Daten"),
    Subject.PEOPLE: Text(en="people and culture", de="Menschen und Kultur"),
    Subject.COST: Text(en="lower cost", de="weniger Kosten"),
}
FINE = Text(
    en="No topic belongs to one department alone.", de="Kein Thema gehört einem einzigen Bereich allein."
)
ALONE = Text(en="One department alone has: {subjects}.", de="Ein Bereich hat allein: {subjects}.")
WHY = Text(
    en="Customer experience in marketing, AI in IT, leadership at the top: what belongs to one department alone is nobody else's business.",
    de="CX im Marketing, KI in der IT, Führung im Top-Management: Was einem Bereich allein gehört, geht die anderen nichts an.",
)
LIMITS = Text(
    en="Only topics with at least two initiatives are looked at. Taking part on paper is not taking part.",
    de="Betrachtet werden nur Themen mit mindestens zwei Initiativen. Auf dem Papier beteiligt zu sein heißt nicht, beteiligt zu sein.",
)
ROW = Text(en="{subject}: {n} initiatives, all of {name}", de="{subject}: {n} Initiativen, alle bei {name}")
FEWEST = 2
AND = Text(en="and", de="und")


@dataclass(frozen=True, slots=True)
class Matrix:
    """Initiatives per subject and department, led and taken part in; subjects and departments that have any."""

    subjects: tuple[Subject, ...]
    units: tuple[str, ...]
    led: Mapping[tuple[Subject, str], int]
    joined: Mapping[tuple[Subject, str], int]
    alone: Mapping[Subject, str]  # subjects that one department has for itself
    n: Mapping[Subject, int]


def subjects(one: Initiative) -> tuple[Subject, ...]:
    """What an initiative is about."""
    there = {
        Subject.EXPERIENCE: one.aim is Aim.EXPERIENCE,
        Subject.AI: one.ai_mode is not None,
        Subject.PERSONALISATION: one.personalises,
        Subject.DATA: one.kind is Kind.DATA,
        Subject.PEOPLE: one.kind in {Kind.PEOPLE, Kind.ORGANISATION},
        Subject.COST: one.aim is Aim.COST,
    }
    return tuple(subject for subject in Subject if there[subject])


def ownership(portfolio: Portfolio) -> Matrix:
    """Topic by department."""
    led: Counter[tuple[Subject, str]] = Counter()
    joined: Counter[tuple[Subject, str]] = Counter()
    n: Counter[Subject] = Counter()
    for one in portfolio.initiatives:
        for subject in subjects(one):
            n[subject] += 1
            for at, unit in enumerate(dict.fromkeys(one.units)):
                (joined if at else led)[subject, unit] += 1
    pairs = {*led, *joined}
    units = tuple(sorted({unit for _subject, unit in pairs}))
    there = tuple(subject for subject in Subject if n[subject])
    alone = {
        subject: owners[0]
        for subject in there
        if n[subject] >= FEWEST and len(owners := [unit for of, unit in sorted(pairs) if of is subject]) == 1
    }
    return Matrix(there, units, led, joined, alone, n)


def ownership_finding(portfolio: Portfolio, names: Mapping[str, Text], today: date) -> Finding | None:
    """Topics that one department has for itself; None without initiatives."""
    if not portfolio.initiatives:
        return None
    found = ownership(portfolio)
    rows = tuple(
        Row(
            ROW.fill(subject=SUBJECTS[subject], n=found.n[subject], name=names.get(unit, Text(unit, unit))),
            unit=unit,
        )
        for subject, unit in found.alone.items()
    )
    named = listed([SUBJECTS[subject] for subject in found.alone], AND)
    sentence = ALONE.fill(subjects=named) if found.alone else FINE
    asked = sum(n >= FEWEST for n in found.n.values())
    return Finding(
        Topic.OWNERSHIP,
        bool(found.alone),
        sentence,
        WHY,
        LIMITS,
        rows,
        counted(len(found.alone), asked, asked, today),
    )
