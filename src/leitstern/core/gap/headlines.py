"""What a manager would say after reading the report: one finding, one sentence of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.gap.findings import KINDS, Kind
from leitstern.core.gap.wording import of_hundred
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.gap.findings import GapReport, IndexFinding

DECLARED: dict[tuple[Kind, ...], Text] = {
    ("delivery",): Text(
        en="We promise more than customers live.",
        de="Wir versprechen mehr, als Kundinnen und Kunden erleben.",
    ),
    ("perception",): Text(
        en="We think we are better than customers find us.",
        de="Wir halten uns für besser, als Kundinnen und Kunden uns erleben.",
    ),
    ("delivery", "perception"): Text(
        en="We promise more than we keep, and think we are better than customers find us.",
        de="Wir versprechen mehr, als wir halten, und halten uns für besser, als Kundinnen und Kunden uns erleben.",
    ),
}
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
PLACES = Text(en="beyond chance: {some} of {all} places", de="jenseits des Zufalls: {some} von {all} Stellen")
TOGETHER = Text(
    en="beyond chance: only all {all} places together",
    de="jenseits des Zufalls: erst alle {all} Stellen zusammen",
)
WIDEST = Text(
    en="the widest gap is at “{touchpoint}”: {lived} of 100 instead of {claim} ({facet})",
    de="am weitesten klafft es bei „{touchpoint}“: {lived} von 100 statt {claim} ({facet})",
)
MISSING = Text(en="{side}: {reason}", de="{side}: {reason}")


def headline(report: GapReport) -> Text:
    """The finding as a sentence: what was found, no more than was found."""
    compared = _compared(report)
    if not compared:
        return ONLY_LIVED if _anything_lived(report) else NO_DATA
    declared = tuple(kind for kind in compared if report.index(kind).state == "declared")
    unsure = tuple(kind for kind in compared if report.index(kind).state == "cannot tell")
    if declared:
        return DECLARED[declared]
    return UNSURE[unsure] if unsure else NO_GAP[compared]


def evidence(report: GapReport) -> Text:
    """One sentence with the numbers behind the headline, or what to do next."""
    if not _compared(report):
        return ONLY_LIVED_NEXT if _anything_lived(report) else NO_DATA_NEXT
    parts = [_points(report, report.index(kind)) for kind in KINDS]
    gaps = [pair for kind in KINDS for pair in report.declared(kind)]
    if gaps:
        line, gap = max(gaps, key=lambda pair: pair[1].estimate.value)
        parts.append(
            WIDEST.fill(
                touchpoint=line.touchpoint_name,
                facet=line.facet_name,
                lived=of_hundred(gap.lived.value),
                claim=of_hundred(gap.claim.value),
            )
        )
    return Text(en=_sentence([part.en for part in parts]), de=_sentence([part.de for part in parts]))


def _compared(report: GapReport) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if isinstance(report.index(kind).estimate, Estimate))


def _anything_lived(report: GapReport) -> bool:
    return any(isinstance(line.lived, Estimate) for line in report.touchpoints)


def _points(report: GapReport, index: IndexFinding) -> Text:
    side = SIDE[index.kind]
    if isinstance(index.estimate, Missing):
        return MISSING.fill(side=side, reason=index.estimate.reason)
    declared = len(report.declared(index.kind))
    places = TOGETHER if index.state == "declared" and not declared else PLACES
    return POINTS.fill(
        side=side,
        value=of_hundred(index.estimate.value / 100),
        low=of_hundred(index.estimate.low / 100),
        high=of_hundred(index.estimate.high / 100),
        places=places.fill(some=declared, all=index.touchpoints),
    )


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
