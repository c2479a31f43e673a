"""A goal or an initiative as somebody fills it in, and what is missing or wrong in it; all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
    from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Cadence, Horizon, Kind, Origin
    from leitstern.core.company.money import Money
    from leitstern.core.outside.outcomes import Fate

LONGEST = 200
LONGEST_WORDS = 10_000
MOST_MONEY = 10**17  # minor units; more is a slip of the hand
HEAVIEST = 3
NO_TITLE = Text(en="It needs a name.", de="Sie braucht einen Namen.")
TOO_LONG = Text(en="At most {most} signs, please.", de="Bitte höchstens {most} Zeichen.")
NEGATIVE = Text(en="A budget is an amount from 0 on.", de="Ein Budget ist ein Betrag ab 0.")
NO_CURRENCY = Text(
    en="A currency is three letters, such as EUR.", de="Eine Währung besteht aus drei Buchstaben, etwa EUR."
)
BACKWARDS = Text(en="The end lies before the beginning.", de="Das Ende liegt vor dem Anfang.")
NO_WEIGHT = Text(
    en="A contribution weighs 1 (slightly) to 3 (strongly), for or against.",
    de="Ein Beitrag wiegt 1 (schwach) bis 3 (stark), dafür oder dagegen.",
)
TWICE = Text(en="The same goal stands here twice.", de="Dasselbe Ziel steht hier zweimal.")
NO_AI = Text(
    en="A purpose of artificial intelligence needs artificial intelligence: say what it does, or leave the purpose out.",
    de="Ein Zweck der künstlichen Intelligenz braucht künstliche Intelligenz: Sagen Sie, was sie tut, oder lassen Sie den Zweck weg.",
)
NO_UNIT = Text(en="Say which department leads it.", de="Sagen Sie, welcher Bereich sie führt.")
UNMOVED = Text(
    en="Target and baseline are the same: then nothing would have to change.",
    de="Zielwert und Ausgangswert sind gleich: Dann müsste sich nichts ändern.",
)
NO_SUCH_CLAIM = Text(
    en="There is no published figure “{given}”.", de="Eine veröffentlichte Zahl „{given}“ gibt es nicht."
)


@dataclass(frozen=True, slots=True)
class Pull:
    """For (+1) or against (−1) a goal, by its short name, with a weight of 1 to 3."""

    goal: str
    sign: int
    weight: int


@dataclass(frozen=True, slots=True)
class ForPeople:
    """A measure for those who will work with it."""

    title: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal; `accountable` are names, `parent` is the short name of the goal it serves."""

    title: str
    metric: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    target_day: date | None = None
    cadence: Cadence | None = None
    horizon: Horizon | None = None
    parent: str = ""
    accountable: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeDraft:
    """An initiative; people by name, everything else of the company by its short name."""

    title: str
    kind: Kind
    aim: Aim
    units: tuple[str, ...] = ()
    origin: Origin | None = None
    ai_mode: AiMode | None = None
    ai_purpose: AiPurpose | None = None
    customer_outcome: Fate | None = None  # what is to become of customers, measured in the lake
    personalises: bool = False
    persona: str = ""
    horizon: Horizon | None = None
    touchpoints: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    data_objects: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    work_change: str = ""
    budget: Money | None = None
    owner: str = ""
    sponsor: str = ""
    begins: date | None = None
    ends: date | None = None
    expects: Expectation | None = None
    paths: tuple[Path, ...] = ()
    pulls: tuple[Pull, ...] = ()
    people_measures: tuple[ForPeople, ...] = ()
    milestones: tuple[ProjectMilestone, ...] = ()
    needs: tuple[str, ...] = ()


def goal_problems(draft: GoalDraft) -> tuple[Problem, ...]:
    """What is wrong with a goal. What is merely missing is told by the five-field check, not refused."""
    found = [*_title(draft.title), *_short(draft, ("metric",), LONGEST), *_short(draft, ("unit",), 40)]
    if draft.baseline is not None and draft.baseline == draft.target:
        found.append(Problem("target", UNMOVED))
    return tuple(found)


def initiative_problems(draft: InitiativeDraft) -> tuple[Problem, ...]:
    """What is wrong with an initiative. What keeps it from being approved is told by the gate, not refused."""
    found = [*_title(draft.title), *_short(draft, ("owner", "sponsor"), 120)]
    found += _short(draft, ("work_change",), LONGEST_WORDS)
    if draft.ai_purpose and not draft.ai_mode:
        found.append(Problem("ai_purpose", NO_AI))
    if not draft.units:
        found.append(Problem("units", NO_UNIT))
    if draft.budget and not 0 <= draft.budget.minor <= MOST_MONEY:
        found.append(Problem("budget", NEGATIVE))
    if draft.budget and not (
        draft.budget.currency.isascii()
        and draft.budget.currency.isalpha()
        and len(draft.budget.currency) == 3
    ):
        found.append(Problem("currency", NO_CURRENCY))
    if draft.begins and draft.ends and draft.ends < draft.begins:
        found.append(Problem("ends", BACKWARDS))
    if any(abs(pull.sign) != 1 or not 1 <= pull.weight <= HEAVIEST for pull in draft.pulls):
        found.append(Problem("pulls", NO_WEIGHT))
    if len({pull.goal for pull in draft.pulls}) < len(draft.pulls):
        found.append(Problem("pulls", TWICE))
    if draft.expects and draft.expects.baseline == draft.expects.value:
        found.append(Problem("expects_value", UNMOVED))
    if draft.expects and draft.expects.claim and draft.expects.claim not in CLAIMS:
        found.append(Problem("expects_claim", NO_SUCH_CLAIM.fill(given=draft.expects.claim[:LONGEST])))
    found += [
        Problem("paths", TOO_LONG.fill(most=LONGEST))
        for path in draft.paths
        if len(path.capability) > LONGEST
    ]
    titles = [each.title for each in draft.milestones] + [each.title for each in draft.people_measures]
    found += [Problem("milestones", TOO_LONG.fill(most=LONGEST)) for title in titles if len(title) > LONGEST]
    return tuple(found)


def _title(title: str) -> Iterator[Problem]:
    if not title.strip():
        yield Problem("title", NO_TITLE)
    elif len(title) > LONGEST:
        yield Problem("title", TOO_LONG.fill(most=LONGEST))


def _short(draft: object, fields: tuple[str, ...], most: int) -> Iterator[Problem]:
    for field in fields:
        if len(getattr(draft, field)) > most:
            yield Problem(field, TOO_LONG.fill(most=most))
