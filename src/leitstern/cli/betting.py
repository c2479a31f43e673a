"""`programme bets` and what is done to them: who waits, until when, and what calls it in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.bridge.programme.bet import BetKind, Beyond, WireKind

if TYPE_CHECKING:
    from leitstern.core.texts import Text

BetId = Annotated[int, typer.Argument(help="Number of the bet, as `programme bets` lists it.")]
Days = ["%Y-%m-%d"]


def bets(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Bets on waiting with their tripwires, and whether one has been called in."""
    open_home()
    from django.utils import timezone

    from leitstern.app.programme.bet_documents import bet_document
    from leitstern.app.programme.bet_table import BETS_HEADER, bet_rows
    from leitstern.app.programme.bets import bets as all_bets
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.programme.bet import bets_sentence

    today = timezone.localdate()
    found = all_bets(today)
    rows = list(bet_rows(found, lang))
    match output:
        case Output.JSON:
            print_json([bet_document(each) for each in found])
        case Output.CSV:
            print_csv(BETS_HEADER, rows)
        case Output.TABLE:
            typer.echo(f"{bets_sentence([each.bet for each in found], today).to(lang)}\n")
            short = [BETS_HEADER.index(name) for name in ("bet", "kind", "state", "tripwire", "what", "seen")]
            print_table(
                [BETS_HEADER[place] for place in short],
                ([str(row[place] or "") for place in short] for row in rows),
            )


def bet(
    kind: Annotated[BetKind, typer.Argument(help="What is bet on.")],
    who: Annotated[str, typer.Option("--who", help="Who decides it.")],
    why: Annotated[str, typer.Option("--why", help="Why waiting is right.")],
    review: Annotated[datetime, typer.Option("--review", help="When it is looked at again.", formats=Days)],
) -> None:
    """Make waiting an explicit bet."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.betting import BetDraft, place_bet

    _say(place_bet(COMMAND_LINE, BetDraft(kind, who, why, review.date())).pk)


def tripwire(
    bet: BetId,
    what: Annotated[str, typer.Option("--what", help="What is watched.")],
    source: Annotated[str, typer.Option("--source", help="Where the number comes from.")],
    reader: Annotated[str, typer.Option("--reader", help="Who reads it.")],
    kind: Annotated[WireKind, typer.Option("--kind", help="What it watches.")] = WireKind.OWN,
    bound: Annotated[
        float | None, typer.Option("--bound", help="Left out: whoever reads it says whether it is crossed.")
    ] = None,
    side: Annotated[Beyond, typer.Option("--side", help="On which side it is crossed.")] = Beyond.BELOW,
    unit: Annotated[str, typer.Option("--unit", help="Such as %.")] = "",
    every: Annotated[int, typer.Option("--every", help="Read at least every so many days.")] = 92,
) -> None:
    """Set what would call a bet in."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.bets import bet_by_id
    from leitstern.app.programme.betting import WireDraft, set_wire

    draft = WireDraft(what, kind, bound, side, unit, source, reader, every)
    set_wire(COMMAND_LINE, bet_by_id(bet), draft)
    _say(bet)


def read_tripwire(
    tripwire: Annotated[int, typer.Argument(help="Number of the tripwire, as `programme bets` lists it.")],
    day: Annotated[datetime, typer.Option("--day", help="On which day.", formats=Days)],
    source: Annotated[str, typer.Option("--source", help="Where it was read.")],
    value: Annotated[float | None, typer.Option("--value", help="What it showed.")] = None,
    low: Annotated[float | None, typer.Option("--low", help="Interval from.")] = None,
    high: Annotated[float | None, typer.Option("--high", help="Interval to.")] = None,
    n: Annotated[int | None, typer.Option("--n", help="How many it rests on.")] = None,
    crossed: Annotated[
        bool | None, typer.Option("--crossed/--not-crossed", help="Where it has words only.")
    ] = None,
) -> None:
    """Enter what a tripwire showed; beyond its bound the bet is called in, and a decision opens."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.bets import wire_by_id
    from leitstern.app.programme.betting import ReadingDraft, read_wire

    wire = wire_by_id(tripwire)
    read_wire(COMMAND_LINE, wire, ReadingDraft(day.date(), source, value, low, high, n, crossed))
    _say(wire.bet_id)


def hand_over_bet(bet: BetId, to: Annotated[str, typer.Argument(help="A name or role.")]) -> None:
    """Say who answers for a bet from now on; who made it stays readable."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.bets import bet_by_id
    from leitstern.app.programme.betting import hand_over_bet as hand_over

    hand_over(COMMAND_LINE, bet_by_id(bet), to)
    _say(bet)


def _say(bet_id: int) -> None:
    from django.utils import timezone

    from leitstern.app.programme.bets import bet_by_id, bet_line
    from leitstern.cli.output import say

    found: Text = bet_line(bet_by_id(bet_id), timezone.localdate()).sentence
    say(found)
