"""Everything the register shows, one finding per question, what asks for something to be done first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.structure import finding_words as words
from leitstern.core.inside.structure.duties import difference, mistakes
from leitstern.core.inside.structure.interfaces import contradictions
from leitstern.core.inside.structure.journeys import carried_share
from leitstern.core.inside.structure.reach import Voice
from leitstern.core.inside.structure.saying import HALF
from leitstern.core.inside.structure.skills import skill_name
from leitstern.core.inside.wording import decimal, listed, percent
from leitstern.core.stats.counted import NOTHING_THERE, counted
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.inside.structure.excuse import Excuse
    from leitstern.core.inside.structure.interfaces import Interface
    from leitstern.core.inside.structure.journeys import Alignment
    from leitstern.core.inside.structure.leftovers import Signal
    from leitstern.core.inside.structure.reach import Ambassadors, Span
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.inside.structure.saying import Saying
    from leitstern.core.inside.structure.skills import Skills
    from leitstern.core.stats.estimate import Measured

EXCUSE_FROM = 0.25  # share of customer work from which on the index speaks up; our own setting


class Topic(StrEnum):
    """What a finding is about."""

    SAYING = "saying"
    JOURNEYS = "journeys"
    INTERFACES = "interfaces"
    DUTIES = "duties"
    EXCUSE = "excuse"
    AMBASSADORS = "ambassadors"
    SPANS = "spans"
    SKILLS = "skills"
    LEFTOVERS = "leftovers"


TOPICS = {
    Topic.SAYING: Text(
        en="What leaders say, and how it is cut", de="Was die Führung sagt, und wie es geschnitten ist"
    ),
    Topic.JOURNEYS: Text(en="Along the journey", de="Entlang der Reise"),
    Topic.INTERFACES: Text(en="Interfaces", de="Schnittstellen"),
    Topic.DUTIES: Text(en="Who answers for what", de="Wer wofür die Verantwortung trägt"),
    Topic.EXCUSE: Text(en="Excuse index", de="Ausreden-Index"),
    Topic.AMBASSADORS: Text(en="Ambassadors for customers", de="Kundenbotschafter"),
    Topic.SPANS: Text(en="Spans of leadership", de="Führungsspannen"),
    Topic.SKILLS: Text(en="Skills", de="Kompetenzen"),
    Topic.LEFTOVERS: Text(en="Hidden silos", de="Versteckte Silos"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence and the number behind it; `alarm` asks for something to be done."""

    topic: Topic
    alarm: bool
    sentence: Text
    value: Measured = field(default=NOTHING_THERE)


@dataclass(frozen=True, slots=True)
class Everything:
    """What the findings are made of."""

    register: Register
    alignments: tuple[Alignment, ...]
    interfaces: tuple[Interface, ...]
    works: tuple[Work, ...]
    excuse: Excuse
    ambassadors: Ambassadors
    spans: tuple[Span, ...]
    skills: Skills
    signals: tuple[Signal, ...]
    saying: Saying


def findings(found: Everything, today: date) -> tuple[Finding, ...]:
    """All that can be said, alarms first; questions nothing was entered for are left out."""
    said = [
        *_saying(found.saying),
        *_journeys(found.alignments, today),
        *_interfaces(found.interfaces, today),
        *_duties(found.works, found.register, today),
        *_excuse(found.excuse),
        *_ambassadors(found.ambassadors),
        *_spans(found.spans, today),
        *_skills(found.skills),
        *_leftovers(found.signals),
    ]
    return tuple(sorted(said, key=lambda finding: not finding.alarm))


def _saying(saying: Saying) -> Iterator[Finding]:
    if isinstance(saying.leaders, Estimate) and isinstance(saying.carried, Estimate):
        level, share = decimal(saying.leaders.value, 1), percent_of(saying.carried.value)
        text = words.FITS
        if saying.contradicts:
            text = words.CONTRADICTS if saying.carried.value else words.CONTRADICTS_ALL
        said = text.fill(level=level, share=share, n=saying.carried.n)
        yield Finding(Topic.SAYING, saying.contradicts, said, saying.leaders)


def _journeys(found: Sequence[Alignment], today: date) -> Iterator[Finding]:
    share = carried_share(found, today)
    if not isinstance(share, Estimate):
        return
    alone = [each for each in found if each.answers is None]
    if len(alone) == len(found):
        yield Finding(Topic.JOURNEYS, True, words.NO_JOURNEY.fill(n=len(found)), share)
        return
    text = words.JOURNEYS.fill(share=percent_of(share.value), n=share.n)
    yield Finding(Topic.JOURNEYS, share.value < HALF, text, share)


def _interfaces(interfaces: Sequence[Interface], today: date) -> Iterator[Finding]:
    if not interfaces:
        return
    against = contradictions(interfaces)
    share = counted(
        sum(each.credited == "lived" for each in interfaces), len(interfaces), len(interfaces), today
    )
    n = len(against)
    text = (
        words.ONE_AGAINST
        if n == 1
        else words.AGAINST.fill(n=n)
        if n
        else words.NONE_AGAINST.fill(n=len(interfaces))
    )
    yield Finding(Topic.INTERFACES, bool(against), text, share)


def _duties(works: Sequence[Work], register: Register, today: date) -> Iterator[Finding]:
    entered = [work for work in works if work.now]
    if not entered:
        return
    wrong = [(work, found) for work in entered if (found := mistakes(work, register))]
    share = counted(len(entered) - len(wrong), len(entered), len(entered), today)
    if wrong:
        work, found = wrong[0]
        text = (words.ONE_WRONG if len(wrong) == 1 else words.WRONG).fill(
            n=len(wrong), of=len(entered), name=work.name, why=found[0]
        )
    else:
        changing = sum(bool(difference(work, register)) for work in entered)
        text = words.RIGHT.fill(n=len(entered), changing=changing)
    yield Finding(Topic.DUTIES, bool(wrong), text, share)


def _excuse(found: Excuse) -> Iterator[Finding]:
    if isinstance(found.share, Estimate):
        text = words.EXCUSE if found.alone else words.NO_EXCUSE
        yield Finding(
            Topic.EXCUSE,
            found.share.value >= EXCUSE_FROM,
            text.fill(n=len(found.alone), of=len(found.works), share=percent_of(found.share.value)),
            found.share,
        )


def _ambassadors(found: Ambassadors) -> Iterator[Finding]:
    if not isinstance(found.share, Estimate):
        return
    silent = [each.name for each in found.named if each.voice is Voice.SILENT]
    text = words.AMBASSADORS.fill(n=len(found.of(Voice.HEARD)), of=found.share.n)
    if silent:
        text = _joined(text, words.SILENT.fill(names=listed(silent, words.OR)))
    yield Finding(Topic.AMBASSADORS, bool(silent) or not found.of(Voice.HEARD), text, found.share)


def _spans(found: Sequence[Span], today: date) -> Iterator[Finding]:
    if found:
        across = sum(span.across for span in found)
        share = counted(across, len(found), len(found), today)
        yield Finding(Topic.SPANS, not across, words.SPANS.fill(n=across, of=len(found)), share)


def _skills(found: Skills) -> Iterator[Finding]:
    short = [total for total in found.totals if total.gap.low > 0]
    if not found.totals:
        return
    if short:
        worst = max(short, key=lambda total: (total.gap.low / total.needed, total.needed))
        text = words.SHORT.fill(
            n=len(short),
            of=len(found.totals),
            skill=skill_name(worst.skill),
            least=worst.gap.low,
            needed=worst.needed,
        )
    else:
        text = words.ENOUGH.fill(of=len(found.totals))
    yield Finding(Topic.SKILLS, bool(short), text)


def _leftovers(found: Sequence[Signal]) -> Iterator[Finding]:
    if not found:
        return
    used = [signal for signal in found if signal.times]
    if used:
        first = used[0]
        text = words.USED.fill(n=len(used), of=len(found), name=first.leftover.name, times=first.times)
    else:
        text = words.UNUSED.fill(of=len(found))
    yield Finding(Topic.LEFTOVERS, bool(used), text)


def percent_of(share: float) -> Text:
    """A counted share: 0 and 100 are certain."""
    whole = round(100 * share)
    return Text(en=f"{whole}%", de=f"{whole} %") if share in {0, 1} else percent(share)


def _joined(first: Text, second: Text) -> Text:
    return Text(en=f"{first.en} {second.en}", de=f"{first.de} {second.de}")
