"""What a manager would say after reading the report: one finding, one sentence of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.gap.findings import KINDS, Kind
from leitstern.core.gap.statements import compared
from leitstern.core.gap.wording import in_words, of_hundred, one_digit
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.gap.findings import GapReport, IndexFinding

PROMISED = Text(
    en="We promise more than customers live.", de="Wir versprechen mehr, als Kundinnen und Kunden erleben."
)
PROMISED_AT = Text(
    en="{At} we promise more than customers live.",
    de="{At} versprechen wir mehr, als Kundinnen und Kunden erleben.",
)
BELIEVED = Text(
    en="We think we are better than customers find us.",
    de="Wir halten uns für besser, als Kundinnen und Kunden uns erleben.",
)
BELIEVED_AT = Text(
    en="{At} we think we are much better than customers find us.",
    de="{At} halten wir uns für viel besser, als Kundinnen und Kunden uns erleben.",
)
# By whether promise and belief lie above what is lived on average, or only at single places.
BOTH: dict[tuple[bool, bool], Text] = {
    (True, True): Text(
        en="We promise more than we keep, and think we are better than customers find us.",
        de="Wir versprechen mehr, als wir halten, und halten uns für besser, als Kundinnen und Kunden uns erleben.",
    ),
    (True, False): Text(
        en="We promise more than we keep, and {at_other} think we are much better than customers find us.",
        de="Wir versprechen mehr, als wir halten, und halten uns {at_other} für viel besser, "
        "als Kundinnen und Kunden uns erleben.",
    ),
    (False, True): Text(
        en="{At} we promise more than we keep, and we think we are better than customers find us.",
        de="{At} versprechen wir mehr, als wir halten, und wir halten uns für besser, als Kundinnen und Kunden uns erleben.",
    ),
    (False, False): Text(
        en="{At} we promise more than we keep, and {at_other} we think we are much better than customers find us.",
        de="{At} versprechen wir mehr, als wir halten, und {at_other} halten wir uns für viel besser, "
        "als Kundinnen und Kunden uns erleben.",
    ),
}
AT_ONE = Text(en="at one place", de="an einer Stelle")
AT_SOME = Text(en="at {number} places", de="an {number} Stellen")
UNSURE: dict[tuple[Kind, ...], Text] = {
    ("delivery",): Text(
        en="It is too early to say whether customers live what we promise.",
        de="Ob Kundinnen und Kunden erleben, was wir versprechen, lässt sich noch nicht sagen.",
    ),
    ("perception",): Text(
        en="It is too early to say whether we see ourselves as customers do.",
        de="Ob wir uns so sehen, wie Kundinnen und Kunden uns erleben, lässt sich noch nicht sagen.",
    ),
    ("delivery", "perception"): Text(
        en="It is too early to say whether customers live what we promise and believe.",
        de="Ob Kundinnen und Kunden erleben, was wir versprechen und glauben, lässt sich noch nicht sagen.",
    ),
}
NO_GAP: dict[tuple[Kind, ...], Text] = {
    ("delivery",): Text(
        en="Customers live what we promise.", de="Kundinnen und Kunden erleben, was wir versprechen."
    ),
    ("perception",): Text(
        en="We see ourselves as customers do.", de="Wir sehen uns so, wie Kundinnen und Kunden uns erleben."
    ),
    ("delivery", "perception"): Text(
        en="Customers live what we promise and what we believe.",
        de="Kundinnen und Kunden erleben, was wir versprechen und was wir glauben.",
    ),
}
ONLY_LIVED = Text(
    en="We know what customers live, but not yet what we promise and believe.",
    de="Wir wissen, was Kundinnen und Kunden erleben, aber noch nicht, was wir versprechen und glauben.",
)
ONLY_LIVED_NEXT = Text(
    en="Record a promise at one touchpoint, or let at least five leaders guess: five minutes are enough for a first gap.",
    de="Hinterlegen Sie an einem Kontaktpunkt ein Versprechen oder lassen Sie mindestens fünf Führungskräfte schätzen: "
    "Fünf Minuten genügen für die erste Lücke.",
)
NO_DATA = Text(
    en="We do not know yet what customers live.",
    de="Noch wissen wir nicht, was Kundinnen und Kunden erleben.",
)
NO_DATA_NEXT = Text(
    en="Import feedback or kept promises of at least five customers at one touchpoint; everything else follows from there.",
    de="Importieren Sie Rückmeldungen oder eingehaltene Versprechen von mindestens fünf Kundinnen und Kunden an einem Kontaktpunkt; "
    "alles Weitere ergibt sich daraus.",
)

SIDE: dict[Kind, Text] = {
    "delivery": Text(en="promises", de="Versprechen"),
    "perception": Text(en="leaders’ beliefs", de="Einschätzungen der Führung"),
}
POINTS = Text(
    en="{side} lie {value} points ({low} to {high}) above what customers live ({places})",
    de="{side} liegen {value} Punkte ({low} bis {high}) über dem Erlebten ({places})",
)
PLACES = Text(en="for certain at {some} of {all} places", de="sicher an {some} von {all} Stellen")
PLACES_ONLY = Text(
    en="on average perhaps chance, for certain at {some} of {all} places",
    de="im Mittel vielleicht Zufall, sicher an {some} von {all} Stellen",
)
OPEN = Text(en="cannot be told from chance for certain", de="nicht sicher vom Zufall zu unterscheiden")
NO_PLACE = Text(en="no gap beyond chance", de="keine Lücke über den Zufall hinaus")
TOGETHER = Text(
    en="for certain only at all {all} places together", de="sicher erst an allen {all} Stellen zusammen"
)
WIDEST = Text(
    en="The widest gap is at “{touchpoint}”: {compared}",
    de="Am weitesten klafft es bei „{touchpoint}“: {compared}",
)
MEAN = Text(en="on average {value} [{low}–{high}] of 100", de="im Mittel {value} [{low}–{high}] von 100")
MEAN_DECLARED = Text(
    en="{mean} – without any gap, chance shows up to {chance}",
    de="{mean} – ohne jede Lücke zeigt der Zufall bis zu {chance}",
)
MEAN_SAID = Text(en="{mean} – {says}", de="{mean} – {says}")
MISSING = Text(en="{side}: {reason}", de="{side}: {reason}")


def headline(report: GapReport) -> Text:
    """The finding as a sentence: what was found, no more than was found."""
    known = _compared(report)
    if not known:
        return ONLY_LIVED if _anything_lived(report) else NO_DATA
    declared = [kind for kind in known if report.index(kind).state == "declared"]
    unsure = tuple(kind for kind in known if report.index(kind).state == "cannot tell")
    if declared:
        return _declared(report, declared)
    return UNSURE[unsure] if unsure else NO_GAP[known]


def evidence(report: GapReport) -> Text:
    """One sentence with the numbers behind the headline, or what to do next."""
    if not _compared(report):
        return ONLY_LIVED_NEXT if _anything_lived(report) else NO_DATA_NEXT
    parts = [_points(report.index(kind)) for kind in KINDS]
    said = Text(en=_sentence([part.en for part in parts]), de=_sentence([part.de for part in parts]))
    gaps = [(gap.estimate.value, line, kind, gap) for kind in KINDS for line, gap in report.declared(kind)]
    if not gaps:
        return said
    _, line, kind, gap = max(gaps, key=lambda entry: entry[0])
    widest = WIDEST.fill(touchpoint=line.touchpoint_name, compared=compared(line, kind, gap))
    return Text(en=f"{said.en} {widest.en}", de=f"{said.de} {widest.de}")


def on_average(index: IndexFinding) -> Text:
    """The mean of an index with its interval, and whether it is more than chance."""
    if isinstance(index.estimate, Missing):
        return index.estimate.reason
    mean = MEAN.fill(**_numbers(index.estimate))
    if index.state == "no gap":
        return MEAN_SAID.fill(mean=mean, says=NO_PLACE)
    if index.on_average and isinstance(index.chance, Estimate):
        return MEAN_DECLARED.fill(mean=mean, chance=one_digit(index.chance.high))
    return MEAN_SAID.fill(mean=mean, says=OPEN)


def _declared(report: GapReport, kinds: list[Kind]) -> Text:
    """What is declared, and no more: on average, or at so many single places."""
    places = {kind: _at(report.index(kind).places) for kind in kinds}
    average = {kind: report.index(kind).on_average for kind in kinds}
    if len(kinds) == 2:
        first, second = kinds
        return BOTH[average[first], average[second]].fill(At=_capital(places[first]), at_other=places[second])
    (kind,) = kinds
    wordings = {"delivery": (PROMISED, PROMISED_AT), "perception": (BELIEVED, BELIEVED_AT)}[kind]
    return wordings[0] if average[kind] else wordings[1].fill(At=_capital(places[kind]))


def _at(places: int) -> Text:
    return AT_ONE if places == 1 else AT_SOME.fill(number=in_words(places))


def _capital(text: Text) -> Text:
    return Text(en=f"{text.en[0].upper()}{text.en[1:]}", de=f"{text.de[0].upper()}{text.de[1:]}")


def _compared(report: GapReport) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if isinstance(report.index(kind).estimate, Estimate))


def _anything_lived(report: GapReport) -> bool:
    return any(isinstance(line.lived, Estimate) for line in report.touchpoints)


def _points(index: IndexFinding) -> Text:
    side = SIDE[index.kind]
    if isinstance(index.estimate, Missing):
        return MISSING.fill(side=side, reason=index.estimate.reason)
    places = {"no gap": NO_PLACE, "cannot tell": OPEN, "declared": PLACES}[index.state]
    if index.state == "declared" and not index.places:
        places = TOGETHER
    elif index.state == "declared" and not index.on_average:
        places = PLACES_ONLY
    return POINTS.fill(
        side=side, places=places.fill(some=index.places, all=index.touchpoints), **_numbers(index.estimate)
    )


def _numbers(points: Estimate) -> dict[str, Text]:
    return {
        name: of_hundred(value / 100)
        for name, value in (("value", points.value), ("low", points.low), ("high", points.high))
    }


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
