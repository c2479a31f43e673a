"""Whether a contact must be personal at all: three answers, one rule, and the reasons it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.policy.rules import LONGEST_NAME, NEEDED, TOO_LONG
from leitstern.core.bridge.policy.terms import Personal, Purpose
from leitstern.core.outside.few import FEWEST
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Measured

TOLERATED = 0.2  # share of customers who may feel watched by what is individual
LONGEST_LINK = 500
NO_GAIN = Text(
    en="Customers gain nothing from it that somebody could show.",
    de="Kundinnen und Kunden haben davon nichts, was sich zeigen ließe.",
)
UNPROVEN = Text(
    en="That customers gain from it is claimed and not shown: there is no evidence.",
    de="Dass Kundinnen und Kunden etwas davon haben, ist behauptet und nicht gezeigt: Es fehlt ein Beleg.",
)
NO_CONSENT = Text(
    en="Customers have not consented to their data being used for this.",
    de="Kundinnen und Kunden haben nicht eingewilligt, dass ihre Daten dafür genutzt werden.",
)
GAIN = Text(
    en="Customers gain from it, and it is shown.", de="Kundinnen und Kunden haben etwas davon, belegt."
)
CONSENT = Text(en="Customers have consented to it.", de="Kundinnen und Kunden haben eingewilligt.")
CREEPY = Text(
    en="{value} of 100 customers asked would feel watched [{low}–{high}]; {most} are tolerated.",
    de="{value} von 100 gefragten Kundinnen und Kunden würden sich beobachtet fühlen [{low}–{high}]; hinnehmbar sind {most}.",
)
UNSURE = Text(
    en="{value} of 100 customers asked would feel watched [{low}–{high}]: too few were asked to say that it is at most {most}.",
    de="{value} von 100 gefragten Kundinnen und Kunden würden sich beobachtet fühlen [{low}–{high}]: zu wenige für die Aussage, dass es höchstens {most} sind.",
)
EASY = Text(
    en="{value} of 100 customers asked would feel watched [{low}–{high}], within the {most} that are tolerated.",
    de="{value} von 100 gefragten Kundinnen und Kunden würden sich beobachtet fühlen [{low}–{high}], hinnehmbar sind bis zu {most}.",
)
NOT_ASKED = Text(
    en="Fewer than five customers were asked whether it would feel like being watched.",
    de="Weniger als fünf Kundinnen und Kunden wurden gefragt, ob sie sich beobachtet fühlen würden.",
)
TOO_FEW_ASKED = Missing(
    "too-few-asked",
    Text(en="fewer than five customers were asked", de="weniger als fünf Kundinnen und Kunden gefragt"),
)
MORE_THAN_ASKED = Text(
    en="No more can feel watched than were asked.",
    de="Es können sich nicht mehr beobachtet fühlen, als gefragt wurden.",
)


@dataclass(frozen=True, slots=True)
class Answers:
    """Do customers gain, and where is that shown; have they consented; of `asked` customers, how many felt `watched`."""

    gain: bool
    evidence: str
    consent: bool
    asked: int = 0
    watched: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """How personal a contact may be at most, why, and the share (0–1) that felt watched."""

    personal: Personal
    reasons: tuple[Text, ...]
    watched: Measured


@dataclass(frozen=True, slots=True)
class PersonalDraft:
    """The answers for one purpose at one touchpoint, who answers for them, and when somebody looks again."""

    touchpoint: str
    purpose: Purpose
    answers: Answers
    owner: str
    review: date | None


def decide(answers: Answers) -> Decided:
    """Without gain or consent: not personal. Where customers feel watched, or nobody knows: by segment. Else individual."""
    watched = watched_share(answers)
    against = []
    if not answers.gain:
        against.append(NO_GAIN)
    elif not answers.evidence.strip():
        against.append(UNPROVEN)
    if not answers.consent:
        against.append(NO_CONSENT)
    if against:
        return Decided(Personal.NONE, tuple(against), watched)
    if isinstance(watched, Missing):
        return Decided(Personal.SEGMENT, (GAIN, CONSENT, NOT_ASKED), watched)
    numbers = {name: round(100 * getattr(watched, name)) for name in ("value", "low", "high")}
    found, said = Personal.SEGMENT, UNSURE
    if watched.low > TOLERATED:
        said = CREEPY
    elif watched.high <= TOLERATED:
        found, said = Personal.INDIVIDUAL, EASY
    return Decided(found, (GAIN, CONSENT, said.fill(most=round(100 * TOLERATED), **numbers)), watched)


def watched_share(answers: Answers) -> Measured:
    """Of the customers asked, how many would feel watched, with Wilson's interval; Missing below five."""
    if answers.asked < FEWEST:
        return TOO_FEW_ASKED
    share = answers.watched / answers.asked
    return Estimate(share, *wilson(share, answers.asked), answers.asked, grade="stated")


def personal_problems(draft: PersonalDraft) -> tuple[Problem, ...]:
    """What keeps the answers from being kept."""
    found = []
    if not draft.touchpoint:
        found.append(Problem("touchpoint", NEEDED))
    if not draft.owner.strip():
        found.append(Problem("owner", NEEDED))
    if len(draft.owner) > LONGEST_NAME:
        found.append(Problem("owner", TOO_LONG.fill(most=LONGEST_NAME)))
    if draft.review is None:
        found.append(Problem("review", NEEDED))
    if len(draft.answers.evidence) > LONGEST_LINK:
        found.append(Problem("evidence", TOO_LONG.fill(most=LONGEST_LINK)))
    if not 0 <= draft.answers.watched <= draft.answers.asked:
        found.append(Problem("watched", MORE_THAN_ASKED))
    return tuple(found)


def never_personal(decisions: tuple[Personal, ...]) -> bool:
    """Whether a touchpoint is decided not to be personal: for every purpose that was asked about."""
    return bool(decisions) and all(each is Personal.NONE for each in decisions)
