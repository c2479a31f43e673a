"""What a card can rest on: read when it is linked, and read again whenever the card is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from leitstern.app.cards.numbers import figure_now, lived_at, lived_said, reason_now, view_now, words_now
from leitstern.app.claims.queries import shown
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import need_typed
from leitstern.app.leadership.log import NO_DECISION
from leitstern.app.leadership.models import Decision
from leitstern.collect.masking import masked
from leitstern.core.bridge.cards.standing import Standing, Then, number_stands
from leitstern.core.bridge.cards.terms import LONGEST_REASON, Kind
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.cards.models import Source
    from leitstern.core.stats.estimate import Measured

SHARES = frozenset({Kind.LIVED, Kind.VIEW, Kind.WORDS, Kind.REASON})
NO_SOURCE = Text(
    en="There is no such source. Nothing was kept.",
    de="Diese Quelle gibt es nicht. Es wurde nichts gespeichert.",
)
NO_WORDS = Text(
    en="Name the source and say in a sentence what it says. Nothing was kept.",
    de="Nennen Sie die Quelle und sagen Sie in einem Satz, was sie sagt. Es wurde nichts gespeichert.",
)
DECIDED = Text(en="“{question}”: {decided}", de="„{question}“: {decided}")
UNDECIDED = Text(
    en="Nothing has been decided there yet. Nothing was kept.",
    de="Dort ist noch nichts entschieden. Es wurde nichts gespeichert.",
)
REVERSED = Text(en="This decision no longer holds.", de="Diese Entscheidung gilt nicht mehr.")
PUBLISHED = Text(en="{name}: {said} ({source})", de="{name}: {said} ({source})")
SAID_OUTSIDE = Text(en="{source}: {said}", de="{source}: {said}")
OUTSIDE = Text(
    en="Leitstern cannot look into an outside source. Look there yourself.",
    de="In eine Quelle von außen kann Leitstern nicht hineinsehen. Sehen Sie dort selbst nach.",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source says now: in words, as a number where it has one, and whether it still says it where it has none."""

    said: Text
    number: Measured | None = None
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A source as it was linked, and as it is today."""

    row: Source
    kind: Kind
    then: Text
    today: Text
    number: Measured | None
    standing: Standing
    address: str


def read(kind: Kind, reference: str) -> Reading:
    """What a source says now. Raises InvalidInput or NotFound for one that is not there."""
    return _READ[kind](reference)


def kept(kind: Kind, reference: str) -> dict[str, object]:
    """As a row keeps it. Raises InvalidInput where there is nothing to be kept yet."""
    found = read(kind, reference)
    if found.number is not None and not isinstance(found.number, Estimate):
        raise InvalidInput(
            Text(
                en=f"{found.number.reason.en[:1].upper()}{found.number.reason.en[1:]}. Nothing was kept.",
                de=f"{found.number.reason.de[:1].upper()}{found.number.reason.de[1:]}. Es wurde nichts gespeichert.",
            )
        )
    row: dict[str, object] = {"kind": kind.value, "reference": _plain(kind, reference)}
    row |= {"said_de": found.said.de, "said_en": found.said.en, "as_of": timezone.localdate()}
    if found.number is not None:
        it = found.number
        row |= {"value": it.value, "low": it.low, "high": it.high, "n": it.n}
        row["as_of"] = it.as_of or row["as_of"]
    return row


def beside(row: Source) -> Beside:
    """A source then and now. What can no longer be read says why."""
    kind, then = Kind(row.kind), Text(en=row.said_en, de=row.said_de)
    if kind is Kind.OUTSIDE:
        return Beside(row, kind, then, OUTSIDE, None, Standing.UNTOLD, "")
    try:
        now = figure_now(row.reference, row.as_of) if kind is Kind.FIGURE else None
        found = Reading(*now) if now else read(kind, row.reference)
    except LeitsternError as gone:
        return Beside(row, kind, then, gone.text, None, Standing.UNTOLD, _address(kind, row.reference))
    if found.number is None or row.value is None or row.low is None or row.high is None:
        standing = Standing.HOLDS if found.holds and found.said == then else Standing.MOVED
    else:
        was = Then(row.value, row.low, row.high)
        standing = number_stands(was, found.number, share=kind in SHARES)
    said = found.said if isinstance(found.number, Estimate | None) else found.number.reason
    return Beside(row, kind, then, said, found.number, standing, _address(kind, row.reference))


def _lived(reference: str) -> Reading:
    line, number = lived_at(reference)
    return Reading(lived_said(line, number) if isinstance(number, Estimate) else number.reason, number)


def _claim(reference: str) -> Reading:
    claim = shown(reference).claim
    return Reading(PUBLISHED.fill(name=claim.name, said=claim.said, source=claim.source), holds=True)


def _decision(reference: str) -> Reading:
    row = or_not_found(once("decisions of cards", _decisions).get(reference), NO_DECISION)
    if row.day is None:
        raise InvalidInput(UNDECIDED)
    if row.reversed_on or row.withdrawn:
        return Reading(REVERSED, holds=False)
    return Reading(DECIDED.fill(question=row.question, decided=row.decided), holds=True)


def _decisions() -> dict[str, Decision]:
    return {str(row.pk): row for row in Decision.objects.all()}


def _outside(reference: str) -> Reading:
    source, _, said = reference.partition("\n")
    words = need_typed(said, LONGEST_REASON, NO_WORDS)
    return Reading(SAID_OUTSIDE.fill(source=masked(need_typed(source, 200, NO_WORDS)), said=masked(words)))


def _plain(kind: Kind, reference: str) -> str:
    """Outside words are kept without personal data in what is said; the reference names the source alone."""
    return masked(reference.partition("\n")[0])[:200] if kind is Kind.OUTSIDE else reference


def _address(kind: Kind, reference: str) -> str:
    first, _, rest = reference.partition(":")
    match kind:
        case Kind.LIVED | Kind.REASON:
            facet = rest.partition(":")[0]
            return f"{reverse('web:touchpoint', args=[first])}?facet={facet}"
        case Kind.VIEW:
            return reference
        case Kind.WORDS:
            asked = QueryDict(mutable=True)
            asked.update({"touchpoint": first, "words": rest})
            return f"{reverse('answers:comments')}?{asked.urlencode()}"
        case Kind.FIGURE:
            return reverse("incentives:figure", args=[reference])
        case Kind.CLAIM:
            return f"{reverse('claims:claims')}#{reference}"
        case Kind.DECISION:
            return reverse("leadership:decision", args=[reference])
        case Kind.OUTSIDE:
            return ""


_READ: dict[Kind, Callable[[str], Reading]] = {
    Kind.LIVED: _lived,
    Kind.VIEW: lambda reference: Reading(*view_now(reference)),
    Kind.WORDS: lambda reference: Reading(*words_now(reference)),
    Kind.REASON: lambda reference: Reading(*reason_now(reference)),
    Kind.FIGURE: lambda reference: Reading(*figure_now(reference, None)),
    Kind.CLAIM: _claim,
    Kind.DECISION: _decision,
    Kind.OUTSIDE: _outside,
}
