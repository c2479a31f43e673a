"""What to do about the gaps of an application or a capability: extend what is there, add something special, or replace it.

Source: Bingemer, "Technologie ist nicht die Antwort": most of it can be had by adapting and upgrading what is there;
sometimes by a special solution for a clearly bounded purpose; the complete replacement of central systems should be the
exception. The rule advises, a person decides.

1. Nothing, if no gap is open, or technology works and people or processes are what is missing.
2. Upgrade, if upgrades or settings close at least `covers` of the gaps; gaps nobody has judged count as not closed.
3. Point solution, if at most two gaps remain, each closed by a special solution whose connection is settled.
4. Replace, if more than `critical` critical gaps remain that nothing added to what is there would close.
5. Else it is undecided, and the reasons say what is not known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.finding import plain
from leitstern.core.inside.stack.terms import Level, Remedy
from leitstern.core.inside.wording import percent
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.core.inside.stack.inventory import Capability, Gap, Inventory

MOST_POINTS = 2  # gaps that special solutions may close; with more, a new island grows


class Option(StrEnum):
    """What can be done; nothing where technology is not what is missing."""

    NOTHING = "nothing"
    UNDECIDED = "undecided"
    UPGRADE = "upgrade"
    POINT = "point"
    REPLACE = "replace"


OPTIONS = {
    Option.NOTHING: Text(en="Leave it as it is", de="So lassen"),
    Option.UNDECIDED: Text(en="Not yet to be decided", de="Noch nicht zu entscheiden"),
    Option.UPGRADE: Text(en="Extend what is there", de="Ausbauen, was da ist"),
    Option.POINT: Text(en="Special solution for one purpose", de="Punktlösung für einen Zweck"),
    Option.REPLACE: Text(en="Replace it (the exception)", de="Ersetzen (die Ausnahme)"),
}
NO_GAP = Text(en="No gap is written down.", de="Es ist keine Lücke notiert.")
PEOPLE_FIRST = Text(
    en="The technology works. What is missing is {part}, and no system adds that.",
    de="Die Technologie wirkt. Was fehlt, {part}, und das ergänzt kein System.",
)
PARTS = {
    "people": Text(en="the people's part", de="ist der Anteil der Menschen"),
    "process": Text(en="the processes' part", de="ist der Anteil der Abläufe"),
}
COVERED = Text(
    en="Gaps that upgrades or settings close: {closed} of {all} ({share}); {needed} is needed.",
    de="Lücken, die Ausbau oder Einstellung schließen: {closed} von {all} ({share}); nötig sind {needed}.",
)
POINTS = Text(
    en="At most {most} gaps remain, each clearly bounded and with its connection settled.",
    de="Es bleiben höchstens {most} Lücken, jede klar umrissen und mit geregelter Anbindung.",
)
CRITICAL = Text(
    en="Critical gaps that nothing added would close: {n}; bearable: {limit}.",
    de="Kritische Lücken, die nichts Ergänzendes schließt: {n}; zu tragen: {limit}.",
)
UNJUDGED = Text(
    en="Gaps of which nobody has said what would close them: {n}.",
    de="Lücken, bei denen niemand gesagt hat, was sie schließen würde: {n}.",
)
NO_CONTRACT = Text(
    en="Special solutions whose connection is not settled: {n}.",
    de="Punktlösungen, deren Anbindung nicht geregelt ist: {n}.",
)
TOO_MANY = Text(
    en="Gaps that remain: {n}; too many for special solutions, too few critical ones to replace it.",
    de="Lücken, die bleiben: {n}; zu viele für Punktlösungen, zu wenige kritische für einen Austausch.",
)
IF_UPGRADE = Text(en="If an upgrade closed “{gap}”", de="Wenn ein Ausbau „{gap}“ schlösse")
IF_POINT = Text(
    en="If a special solution with a settled connection closed “{gap}”",
    de="Wenn eine Punktlösung mit geregelter Anbindung „{gap}“ schlösse",
)
IF_NONE = Text(
    en="If nothing added could close “{gap}” and it were critical",
    de="Wenn nichts Ergänzendes „{gap}“ schlösse und sie kritisch wäre",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on the rule says what: the least share upgrades close, and how many critical gaps are bearable."""

    covers: float = 0.7
    critical: int = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the rule says so, and the gaps it rests on."""

    text: Text
    rows: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What would make the rule say something else."""

    condition: Text
    option: Option


@dataclass(frozen=True, slots=True)
class Advice:
    """What the rule says, why, and what would change it."""

    option: Option
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...] = ()


def advise_capability(one: Capability, limits: Limits) -> Advice:
    """What to do about a capability: its gaps, and which part of it is the weakest."""
    weaker = [part for part in ("people", "process") if one.parts[part] in {Level.MISSING, Level.THERE}]
    if one.technology is Level.WORKS and weaker:
        reason = PEOPLE_FIRST.fill(part=PARTS[weaker[0]])
        return Advice(Option.NOTHING, (Reason(reason, _rows(one.gaps)),))
    return advise(one.gaps, limits)


def gaps_of(inventory: Inventory, application: str) -> tuple[Gap, ...]:
    """Everything an application lacks, over all capabilities it serves."""
    return tuple(
        gap for each in inventory.capabilities for gap in each.gaps if gap.application == application
    )


def advise(gaps: Sequence[Gap], limits: Limits) -> Advice:
    """What to do about these gaps."""
    if not gaps:
        return Advice(Option.NOTHING, (Reason(NO_GAP),))
    option, reasons = _judged(gaps, limits)
    changes: dict[tuple[str, Option], Change] = {}
    for at, gap in enumerate(gaps):
        for condition, other in _otherwise(gap):
            said, _ = _judged([*gaps[:at], other, *gaps[at + 1 :]], limits)
            if said is not option:
                text = condition.fill(gap=plain(gap.text))
                changes.setdefault((text.en, said), Change(text, said))
    return Advice(option, tuple(reasons), tuple(changes.values()))


def _judged(gaps: Sequence[Gap], limits: Limits) -> tuple[Option, list[Reason]]:
    closed = [gap for gap in gaps if gap.remedy is Remedy.UPGRADE]
    left = [gap for gap in gaps if gap.remedy is not Remedy.UPGRADE]
    share = len(closed) / len(gaps)
    covered = Reason(
        COVERED.fill(closed=len(closed), all=len(gaps), share=_whole(share), needed=percent(limits.covers)),
        _rows(closed),
    )
    if share >= limits.covers - 1e-9:
        return Option.UPGRADE, [covered]
    if len(left) <= MOST_POINTS and all(gap.remedy is Remedy.POINT and gap.contract for gap in left):
        return Option.POINT, [covered, Reason(POINTS.fill(most=MOST_POINTS), _rows(left))]
    hard = [gap for gap in left if gap.critical and gap.remedy is Remedy.NONE]
    if len(hard) > limits.critical:
        return Option.REPLACE, [
            covered,
            Reason(CRITICAL.fill(n=len(hard), limit=limits.critical), _rows(hard)),
        ]
    reasons = [covered]
    if unjudged := [gap for gap in left if gap.remedy is None]:
        reasons.append(Reason(UNJUDGED.fill(n=len(unjudged)), _rows(unjudged)))
    if loose := [gap for gap in left if gap.remedy is Remedy.POINT and not gap.contract]:
        reasons.append(Reason(NO_CONTRACT.fill(n=len(loose)), _rows(loose)))
    if len(left) > MOST_POINTS or any(gap.remedy is Remedy.NONE for gap in left):
        reasons.append(Reason(TOO_MANY.fill(n=len(left)), _rows(left)))
    return Option.UNDECIDED, reasons


def _otherwise(gap: Gap) -> Iterator[tuple[Text, Gap]]:
    """The gap, judged in every other way."""
    for condition, other in (
        (IF_UPGRADE, replace(gap, remedy=Remedy.UPGRADE)),
        (IF_POINT, replace(gap, remedy=Remedy.POINT, contract=True)),
        (IF_NONE, replace(gap, remedy=Remedy.NONE, critical=True)),
    ):
        if other != gap:
            yield condition, other


def _rows(gaps: Sequence[Gap]) -> tuple[Text, ...]:
    return tuple(plain(gap.text) for gap in gaps)


def _whole(share: float) -> Text:
    """A share counted, not estimated: 0 % and 100 % may be said."""
    return Text(en=f"{round(100 * share)}%", de=f"{round(100 * share)} %")
