"""What routes assume: how long culture and technology take, and what makes them take longer."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.units import LEVELS, MONTHS, PERCENT, TIMES, Unit
from leitstern.core.texts import Text

PAPER = Text(
    en="Bingemer, Ohlwein: Mit Customer Experience Management die Digitalisierung meistern, section 5",
    de="Bingemer, Ohlwein: Mit Customer Experience Management die Digitalisierung meistern, Abschnitt 5",
)
CLAIMS = {  # of each assumption that rests on published figures, their short names
    "culture_p10": ("culture-takes", "culture-change-takes"),
    "culture_p90": ("culture-takes", "culture-change-takes"),
    "technology_p10": ("technology-takes", "it-overruns"),
    "technology_p75": ("technology-takes", "it-overruns"),
    "overlap": ("both-takes",),
}


def _route(
    slug: str,
    name: Text,
    limits: tuple[float, float, float],
    unit: Unit,
    why: Text,
    grade: Grade = Grade.OWN,
    source: Text | None = None,
) -> Assumption:
    value, low, high = limits
    return Assumption(
        slug, Group.ROUTES, name, value, low, high, unit, grade, why, source, CLAIMS.get(slug, ())
    )


ROUTES = (
    _route(
        "culture_p10",
        Text(en="Culture: nine of ten take at least", de="Kultur: Neun von zehn brauchen mindestens"),
        (60, 60, 84),
        MONTHS,
        Text(
            en="“Regularly at least five years” until changes of culture are completed and settled.",
            de="„Regelmäßig mindestens fünf Jahre“, bis die kulturellen Veränderungen abgeschlossen und eingeschwungen sind.",
        ),
        Grade.PAPER,
        PAPER,
    ),
    _route(
        "culture_p90",
        Text(en="Culture: nine of ten take at most", de="Kultur: Neun von zehn brauchen höchstens"),
        (108, 90, 240),
        MONTHS,
        Text(
            en="The source names no upper end; nine years is ours.",
            de="Die Quelle nennt kein oberes Ende; neun Jahre sind unsere Annahme.",
        ),
    ),
    _route(
        "own_culture_p10",
        Text(en="Own experience, culture: at least", de="Eigene Erfahrung, Kultur: mindestens"),
        (48, 6, 120),
        MONTHS,
        Text(
            en="Counts only where own experience is chosen instead of the source.",
            de="Zählt nur, wo die eigene Erfahrung statt der Quelle gewählt ist.",
        ),
    ),
    _route(
        "own_culture_p90",
        Text(en="Own experience, culture: at most", de="Eigene Erfahrung, Kultur: höchstens"),
        (96, 12, 240),
        MONTHS,
        Text(
            en="Counts only where own experience is chosen instead of the source.",
            de="Zählt nur, wo die eigene Erfahrung statt der Quelle gewählt ist.",
        ),
    ),
    _route(
        "technology_p10",
        Text(en="Technology: nine of ten take at least", de="Technologie: Neun von zehn brauchen mindestens"),
        (18, 12, 21),
        MONTHS,
        Text(
            en="“Pursued with vigour, often after 18 to 24 months already.”",
            de="„Mit Nachdruck verfolgt, häufig bereits nach 18 bis 24 Monaten.“",
        ),
        Grade.PAPER,
        PAPER,
    ),
    _route(
        "technology_p75",
        Text(en="Technology: three of four take at most", de="Technologie: Drei von vier brauchen höchstens"),
        (24, 22, 60),
        MONTHS,
        Text(
            en="“Often” is read as three of four within 24 months.",
            de="„Häufig“ lesen wir als drei von vier innerhalb von 24 Monaten.",
        ),
        Grade.PAPER,
        PAPER,
    ),
    _route(
        "from_zero",
        Text(en="Technology from nothing takes longer", de="Technologie von null an dauert länger"),
        (1.1, 1, 2),
        TIMES,
        Text(
            en="A Camper has less to build on than a Tech-distant Customer Expert.",
            de="Ein Camper kann auf weniger aufbauen als ein Technologieferner Kundenkenner.",
        ),
    ),
    _route(
        "overlap",
        Text(
            en="Overlap of culture and technology on route C",
            de="Überlappung von Kultur und Technologie auf Route C",
        ),
        (0.2, 0, 0.5),
        PERCENT,
        Text(
            en="Makes route C one to two years longer than route A, as the source says.",
            de="Macht Route C ein bis zwei Jahre länger als Route A, wie es die Quelle sagt.",
        ),
        Grade.PAPER,
        PAPER,
    ),
    _route(
        "direct_success",
        Text(en="How often the direct way B succeeds", de="Wie oft der Direktweg B gelingt"),
        (0.2, 0, 1),
        PERCENT,
        Text(
            en="“Often fails”; the source gives no rate.",
            de="„Scheitert häufig“; eine Quote nennt die Quelle nicht.",
        ),
    ),
    _route(
        "direct_gain",
        Text(
            en="Time for culture if the direct way succeeds",
            de="Zeit für die Kultur, wenn der Direktweg gelingt",
        ),
        (0.9, 0.5, 1),
        TIMES,
        Text(
            en="If it succeeds, culture changed alongside, a little faster.",
            de="Wenn er gelingt, hat sich die Kultur nebenher gewandelt, etwas schneller.",
        ),
    ),
    _route(
        "after_failure",
        Text(
            en="Time for culture after a failed attempt",
            de="Zeit für die Kultur nach einem gescheiterten Versuch",
        ),
        (1.1, 1, 2),
        TIMES,
        Text(
            en="Overload and uncertainty make the change harder than before.",
            de="Überforderung und Unsicherheit machen den Wandel schwerer als zuvor.",
        ),
    ),
    _route(
        "vigour",
        Text(en="Vigour with which technology is built", de="Nachdruck beim Aufbau der Technologie"),
        (1, 0.25, 1),
        PERCENT,
        Text(
            en="100% is the vigour the source asks for; half of it takes twice as long.",
            de="100 % ist der Nachdruck, den die Quelle verlangt; mit halbem dauert es doppelt so lange.",
        ),
    ),
    _route(
        "capacity",
        Text(en="Capacity left for change", de="Kraft, die für Wandel frei ist"),
        (1, 0.4, 1),
        PERCENT,
        Text(
            en="Where other programmes bind the same people, everything takes longer.",
            de="Wo andere Vorhaben dieselben Menschen binden, dauert alles länger.",
        ),
    ),
    _route(
        "resistance",
        Text(en="Resistance to changing culture", de="Widerstand gegen den Wandel der Kultur"),
        (1, 1, 2),
        TIMES,
        Text(
            en="1× is the considerable resistance the source already counts in; more makes culture take longer.",
            de="1-fach ist der erhebliche Widerstand, mit dem die Quelle schon rechnet; mehr verlängert den Wandel.",
        ),
    ),
    _route(
        "pace_spread",
        Text(en="How unevenly culture moves", de="Wie ungleichmäßig sich Kultur bewegt"),
        (0.25, 0.05, 1),
        PERCENT,
        Text(
            en="Standard deviation of the pace between two waves, as a share of the pace. Keeps two waves from promising too much.",
            de="Standardabweichung des Tempos zwischen zwei Wellen, als Anteil des Tempos. Verhindert, dass zwei Wellen zu viel versprechen.",
        ),
    ),
    _route(
        "target_margin",
        Text(en="How far above the cut the target lies", de="Wie weit das Ziel über der Grenze liegt"),
        (0.5, 0.1, 1),
        LEVELS,
        Text(
            en="A Star that stands on the line falls back with the next wave.",
            de="Ein Star, der auf der Grenze steht, fällt mit der nächsten Welle zurück.",
        ),
    ),
)
