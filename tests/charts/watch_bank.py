"""What a bank watches after its change: lists sent by hand come back, leaders are seen less."""

from __future__ import annotations

from datetime import date
from math import sin
from typing import TYPE_CHECKING

from leitstern.charts.slipping import Measured
from leitstern.charts.watch_board import BoardRow, Month
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.texts import Language

MONTHS = [date(2023 + (at + 10) // 12, (at + 10) % 12 + 1, 28) for at in range(36)]
SETTLED = (MONTHS[14], MONTHS[23])
REACHED, LIMIT = 1.2, 4.0


def rows(language: Language) -> list[BoardRow]:
    german = language == "de"
    steady = (Month.BEFORE,) * 14 + (Month.SETTLED,) * 10 + (Month.QUIET,) * 12
    slipping = steady[:24] + (Month.QUIET,) * 3 + (Month.TENSE,) * 2 + (Month.ALARM,) * 7
    return [
        BoardRow(
            "Kundenlisten als Tabelle verschickt" if german else "Customer lists sent as spreadsheets",
            (Month.NOTHING,) * 12 + slipping[12:],
            "Kundenlisten: rutscht seit März ab." if german else "Customer lists: slipping since March.",
            "Im Ablauf" if german else "In the work",
            "/watch/lists",
        ),
        BoardRow(
            "Jede Kampagne ist vor dem Versand eingeordnet, in allen zwölf Ländern"
            if german
            else "Every campaign is classified before it goes out, in all twelve countries",
            steady,
            "Kampagnen: hält." if german else "Campaigns: holds.",
            "Im Ablauf" if german else "In the work",
        ),
        BoardRow(
            "Begleitung" if german else "Attention",
            slipping,
            "Begleitung: rutscht ab." if german else "Attention: slipping.",
            "In der Haltung" if german else "In attitudes",
        ),
    ]


def uses() -> list[Measured]:
    found, total = [], 0.0
    for at, month in enumerate(MONTHS[13:]):
        value = 1.2 + sin(at * 2.1) * 0.8 + max(0, at - 14) * 3.4
        if at > 10:
            total = max(0.0, total + (value - REACHED) / 1.6 - 0.5)
        found.append(
            Measured(
                month,
                Estimate(value, max(0.0, value - 1.7), value + 1.9, 900 + at),
                total if at > 10 else None,
                alarm=at > 10 and total >= LIMIT,
            )
        )
    return found
