"""All of operations at once, and the one sentence about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.operations.booking import balanced, booked, finished
from leitstern.app.operations.room import Room, Stored, programs, room, stored
from leitstern.app.operations.signs import Sign, signs
from leitstern.app.operations.waiting import Waiting, waiting
from leitstern.app.operations.work import Work, failed, going_on
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.outside.ledger import Balance, Booked

SILENT = Text(
    en="{source} has been silent for longer than usual.", de="{source} ist länger still als üblich."
)
SEVERAL_SILENT = Text(
    en="{n} sources have been silent for longer than usual.", de="{n} Quellen sind länger still als üblich."
)
FAILED = Text(en="One piece of work failed.", de="Eine Arbeit ist fehlgeschlagen.")
SEVERAL_FAILED = Text(en="{n} pieces of work failed.", de="{n} Arbeiten sind fehlgeschlagen.")
SCARCE = Text(
    en="The disk is nearly full; imports will soon be refused.",
    de="Der Speicherplatz ist fast erschöpft; Importe werden bald abgelehnt.",
)
WELL = Text(
    en="Nothing is missing, no source is known to be silent, no work has failed.",
    de="Nichts fehlt, keine Quelle ist erkennbar verstummt, keine Arbeit ist fehlgeschlagen.",
)


@dataclass(frozen=True, slots=True)
class Operations:
    """What there is to look after."""

    booked: list[Booked]
    balance: Balance
    signs: list[Sign]
    waiting: list[Waiting]
    going_on: list[Work]
    failed: list[Work]
    room: Room
    stored: Stored
    programs: dict[str, str]

    @property
    def headline(self) -> Text:
        """What matters most: books that are wrong before a full disk, before failures, before silence."""
        silent = [sign for sign in self.signs if sign.is_long]
        if self.balance.faults or not self.booked:
            return self.balance.sentence
        if self.room.is_scarce:
            return SCARCE
        if self.failed:
            return (FAILED if len(self.failed) == 1 else SEVERAL_FAILED).fill(n=len(self.failed))
        if silent:
            return (SILENT if len(silent) == 1 else SEVERAL_SILENT).fill(
                n=len(silent), source=silent[0].source
            )
        return WELL


def look() -> Operations:
    """Look at everything."""
    found = booked(finished())
    return Operations(
        booked=found,
        balance=balanced(found),
        signs=signs(),
        waiting=waiting(),
        going_on=going_on(),
        failed=failed(),
        room=room(),
        stored=stored(),
        programs=programs(),
    )
