"""Where a universal bank stands, as the charts of the inside are given it: a Lemming that takes itself for an expert."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from leitstern.charts.dimension_profile import ProfileRow
from leitstern.charts.quadrant_field import MatrixCloud, Quadrants
from leitstern.charts.route_map import RoutePath, RouteTime
from leitstern.charts.route_times import RouteFuture, RouteRow
from leitstern.charts.unit_axes import UnitRow
from leitstern.charts.unit_heat_map import HeatRow
from leitstern.charts.wave_movement import MovementRow
from leitstern.core.inside.route_words import Route
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.charts.sheet import Side
    from leitstern.charts.wave_movement import Direction
    from leitstern.core.texts import Language


def level(value: float, half: float, n: int) -> Estimate:
    return Estimate(value, max(value - half, 0), min(value + half, 4), n, "stated")


def quadrants(language: Language) -> Quadrants:
    if language == "de":
        return Quadrants(
            "Camper", "Technologieferner Kundenkenner", "Digitaler Lemming", "Customer Experience Star"
        )
    return Quadrants("Camper", "Tech-distant Customer Expert", "Digital Lemming", "Customer Experience Star")


def clouds(language: Language) -> list[MatrixCloud]:
    de = language == "de"
    not_seen: Side = "diese Sicht sieht diese Achse nicht" if de else "this view does not see this axis"
    return [
        MatrixCloud(
            "Geschäftsleitung" if de else "Executives",
            level(3.1, 0.4, 6),
            level(1.7, 0.5, 6),
            (0.24, 0.3),
            0.4,
            "inside",
        ),
        MatrixCloud(
            "Führungskräfte" if de else "Managers",
            level(2.6, 0.3, 24),
            level(2.2, 0.3, 24),
            (0.18, 0.18),
            0.3,
            "inside",
        ),
        MatrixCloud(
            "Mitarbeitende" if de else "Staff",
            level(1.5, 0.1, 412),
            level(2.7, 0.1, 412),
            (0.06, 0.06),
            0.2,
            "inside",
        ),
        MatrixCloud(
            "Belege" if de else "Evidence", level(1.3, 0.7, 1), level(2.9, 0.7, 1), (0.4, 0.4), 0, "outside"
        ),
        MatrixCloud(
            "Kundinnen und Kunden" if de else "Customers",
            level(1.4, 0.7, 8412),
            not_seen,
            (0.45, 0),
            0,
            "outside",
        ),
        MatrixCloud(
            "Alle Sichten zusammen" if de else "All views together",
            level(1.5, 0.3, 8855),
            level(2.6, 0.3, 8855),
            (0.19, 0.18),
            0.05,
            "ink",
        ),
    ]


def routes(language: Language) -> list[RouteFuture]:
    de = language == "de"

    def hill(middle: float, spread: float) -> tuple[float, ...]:
        return tuple(0.1 * exp(-(((i + 0.5) * 3 - middle) ** 2) / (2 * spread**2)) for i in range(80))

    recommended = "empfohlen" if de else "recommended"
    culture = "A · Kultur nachholen" if de else "A · Catch up in culture"
    lemming = (
        RouteRow(culture, 60, 80.4, 108, hill(78, 19), recommended=True, note=recommended),
        RouteRow(
            "C · Erst Kultur, dann Technologie" if de else "C · Culture first, then technology",
            69,
            90,
            117,
            hill(88, 19),
        ),
        RouteRow(
            "B · Direktweg (riskant)" if de else "B · Direct way (risky)",
            72,
            114,
            147,
            hill(112, 25),
            risky=True,
        ),
        RouteRow("D · Technologie aufbauen" if de else "D · Build technology", 18, 21.7, 26, hill(21, 4)),
    )
    star = (
        RouteRow("HOLD · Spitze halten" if de else "HOLD · Hold the top", 0, 0, 0, (1.0,)),
        RouteRow(culture, 5, 8, 14, hill(8, 2), recommended=True, note=recommended),
    )
    return [
        RouteFuture(
            "Sind Sie ein Digitaler Lemming (62 %)" if de else "If you are a Digital Lemming (62%)", lemming
        ),
        RouteFuture(
            "Sind Sie ein Customer Experience Star (35 %)"
            if de
            else "If you are a Customer Experience Star (35%)",
            star,
        ),
    ]


def paths(language: Language) -> list[RoutePath]:
    de = language == "de"
    lemming = "Sind Sie ein Digitaler Lemming (62 %)" if de else "If you are a Digital Lemming (62%)"
    star = (
        "Sind Sie ein Customer Experience Star (35 %)"
        if de
        else "If you are a Customer Experience Star (35%)"
    )
    culture = "A · Kultur nachholen" if de else "A · Catch up in culture"
    recommended = "empfohlen" if de else "recommended"
    return [
        RoutePath(
            Route.A,
            culture,
            (RouteTime(lemming, 80.4, 97), RouteTime(star, 8, 11)),
            recommended,
            recommended=True,
        ),
        RoutePath(
            Route.C,
            "C · Erst Kultur, dann Technologie" if de else "C · Culture first, then technology",
            (RouteTime(lemming, 90, 107), RouteTime(star, 8, 11)),
        ),
        RoutePath(
            Route.D,
            "D · Technologie aufbauen" if de else "D · Build technology",
            (RouteTime(lemming, 98, 121), RouteTime(star, 8, 11)),
            "legt das Selbstbild nahe" if de else "what the self-image suggests",
        ),
        RoutePath(
            Route.B,
            "B · Direktweg (riskant)" if de else "B · Direct way (risky)",
            (RouteTime(lemming, 114, 133),),
            risky=True,
        ),
        RoutePath(
            Route.HOLD,
            "HOLD · Spitze halten" if de else "HOLD · Hold the top",
            (RouteTime(lemming, 88, 104), RouteTime(star, 0, 0)),
        ),
    ]


NAMES = {
    "de": (
        "Kundenorientierte Aufbauorganisation",
        "Kurze Wege zur Entscheidung",
        "Raum zum Ausprobieren",
        "Mechanismen für das Ganze",
        "Kontakthistorie",
    ),
    "en": (
        "Structure aligned with customers",
        "Short ways to a decision",
        "Room to try things out",
        "Mechanisms for the whole",
        "Contact history",
    ),
}
UNITS = {
    "de": (
        "Universalbank",
        "Service",
        "Filialen",
        "Versicherung",
        "Kredit",
        "Marketing",
        "IT",
        "Personal",
        "Rechnungswesen",
    ),
    "en": (
        "Universal Bank",
        "Service",
        "Branches",
        "Insurance",
        "Loans",
        "Marketing",
        "IT",
        "People",
        "Accounting",
    ),
}


def profile(language: Language) -> list[ProfileRow]:
    de = language == "de"
    silent: Side = "weniger als fünf Personen haben geantwortet" if de else "fewer than five people answered"
    unclaimed: Side = "nicht angegeben" if de else "not claimed"
    stated = {value: Estimate(value, value, value, 1, "stated") for value in (1.0, 2.0, 3.0, 4.0)}
    sides: list[tuple[Side, Side, Side]] = [
        (stated[3.0], stated[1.0], level(1.2, 0.15, 212)),
        (stated[2.0], stated[2.0], level(2.1, 0.15, 212)),
        (unclaimed, unclaimed, level(1.6, 0.2, 198)),
        (stated[4.0], stated[2.0], silent),
        (stated[3.0], stated[3.0], level(2.4, 0.2, 205)),
    ]
    return [ProfileRow(name, *three) for name, three in zip(NAMES[language], sides, strict=True)]


def movements(language: Language) -> list[MovementRow]:
    missing: Side = "Nicht auf beiden Seiten beurteilt." if language == "de" else "Not rated on both sides."

    def row(name: str, before: float, after: float, half: float, direction: Direction) -> MovementRow:
        change = Estimate(after - before, after - before - half, after - before + half, 180, "stated")
        return MovementRow(name, level(before, 0.1, 180), level(after, 0.1, 200), change, direction)

    names = NAMES[language]
    return [
        row(names[0], 1.2, 1.8, 0.2, "up"),
        row(names[1], 2.1, 2.15, 0.15, "still"),
        row(names[2], 2.0, 1.5, 0.25, "down"),
        row(names[3], 1.0, 1.3, 0.45, "open"),
        MovementRow(names[4], missing, level(2.4, 0.1, 205), missing, "open"),
    ]


def heat(language: Language) -> list[HeatRow]:
    hidden: Side = "nicht gezeigt" if language == "de" else "not shown"
    return [
        HeatRow(
            name,
            tuple(
                hidden if (i * 3 + j) % 7 == 3 else level(0.4 + (i * 1.3 + j * 0.7) % 3.5, 0.3, 20 + i)
                for j in range(len(UNITS[language]))
            ),
            ("Technologie" if i == 4 else "Kultur")
            if language == "de"
            else ("Technology" if i == 4 else "Culture"),
        )
        for i, name in enumerate(NAMES[language])
    ]


def units(language: Language) -> list[UnitRow]:
    de = language == "de"
    hidden = "weniger als fünf Personen haben geantwortet" if de else "fewer than five people answered"
    kinds = (
        ("Digitaler Lemming (97 %)", "Grenzfall: Camper (55 %) oder Digitaler Lemming (44 %)")
        if de
        else ("Digital Lemming (97%)", "borderline: Camper (55%) or Digital Lemming (44%)")
    )
    return [
        UnitRow(name, level(0.6 + i * 0.3, 0.3, 30), level(3.1 - i * 0.2, 0.4, 30), kinds[i % 2])
        for i, name in enumerate(UNITS[language][1:7])
    ] + [UnitRow(UNITS[language][7], hidden, hidden, hidden)]
