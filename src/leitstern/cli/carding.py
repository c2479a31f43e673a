"""`cards`: what is known about customers, what it rests on, and whether that still holds."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(
    help="What is known about customers, what it rests on, and whether that still holds.",
    no_args_is_help=True,
)
Number = Annotated[int, typer.Argument(help="Number of the card, as `cards list` has it.")]
Until = Annotated[datetime, typer.Option("--until", help="Valid until which day.", formats=["%Y-%m-%d"])]


class Kind(StrEnum):
    LIVED = "lived"
    VIEW = "view"
    WORDS = "words"
    REASON = "reason"
    FIGURE = "figure"
    CLAIM = "claim"
    DECISION = "decision"
    OUTSIDE = "outside"


@app.command("list")
def list_(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Every card, what needs somebody first, with how many are trained for them."""
    open_home()
    from leitstern.app.cards.documents import cards_document
    from leitstern.app.cards.queries import cards
    from leitstern.app.cards.table import CARDS_HEADER, card_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.cards.saying import headline
    from leitstern.core.bridge.cards.standing import STANDINGS
    from leitstern.core.bridge.cards.terms import STATES

    match output:
        case Output.JSON:
            print_json(cards_document())
        case Output.CSV:
            print_csv(CARDS_HEADER, card_rows(cards(), lang))
        case Output.TABLE:
            found = cards()
            typer.echo(f"{headline([(each.state, each.standing) for each in found]).to(lang)}\n")
            print_table(
                ["card", "knowledge", "state", "stands", "sources", "decisions"],
                [
                    [
                        *(each.row.pk, each.row.sentence, STATES[each.state].to(lang)),
                        *(STANDINGS[each.standing].to(lang), len(each.sources), len(each.decisions)),
                    ]
                    for each in found
                ],
            )


@app.command()
def show(number: Number) -> None:
    """One card as JSON: its sources then and now, and the decisions that used it."""
    open_home()
    _say(number)


@app.command()
def draft(
    sentence: Annotated[str, typer.Argument(help="What is known, in one sentence.")], until: Until
) -> None:
    """Draft a card."""
    open_home()
    from leitstern.app.cards.drafting import draft_card
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.core.bridge.cards.terms import CardDraft

    _say(draft_card(COMMAND_LINE, CardDraft(sentence, until.date())).pk)


@app.command()
def reword(
    number: Number, sentence: Annotated[str, typer.Argument(help="In other words.")], until: Until
) -> None:
    """Say it in other words, or until another day; somebody rules on it again."""
    open_home()
    from leitstern.app.cards.drafting import reword_card
    from leitstern.app.cards.queries import card_by_id
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.core.bridge.cards.terms import CardDraft

    reword_card(COMMAND_LINE, card_by_id(number), CardDraft(sentence, until.date()))
    _say(number)


@app.command()
def link(
    number: Number,
    kind: Annotated[Kind, typer.Argument(help="What it is.")],
    reference: Annotated[
        str,
        typer.Argument(
            help="touchpoint:facet, an address of journeys, touchpoint:words, touchpoint:facet:reason, a short name, a number, "
            "or the name of an outside source."
        ),
    ],
    said: Annotated[str, typer.Option("--says", help="What an outside source says.")] = "",
) -> None:
    """Link what a card rests on, frozen as it is now."""
    open_home()
    from leitstern.app.cards.drafting import link as keep
    from leitstern.app.cards.queries import card_by_id
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.core.bridge.cards import terms

    whole = f"{reference}\n{said}" if kind is Kind.OUTSIDE else reference
    keep(COMMAND_LINE, card_by_id(number), terms.Kind(kind.value), whole)
    _say(number)


@app.command()
def unlink(
    source: Annotated[int, typer.Argument(help="Number of the source, as `cards show` has it.")],
) -> None:
    """A card no longer rests on it."""
    open_home()
    from leitstern.app.cards.drafting import unlink as take
    from leitstern.app.cards.queries import source_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    found = source_by_id(source)
    take(COMMAND_LINE, found)
    _say(found.card_id)


@app.command()
def confirm(number: Number) -> None:
    """It is knowledge; never said by whoever worked on it, also not from here on what was drafted here."""
    open_home()
    from leitstern.app.cards.drafting import confirm as rule
    from leitstern.app.cards.queries import card_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    rule(COMMAND_LINE, card_by_id(number))
    _say(number)


@app.command("send-back")
def send_back(
    number: Number, reason: Annotated[str, typer.Option("--because", help="What is missing.")]
) -> None:
    """It needs more work, and why."""
    open_home()
    from leitstern.app.cards.drafting import send_back as rule
    from leitstern.app.cards.queries import card_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    rule(COMMAND_LINE, card_by_id(number), reason)
    _say(number)


@app.command()
def withdraw(
    number: Number, undo: Annotated[bool, typer.Option("--undo", help="Let it stand again.")] = False
) -> None:
    """Take a card back; decisions that used it keep what lay on their table."""
    open_home()
    from leitstern.app.cards import drafting
    from leitstern.app.cards.queries import card_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    (drafting.reinstate if undo else drafting.withdraw)(COMMAND_LINE, card_by_id(number))
    _say(number)


def _say(number: int) -> None:
    from leitstern.app.cards.documents import card_document
    from leitstern.app.cards.queries import card_by_id, line
    from leitstern.cli.output import print_json

    print_json(card_document(line(card_by_id(number))))
