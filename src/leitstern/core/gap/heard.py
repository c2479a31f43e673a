"""Whether new customers are part of what is measured: per statement, and of everything together.

Looking at many statements finds something by chance somewhere. A verdict therefore rests on intervals of which all
together hold with the usual certainty (Bonferroni); the intervals that are shown are those of a single look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from leitstern.core.gap.wording import day, hundred_bracket
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.periods import name
from leitstern.core.stats.differences import difference
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.outside.newcomers import Beside, Place
    from leitstern.core.stats.share import ShareStatistics

Verdict = Literal["less", "as often", "none come", "cannot tell"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

AS_OFTEN = 0.8  # four fifths of their share of contacts: the line that personnel selection draws (UGESP 1978)
NOBODY_CAME = Missing(
    "no-contact", Text(en="no contact here since then", de="seither kein Kontakt an dieser Stelle")
)
NOT_ASKED = Missing(
    "not-asked",
    Text(
        en="nobody is asked; it is read from promises to everybody",
        de="niemand wird gefragt; es wird aus den Versprechen an alle gelesen",
    ),
)
TOO_SHORT = Text(
    en="Whether new customers are heard cannot be told yet: the record begins in {begins}, and its first year cannot tell "
    "who is new.",
    de="Ob neue Kundinnen und Kunden gehört werden, lässt sich noch nicht sagen: Die Daten beginnen im {begins}, und ihr "
    "erstes Jahr kann nicht zeigen, wer neu ist.",
)
ONLY_KNOWN = Text(
    en="Only existing customers are measured: since {since}, none of {n} customers who answered was new, yet new ones make "
    "{contacts} of 100 contacts.",
    de="Gemessen wird nur, wer schon lange Kundin oder Kunde ist: Seit dem {since} war niemand von {n}, die geantwortet "
    "haben, neu; von 100 Kontakten stammen aber {contacts} von Neuen.",
)
FEW_ANSWERED = Text(
    en="Fewer than five customers have answered since {since}, so neither new nor existing ones are heard.",
    de="Seit dem {since} haben weniger als fünf Kundinnen und Kunden geantwortet; gehört werden also weder neue noch bisherige.",
)
SAID: dict[Verdict, Text] = {
    "as often": Text(
        en="New customers are heard at least as often as they come: of 100 answers {answers} are theirs, of 100 contacts {contacts}.",
        de="Neue Kundinnen und Kunden werden mindestens so oft gehört, wie sie kommen: Von 100 Antworten stammen {answers} von ihnen, "
        "von 100 Kontakten {contacts}.",
    ),
    "less": Text(
        en="New customers are heard less often than they come: of 100 answers {answers} are theirs, of 100 contacts "
        "{contacts}.",
        de="Neue Kundinnen und Kunden werden seltener gehört, als sie kommen: Von 100 Antworten stammen {answers} von ihnen, "
        "von 100 Kontakten {contacts}.",
    ),
    "none come": Text(
        en="No new customer has come since {since}, so there is none to hear.",
        de="Seit dem {since} ist niemand neu dazugekommen; es gibt also keine neuen Kundinnen und Kunden zu hören.",
    ),
    "cannot tell": Text(
        en="Whether new customers are heard as often as they come cannot be told: of 100 answers {answers} are theirs, of 100 "
        "contacts {contacts}.",
        de="Ob neue Kundinnen und Kunden so oft gehört werden, wie sie kommen, lässt sich nicht sagen: Von 100 Antworten "
        "stammen {answers} von ihnen, von 100 Kontakten {contacts}.",
    ),
}


@dataclass(frozen=True, slots=True)
class HeardAt:
    """One statement at one touchpoint: the share of answers and of contacts there that are of new customers, what these
    live (`new`) and what the others do (`known`).

    `verdict` is None where nobody is asked. `apart`: new and known customers live it differently for certain, over all statements looked at.
    """

    touchpoint: int
    facet: str
    answers: Measured
    contacts: Measured
    difference: Measured
    verdict: Verdict | None
    new: Measured
    known: Measured
    lived_difference: Measured
    apart: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """All statements, and everything together; `alarm` if only existing customers are measured, or new ones too seldom."""

    since: date | None
    sentence: Text
    alarm: bool
    answers: Measured
    contacts: Measured
    difference: Measured
    verdict: Verdict
    at: tuple[HeardAt, ...] = ()


def too_short(begins: date) -> Heard:
    """The record, which begins in that month, does not reach back far enough."""
    return _unknown(None, "record-too-short", TOO_SHORT.fill(begins=name(begins, "month")))


def heard(
    everything: Place | None,
    places: Sequence[Place],
    beside: Sequence[Beside],
    since: date,
    as_of: date,
) -> Heard:
    """What the counts say; `everything` is None where nobody answered at all."""
    statements = _statements(places, beside, as_of)
    contacts, answers = (everything.contacts, everything.answers) if everything else (None, None)
    if contacts is None or answers is None or min(contacts.n, answers.n) < FEWEST:
        return _unknown(since, "few-answered", FEW_ANSWERED.fill(since=day(since)), statements)
    verdict = _verdict(answers, contacts, 1)
    of_answers, of_contacts = _share(answers, as_of), _share(contacts, as_of)
    only_known = not answers.good and contacts.good > 0
    words = {"since": day(since), "n": grouped(answers.n)}
    for who, side in (("answers", of_answers), ("contacts", of_contacts)):
        words[who] = hundred_bracket(side) if isinstance(side, Estimate) else side.reason
    return Heard(
        since=since,
        sentence=(ONLY_KNOWN if only_known else SAID[verdict]).fill(**words),
        alarm=only_known or verdict == "less",
        answers=of_answers,
        contacts=of_contacts,
        difference=difference(of_answers, of_contacts),
        verdict=verdict,
        at=statements,
    )


def _statements(places: Sequence[Place], beside: Sequence[Beside], as_of: date) -> tuple[HeardAt, ...]:
    asked = {(place.touchpoint, place.facet): place for place in places}
    compared = sum(place.contacts is not None for place in places)
    both = sum(each.new is not None and each.known is not None for each in beside)
    found = []
    for each in beside:
        answers, contacts, verdict = _heard_at(asked.get((each.touchpoint, each.facet)), compared, as_of)
        new, known = _lived(each, as_of)
        found.append(
            HeardAt(
                touchpoint=each.touchpoint,
                facet=each.facet,
                answers=answers,
                contacts=contacts,
                difference=difference(answers, contacts),
                verdict=verdict,
                new=new,
                known=known,
                lived_difference=difference(new, known),
                apart=_apart(each, both),
            )
        )
    return tuple(found)


def _heard_at(place: Place | None, looks: int, as_of: date) -> tuple[Measured, Measured, Verdict | None]:
    if place is None:
        return NOT_ASKED, NOT_ASKED, None
    answers = _share(place.answers, as_of)
    if place.contacts is None:
        return answers, NOBODY_CAME, "cannot tell"
    return answers, _share(place.contacts, as_of), _verdict(place.answers, place.contacts, looks)


def _verdict(answers: ShareStatistics, contacts: ShareStatistics, looks: int) -> Verdict:
    if not contacts.good:
        return "none come"
    level = _level(looks)
    heard, come = _share(answers, level=level), _share(contacts, level=level)
    less = difference(heard, come)
    if isinstance(less, Estimate) and less.high < 0:
        return "less"
    enough = difference(heard, come, AS_OFTEN)
    return "as often" if isinstance(enough, Estimate) and enough.low > 0 else "cannot tell"


def _lived(beside: Beside, as_of: date) -> tuple[Measured, Measured]:
    """Both sides or neither: what one to four lived follows from the others' share and that of all."""
    if any(side is not None and side.n < FEWEST for side in (beside.new, beside.known)):
        return TOO_FEW_CUSTOMERS, TOO_FEW_CUSTOMERS
    return _share(beside.new, as_of), _share(beside.known, as_of)


def _apart(beside: Beside, looks: int) -> bool:
    level = _level(looks)
    found = difference(_share(beside.new, level=level), _share(beside.known, level=level))
    return isinstance(found, Estimate) and not found.low <= 0 <= found.high


def _level(looks: int) -> float:
    """Of each interval, so that all of them hold together with the usual certainty."""
    return 1 - (1 - LEVEL) / max(looks, 1)


def _share(statistics: ShareStatistics | None, as_of: date | None = None, level: float = LEVEL) -> Measured:
    if statistics is None or statistics.n < FEWEST:
        return TOO_FEW_CUSTOMERS
    return share_estimate(statistics, as_of, level)


def _unknown(since: date | None, code: str, why: Text, at: tuple[HeardAt, ...] = ()) -> Heard:
    missing = Missing(code, why)
    return Heard(since, why, False, missing, missing, missing, "cannot tell", at)
