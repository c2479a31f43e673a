"""Key figures of a universal bank: cheap contacts against solving things at once."""

from __future__ import annotations

from datetime import date
from math import sin
from typing import TYPE_CHECKING

from leitstern.charts.month_quadrants import MonthChange
from leitstern.charts.month_values import NewDefinition
from leitstern.charts.tug_of_war import Tug

if TYPE_CHECKING:
    from leitstern.core.texts import Language


def names(language: Language) -> tuple[str, str]:
    if language == "de":
        return "Kosten je Kontakt", "Beim ersten Kontakt gelöst"
    return "Cost per contact", "Solved at first contact"


def changes(language: Language) -> list[MonthChange]:
    said = "{}. Monat" if language == "de" else "Month {}"
    return [
        MonthChange(said.format(at), sin(at * 1.7) * 1.6, -sin(at * 1.7 + 0.5 * sin(at)) * 1.4)
        for at in range(1, 36)
    ]


def values() -> list[tuple[date, float]]:
    months = [
        (date(2023 + at // 12, at % 12 + 1, 1), 5.2 + 0.4 * sin(at / 3) - 0.02 * at) for at in range(36)
    ]
    return months[:9] + months[11:]


def definitions(language: Language) -> list[NewDefinition]:
    if language == "de":
        words = "Alle Kosten des Kundenservice eines Monats, nun mit den Kosten der Rufumleitung an den Dienstleister, geteilt durch seine Kontakte."
    else:
        words = "All costs of customer service in a month, now with the costs of calls routed to the service provider, divided by its contacts."
    return [NewDefinition(date(2024, 7, 1), words), NewDefinition(date(2024, 8, 1), words[:40])]


def tugs(language: Language) -> list[Tug]:
    first, second = names(language)
    if language == "de":
        return [
            Tug("Zeit je Kontakt", first, "stark", second, "spürbar"),
            Tug(
                "Weitergaben an die Fachbereiche ohne Rückfrage bei der Kundschaft",
                second,
                "schwach",
                "Bearbeitungszeit je Anliegen im Vertragsservice der Zentrale",
                "schwach",
            ),
        ]
    return [
        Tug("Time per contact", first, "strongly", second, "noticeably"),
        Tug(
            "Handoffs to other departments without asking",
            second,
            "weakly",
            "Handling time per request at headquarters",
            "weakly",
        ),
    ]
