"""Findings out: `gap`, `outside`, `customer`, `report`, and the blank `sheet` that asks for beliefs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text


class Question(StrEnum):
    FLOWS = "flows"
    VARIANTS = "variants"
    HANDOFFS = "handoffs"
    REPEATS = "repeats"
    PROMISES = "promises"
    SCORES = "scores"
    MILESTONES = "milestones"
    HEARD = "heard"
    PEOPLE = "people"
    BREAKS = "breaks"
    BREAKS_MONTHLY = "breaks-monthly"
    COMPLETION = "completion"
    RESPONSE_TIMES = "response-times"


class Purpose(StrEnum):
    REQUEST = "request"
    COMPLAINT = "complaint"
    UNDERSTAND = "understand"
    RIGHTS = "rights"


ONLY_SLIDES = Text(
    en="Slides of your own are for --format pptx. Nothing was written.",
    de="Eigene Folien sind für --format pptx. Es wurde nichts geschrieben.",
)


class ReportFormat(StrEnum):
    PDF = "pdf"
    PPTX = "pptx"
    XLSX = "xlsx"


def gap(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The Experience Gap: indices, touchpoints, drivers."""
    open_home()
    from leitstern.app.gap.queries import gap_document, gap_report
    from leitstern.app.gap.table import HEADER, table_rows
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import gap_table, print_csv, print_json

    state = require_published()
    match output:
        case Output.JSON:
            print_json(gap_document(state, lang))
        case Output.CSV:
            print_csv(HEADER, table_rows(gap_report(state)))
        case Output.TABLE:
            typer.echo(gap_table(gap_report(state), lang))


def outside(
    question: Annotated[Question, typer.Argument(help="What to ask.")],
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What customers lived: what comes next, paths, handoffs, repeats, breaks, promises, scores, milestones, who is heard, employees' part."""
    open_home()
    from leitstern.app.outside.documents import QUESTIONS, VariantsOut
    from leitstern.app.outside.heard_documents import HeardOut
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import tell

    found = QUESTIONS[question](require_published())
    match found:
        case VariantsOut():
            tell(output, found, found.variants, lang)
        case HeardOut():
            if output == Output.TABLE:
                typer.echo(found.sentence.de if lang == Lang.DE else found.sentence.en)
            tell(output, found, found.statements, lang)
        case _:
            tell(output, found, found, lang)


def customer(
    kind: Annotated[str, typer.Argument(help="Kind of number, as in the mapping.")],
    number: Annotated[str, typer.Argument(help="The customer's number.")],
    purpose: Annotated[
        Purpose, typer.Option("--purpose", help="What it is needed for; written to the audit log.")
    ],
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """One customer's complete timeline."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.common.home import current_home
    from leitstern.app.outside.actions import read_story
    from leitstern.app.outside.documents import STORY, story_rows
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.collect.identify import entity_of

    state = require_published()
    entity = entity_of(current_home(), kind, number)
    rows = story_rows(state, read_story(COMMAND_LINE, state, entity, purpose), lang)
    match output:
        case Output.JSON:
            print_json([dict(zip(STORY, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(STORY, rows)
        case Output.TABLE:
            print_table(STORY, rows)


def report(
    output: Annotated[
        ReportFormat,
        typer.Option("--format", help="Two pages (pdf), ten slides (pptx), or every number (xlsx)."),
    ] = ReportFormat.PDF,
    lang: Language = Lang.DE,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", help="File to write; leitstern.pdf, .pptx or .xlsx if left out.", dir_okay=False
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", help="Slides of your own for the pptx, this once.", exists=True, dir_okay=False
        ),
    ] = None,
) -> None:
    """The board report: two pages, ten slides to edit, or a data book."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.outside.reading import published, require_published
    from leitstern.core.errors import InvalidInput

    if template and output is not ReportFormat.PPTX:
        raise InvalidInput(ONLY_SLIDES)
    now = timezone.localtime()
    match output:
        case ReportFormat.PDF:
            from leitstern.app.reports.board import board_report
            from leitstern.app.reports.standing import standing_for

            content = board_report(require_published(), lang, now, standing_for(COMMAND_LINE))
        case ReportFormat.PPTX:
            from leitstern.app.reports.deck import board_deck
            from leitstern.app.reports.standing import standing_for
            from leitstern.app.reports.template_actions import checked, lacking, stored_template
            from leitstern.cli.output import note

            slides = checked(template) if template else stored_template()
            if slides and (lacks := lacking(slides)):
                note(lacks)
            content = board_deck(published(), standing_for(COMMAND_LINE), lang, now, slides)
        case ReportFormat.XLSX:
            from leitstern.app.reports.book import data_book

            content = data_book(COMMAND_LINE, require_published(), lang, now)
    target = to or Path(f"leitstern.{output}")
    target.write_bytes(content)
    typer.echo(str(target))


def sheet(
    to: Annotated[Path, typer.Argument(help="File to write (.xlsx).", dir_okay=False)] = Path("beliefs.xlsx"),
    people: Annotated[int, typer.Option(min=1, max=30, help="For how many people.")] = 1,
    lang: Language = Lang.DE,
) -> None:
    """A blank belief sheet for the current taxonomy."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.collect.belief_sheet import write_belief_sheet

    write_belief_sheet(to, require_taxonomy(), lang, people)
    typer.echo(str(to))
