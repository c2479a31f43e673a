"""The change in people's own words: what departments say it means, and whether it is still the same change.

People judge, at least two of them and without seeing each other's verdict; no machine reads what was said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from django.db import IntegrityError, transaction

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import need_typed
from leitstern.app.practice.people import fewest, people_below
from leitstern.app.structure.queries import require_unit
from leitstern.app.watch.models import Judgement, Meaning, Wording
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.months import last_day, quarter
from leitstern.core.stats.krippendorff import Metric, krippendorff_alpha
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.stats.estimate import Measured

LONGEST = 2000
READERS = 2  # as many have to judge before it counts
FEWEST = 3  # departments a quarter, or it says nothing
SEED = 181

NOTHING_SAID = Text(
    en="There are no words. Nothing was kept.",
    de="Da steht nichts. Es wurde nichts gespeichert.",
)
TOO_SMALL = Text(
    en="Fewer than {fewest} people are known to work there; their words would be those of single people. Nothing was kept.",
    de="Dort arbeiten, soweit bekannt, weniger als {fewest} Personen; ihre Worte wären die Einzelner. Es wurde nichts "
    "gespeichert.",
)
NOT_YET = Text(
    en="That day has not come yet. Nothing was kept.",
    de="Dieser Tag ist noch nicht gekommen. Es wurde nichts gespeichert.",
)
NO_WORDING = Text(en="There are no such words.", de="Diesen Wortlaut gibt es nicht.")
WITHDRAWN = Text(
    en="These words were withdrawn; nothing is judged about them. Nothing was changed.",
    de="Dieser Wortlaut wurde zurückgenommen; über ihn wird nicht geurteilt. Es wurde nichts geändert.",
)
OWN = Text(
    en="Whoever wrote it down does not judge it. Nothing was changed; ask two others.",
    de="Wer es aufgeschrieben hat, urteilt nicht darüber. Es wurde nichts geändert; bitten Sie zwei andere.",
)
NO_MEANING = Text(
    en="Nobody has said yet what the change means, so there is nothing to hold it against. Nothing was changed.",
    de="Noch hat niemand gesagt, was der Wandel bedeutet; es gibt nichts, woran man es halten könnte. "
    "Es wurde nichts geändert.",
)
JUDGED = Text(
    en="You have judged these words already. Nothing was changed.",
    de="Sie haben über diesen Wortlaut schon geurteilt. Es wurde nichts geändert.",
)
NAME = Text(en="The change in own words", de="Der Wandel in eigenen Worten")
MEASURE = Text(
    en="departments whose words still mean the same", de="Bereiche, deren Worte noch dasselbe meinen"
)
SOURCE = Text(
    en="own words of departments, judged by at least two people",
    de="eigene Worte der Bereiche, beurteilt von mindestens zwei Personen",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many read one department's words, and how many of them found the same change in it."""

    readers: int
    same: int

    @property
    def counts(self) -> bool:
        """Whether enough have read it."""
        return self.readers >= READERS

    @property
    def holds(self) -> bool:
        """More than half found the same; a tie does not."""
        return 2 * self.same > self.readers


def meaning() -> Meaning | None:
    """What the change means, as said last."""
    return Meaning.objects.first()


def wordings() -> list[Wording]:
    """Everything said, newest first, withdrawn words as well, with what was judged."""
    return list(Wording.objects.prefetch_related("judgements"))


def wording_by_id(wording_id: int) -> Wording:
    """One department's words. Raises NotFound."""
    return or_not_found(Wording.objects.filter(pk=wording_id).first(), NO_WORDING)


def verdict(wording: Wording) -> Verdict:
    """What was judged about it so far."""
    judged = [each.same for each in wording.judgements.all()]
    return Verdict(len(judged), sum(judged))


def asked(reader: str, wording: Wording, means: Meaning | None) -> bool:
    """Whether somebody is still asked to judge it; until then nobody tells them what others found."""
    judged = any(each.actor == reader for each in wording.judgements.all())
    return means is not None and not judged and not wording.withdrawn and wording.actor != reader


def agreement(said: Iterable[Wording]) -> Measured:
    """Krippendorff's alpha over everything that at least two have judged."""
    judged = [list(wording.judgements.all()) for wording in said]
    readers = sorted({each.actor for row in judged for each in row})
    table = np.full((len(judged), len(readers)), np.nan)
    for line, row in enumerate(judged):
        for each in row:
            table[line, readers.index(each.actor)] = each.same
    return krippendorff_alpha(table, Metric.NOMINAL, np.random.default_rng(SEED))


def reading_streams(until: date) -> tuple[Stream, ...]:
    """The share of departments that still mean the same, by quarter; none before something was judged."""
    quarters: dict[date, dict[str, Verdict]] = defaultdict(dict)
    said = Wording.objects.filter(withdrawn=None, day__lte=until).order_by("day", "id")
    for wording in said.prefetch_related("judgements"):
        if (found := verdict(wording)).counts:
            quarters[last_day(quarter(wording.day), 3)][wording.unit] = found
    points = tuple(
        _point(day, verdicts)
        for day, verdicts in sorted(quarters.items())
        if len(verdicts) >= FEWEST and day <= until
    )
    if not points:
        return ()
    return (
        Stream(
            "reading",
            StreamKind.READING,
            NAME,
            MEASURE,
            "",
            Rhythm.QUARTERLY,
            True,
            points,
            SOURCE,
            "/watch/own-words",
            Shown.SHARE,
        ),
    )


@action("say what the change means", Capability.STEER)
def say_meaning(actor: Actor, text: str) -> Meaning:
    """The words against which own words are held; those before stay readable."""
    return Meaning.objects.create(text=need_typed(text, LONGEST, NOTHING_SAID), actor=actor.actor_id)


@action("keep own words", Capability.KEEP_REGISTERS)
def keep_wording(actor: Actor, unit: str, day: date, text: str, *, today: date) -> Wording:
    """What a department says the change means. Raises InvalidInput, as for a story, where too few people work there."""
    place = require_unit(unit)
    if people_below().get(place, 0) < fewest():
        raise InvalidInput(TOO_SMALL.fill(fewest=fewest()))
    if day > today:
        raise InvalidInput(NOT_YET)
    return Wording.objects.create(
        unit=place, day=day, text=need_typed(text, LONGEST, NOTHING_SAID), actor=actor.actor_id
    )


@action("withdraw own words", Capability.KEEP_REGISTERS)
def withdraw_wording(actor: Actor, wording: Wording) -> Wording:
    """It no longer counts; it stays readable."""
    return mark_withdrawn(wording)


@action("reinstate own words", Capability.KEEP_REGISTERS)
def reinstate_wording(actor: Actor, wording: Wording) -> Wording:
    """It counts again."""
    return mark_standing(wording)


@action("judge own words", Capability.SEE_INSIDE)
def judge_wording(actor: Actor, wording: Wording, *, same: bool) -> Judgement:
    """Whether it is still the same change. Once per person, and never by whoever wrote it down."""
    if wording.withdrawn:
        raise Conflict(WITHDRAWN)
    if wording.actor == actor.actor_id:
        raise Conflict(OWN)
    if meaning() is None:
        raise Conflict(NO_MEANING)
    try:
        with transaction.atomic():
            return Judgement.objects.create(wording=wording, same=same, actor=actor.actor_id)
    except IntegrityError as twice:
        raise Conflict(JUDGED) from twice


def _point(day: date, verdicts: dict[str, Verdict]) -> Point:
    n, same = len(verdicts), sum(each.holds for each in verdicts.values())
    a, b = same + 1, n - same + 1  # the posterior's standard deviation is never zero
    return Point(day, same / n, (a * b / (a + b) ** 2 / (a + b + 1)) ** 0.5, n)
