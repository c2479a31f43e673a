"""Bets with their tripwires and readings, as they are stored and as they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.programme.models import Bet, Tripwire, WireReading
from leitstern.core.bridge.programme import bet as core
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

NO_BET = Text(en="There is no such bet.", de="Diese Wette gibt es nicht.")
NO_TRIPWIRE = Text(en="There is no such tripwire.", de="Diesen Haltepunkt gibt es nicht.")
NO_READING = Text(en="There is no such reading.", de="Diese Ablesung gibt es nicht.")
PARTS = "wires__readings"


@dataclass(frozen=True, slots=True)
class WireLine:
    """A tripwire as stored and as judged, with its readings, newest first."""

    row: Tripwire
    wire: core.Wire
    state: core.WireState
    seen: Text
    last: WireReading | None
    readings: tuple[WireReading, ...]


@dataclass(frozen=True, slots=True)
class BetLine:
    """A bet as stored and as judged."""

    row: Bet
    bet: core.Bet
    name: Text
    state: core.BetState
    sentence: Text
    wires: tuple[WireLine, ...]
    gone: tuple[Tripwire, ...]


def bets(today: date) -> list[BetLine]:
    """Every bet that was not withdrawn, the gravest first."""
    order = [*list(core.BetState)[1:], core.BetState.ENDED]
    found = [bet_line(row, today) for row in Bet.objects.filter(withdrawn=None).prefetch_related(PARTS)]
    return sorted(found, key=lambda each: order.index(each.state))


def withdrawn_bets() -> list[Bet]:
    """Those that were withdrawn."""
    return list(Bet.objects.exclude(withdrawn=None))


def bet_line(row: Bet, today: date) -> BetLine:
    """One bet as it stands."""
    judged = bet_of(row)
    wires = sorted(row.wires.all(), key=lambda each: each.pk)
    return BetLine(
        row,
        judged,
        core.BETS[judged.kind],
        judged.state(today),
        judged.sentence(today),
        tuple(_line(each, today) for each in wires if not each.withdrawn),
        tuple(each for each in wires if each.withdrawn),
    )


def bet_of(row: Bet) -> core.Bet:
    """As it is judged: without what was withdrawn."""
    wires = (wire_of(each) for each in sorted(row.wires.all(), key=lambda w: w.pk) if not each.withdrawn)
    return core.Bet(core.BetKind(row.kind), row.review, tuple(wires), row.ended)


def wire_of(row: Tripwire) -> core.Wire:
    """As it is judged: without readings that were withdrawn."""
    readings = (
        core.WireReading(each.day, each.crossed, each.value, each.low, each.high)
        for each in row.readings.all()
        if not each.withdrawn
    )
    return core.Wire(row.what, tuple(readings), row.bound, core.Beyond(row.side), row.unit, row.every)


def bet_by_id(bet_id: int) -> Bet:
    """One bet, withdrawn or not. Raises NotFound."""
    return or_not_found(Bet.objects.filter(pk=bet_id).prefetch_related(PARTS).first(), NO_BET)


def wire_by_id(wire_id: int) -> Tripwire:
    """One tripwire, withdrawn or not. Raises NotFound."""
    return or_not_found(
        Tripwire.objects.select_related("bet", "decision").filter(pk=wire_id).first(), NO_TRIPWIRE
    )


def reading_by_id(reading_id: int) -> WireReading:
    """One reading, withdrawn or not. Raises NotFound."""
    return or_not_found(WireReading.objects.select_related("wire").filter(pk=reading_id).first(), NO_READING)


def _line(row: Tripwire, today: date) -> WireLine:
    wire = wire_of(row)
    readings = tuple(sorted(row.readings.all(), key=lambda each: (each.day, each.pk), reverse=True))
    last = next((each for each in readings if not each.withdrawn and each.day <= today), None)
    return WireLine(row, wire, wire.state(today), wire.seen(today), last, readings)
