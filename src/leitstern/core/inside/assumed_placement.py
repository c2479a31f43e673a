"""What placement assumes: how far self-images err, how precisely each view sees, when a type is declared."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY
from leitstern.core.inside.units import LEVELS, PERCENT, TIMES
from leitstern.core.texts import Text

CLASS_GAPS = Text(
    en="Studies in which 75% of leaders but 30% of customers call a company customer-centric",
    de="Studien, in denen 75 % der Führung, aber 30 % der Kundschaft ein Unternehmen kundenorientiert nennen",
)
BELIEFS = ("leaders-believe", "customers-agree", "superior-believed", "expectations-exceeded")

_GROUPS = {
    "executives": Text(en="executives", de="Geschäftsleitung"),
    "managers": Text(en="managers", de="Führungskräfte"),
    "staff": Text(en="staff", de="Mitarbeitende"),
}
_AXES = {"culture": Text(en="culture", de="Kultur"), "technology": Text(en="technology", de="Technologie")}
_BIASES = {
    ("executives", "culture"): (0.6, 0.4),
    ("managers", "culture"): (0.3, 0.3),
    ("staff", "culture"): (0.0, 0.3),
    ("executives", "technology"): (0.2, 0.3),
    ("managers", "technology"): (0.1, 0.25),
    ("staff", "technology"): (0.0, 0.25),
}


def _biases() -> list[Assumption]:
    found = []
    for (group, axis), (mean, spread) in _BIASES.items():
        words = {"group": _GROUPS[group], "axis": _AXES[axis]}
        found += [
            Assumption(
                f"bias_{group}_{axis}",
                Group.BIAS,
                Text(
                    en="Self-image too high: {group}, {axis}", de="Selbstbild zu hoch: {group}, {axis}"
                ).fill(**words),
                mean,
                -1,
                2,
                LEVELS,
                Grade.SIMULATED,
                Text(
                    en="Who answers for something rates it higher than those who live with it; culture more than technology.",
                    de="Wer etwas verantwortet, stuft es höher ein als die, die damit leben; Kultur mehr als Technologie.",
                ),
                CLASS_GAPS,
                BELIEFS,
            ),
            Assumption(
                f"bias_spread_{group}_{axis}",
                Group.BIAS,
                Text(
                    en="How unsure that is: {group}, {axis}", de="Wie unsicher das ist: {group}, {axis}"
                ).fill(**words),
                spread,
                0.05,
                1.5,
                LEVELS,
                Grade.SIMULATED,
                Text(
                    en="Standard deviation between organisations. The larger, the less a self-image counts.",
                    de="Standardabweichung zwischen Organisationen. Je größer, desto weniger zählt ein Selbstbild.",
                ),
            ),
        ]
    return found


PLACEMENT = (
    *_biases(),
    Assumption(
        "rater_spread",
        Group.PRECISION,
        Text(en="How far single people differ", de="Wie weit einzelne Personen auseinanderliegen"),
        0.5,
        0.2,
        1.2,
        LEVELS,
        Grade.SIMULATED,
        Text(
            en="Expected before anybody answers; as strong as six people, then the answers decide.",
            de="Erwartet, bevor jemand antwortet; so stark wie sechs Personen, dann entscheiden die Antworten.",
        ),
    ),
    Assumption(
        "assessor_spread",
        Group.PRECISION,
        Text(en="One assessor's own error", de="Eigener Fehler einer prüfenden Person"),
        0.25,
        0.05,
        1,
        LEVELS,
        Grade.SIMULATED,
        Text(
            en="How far two careful assessors differ on the same evidence.",
            de="Wie weit zwei sorgfältige Prüfende bei denselben Belegen auseinanderliegen.",
        ),
    ),
    Assumption(
        "evidence_spread",
        Group.PRECISION,
        Text(en="What evidence as a whole may miss", de="Was Belegen insgesamt entgehen kann"),
        0.316,
        0.05,
        1,
        LEVELS,
        Grade.SIMULATED,
        Text(
            en="Evidence shows what was looked at; more assessors do not help against what nobody looked at.",
            de="Belege zeigen, was angesehen wurde; mehr Prüfende helfen nicht gegen das, was niemand ansah.",
        ),
    ),
    Assumption(
        "dimension_spread",
        Group.PRECISION,
        Text(
            en="How far dimensions of an axis differ",
            de="Wie weit die Dimensionen einer Achse auseinanderliegen",
        ),
        0.5,
        0.1,
        1.5,
        LEVELS,
        Grade.OWN,
        Text(
            en="Makes a view less certain that rated only some dimensions.",
            de="Macht eine Sicht unsicherer, die nur einige Dimensionen eingestuft hat.",
        ),
    ),
    Assumption(
        "prior_spread",
        Group.PRECISION,
        Text(en="What is known before anybody looks", de="Was vor jedem Hinsehen bekannt ist"),
        1.5,
        0.5,
        4,
        LEVELS,
        Grade.OWN,
        Text(
            en="Standard deviation around the middle of the scale: next to nothing.",
            de="Standardabweichung um die Mitte der Skala: so gut wie nichts.",
        ),
    ),
    Assumption(
        "customers_spread",
        Group.CUSTOMERS,
        Text(en="How well customers see culture", de="Wie gut die Kundschaft die Kultur sieht"),
        0.45,
        0.1,
        1.5,
        LEVELS,
        Grade.SIMULATED,
        Text(
            en="What customers live also depends on prices and products; their share is not the culture itself.",
            de="Was Kundinnen und Kunden erleben, hängt auch an Preisen und Produkten; ihr Anteil ist nicht die Kultur selbst.",
        ),
    ),
    *(
        Assumption(
            f"customers_level_{level}",
            Group.CUSTOMERS,
            Text(
                en=f"Lived share that stands for level {level}",
                de=f"Erlebter Anteil, der für Stufe {level} steht",
            ),
            share,
            low,
            high,
            PERCENT,
            Grade.OWN,
            Text(
                en="Between these shares levels are interpolated; up to the first it is level 0.",
                de="Zwischen diesen Anteilen wird linear ergänzt; bis zum ersten ist es Stufe 0.",
            ),
        )
        for level, share, low, high in (
            (0, 0.2, 0.0, 0.29),
            (1, 0.4, 0.3, 0.49),
            (2, 0.6, 0.5, 0.69),
            (3, 0.8, 0.7, 0.89),
            (4, 1.0, 0.9, 1.0),
        )
    ),
    *(
        Assumption(
            f"cut_{axis}",
            Group.TYPES,
            Text(en="Where high begins: {axis}", de="Wo hoch beginnt: {axis}").fill(axis=name),
            2,
            1,
            3,
            LEVELS,
            Grade.OWN,
            Text(
                en="The middle of the scale parts low from high.",
                de="Die Mitte der Skala trennt niedrig von hoch.",
            ),
        )
        for axis, name in _AXES.items()
    ),
    Assumption(
        "hysteresis",
        Group.TYPES,
        Text(en="How far a declared type holds", de="Wie weit ein festgestellter Typ nachwirkt"),
        0.25,
        0,
        0.75,
        LEVELS,
        Grade.OWN,
        Text(
            en="From wave to wave a type only changes if the cut is passed by this much; otherwise it would flicker.",
            de="Von Welle zu Welle wechselt ein Typ erst, wenn die Grenze um so viel überschritten ist; sonst würde er flackern.",
        ),
    ),
    Assumption(
        "declare_at",
        Group.TYPES,
        Text(
            en="Probability from which a type is declared", de="Wahrscheinlichkeit, ab der ein Typ feststeht"
        ),
        0.8,
        0.6,
        0.99,
        PERCENT,
        Grade.SIMULATED,
        Text(
            en="In simulated organisations 97 of 100 types declared at 80% are right.",
            de="In simulierten Organisationen stimmen 97 von 100 Typen, die ab 80 % festgestellt werden.",
        ),
    ),
    Assumption(
        "illusion_at",
        Group.TYPES,
        Text(
            en="Probability from which we speak of an illusion",
            de="Wahrscheinlichkeit, ab der wir von einer Illusion sprechen",
        ),
        0.9,
        0.7,
        0.99,
        PERCENT,
        Grade.OWN,
        Text(
            en="That leaders see culture higher than evidence and customers show it.",
            de="Dass Führende die Kultur höher sehen, als Belege und Kundschaft sie zeigen.",
        ),
    ),
    Assumption(
        "weakest_units",
        Group.TYPES,
        Text(
            en="How much uneven units pull the whole down", de="Wie sehr ungleiche Einheiten das Ganze senken"
        ),
        0.5,
        0,
        1.5,
        TIMES,
        Grade.OWN,
        Text(
            en="The whole is the mean of its units less this many standard deviations: one good unit does not save it.",
            de="Das Ganze ist das Mittel seiner Einheiten minus so viele Standardabweichungen: Eine gute Einheit rettet es nicht.",
        ),
    ),
    *(
        Assumption(
            f"weight_{dimension}",
            Group.WEIGHTS,
            Text(
                en=f"Weight of dimension {dimension.upper()}", de=f"Gewicht der Dimension {dimension.upper()}"
            ),
            1,
            0,
            5,
            TIMES,
            Grade.OWN,
            Text(
                en="All dimensions of an axis count alike unless there is a reason.",
                de="Alle Dimensionen einer Achse zählen gleich, solange nichts dagegen spricht.",
            ),
        )
        for dimension in (*CULTURE, *TECHNOLOGY)
    ),
)
