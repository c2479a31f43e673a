"""Waves on paper: `wave hold-on-paper`, `print-sheet`, `sheet-table`, `enter-sheets`, `compare-sheets`, `discard-sheet`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.waves.models import Wave
    from leitstern.collect.paper_sheets import PaperSheet

Number = Annotated[int, typer.Argument(help="Number of the wave.")]
Target = Annotated[Path, typer.Argument(help="Where to write it.", dir_okay=False)]
Source = Annotated[
    Path, typer.Argument(help="The filled-in table (.csv, .xlsx).", exists=True, dir_okay=False)
]

ON_PAPER = Text(
    en="Wave {number} is held on paper; the addresses are deleted.",
    de="Welle {number} läuft auf Papier; die Adressen sind gelöscht.",
)
ENTERED = Text(
    en="{entered} of {people} sheets are entered, {twice} of them twice.",
    de="{entered} von {people} Bögen sind eingegeben, {twice} davon zweimal.",
)
DIFFERS = Text(
    en="Sheet {sheet}, statement {at}: {first}, then {second}.",
    de="Bogen {sheet}, Aussage {at}: {first}, dann {second}.",
)


def hold_on_paper(number: Number, lang: Language = Lang.EN) -> None:
    """Ask everybody on the roster on paper; their addresses are deleted."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import paper
    from leitstern.app.waves.queries import wave_by_id

    paper.hold_on_paper(COMMAND_LINE, wave_by_id(number))
    typer.echo(ON_PAPER.fill(number=number).to(lang))


def print_sheet(number: Number, file: Target, lang: Language = Lang.EN) -> None:
    """The sheet to print (PDF); the group is left to be ticked."""
    open_home()
    from django.utils import timezone

    from leitstern.app.reports.paper_sheet import paper_sheet
    from leitstern.app.waves.queries import wave_by_id

    file.write_bytes(paper_sheet(wave_by_id(number), None, lang, timezone.localtime()))


def sheet_table(number: Number, file: Target, lang: Language = Lang.EN) -> None:
    """The table to type sheets into (XLSX), with a line for everybody who may still answer."""
    open_home()
    from leitstern.app.waves.queries import wave_by_id
    from leitstern.app.waves.sheet_table import table_book

    file.write_bytes(table_book(wave_by_id(number), lang))


def enter_sheets(number: Number, file: Source, lang: Language = Lang.EN) -> None:
    """Enter every sheet of a table, or none; what is there already adds nothing."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import paper_batch

    wave, sheets = _read(number, file)
    _say(paper_batch.enter_sheets(COMMAND_LINE, wave, sheets, file.name), lang)


def compare_sheets(number: Number, file: Source, lang: Language = Lang.EN) -> None:
    """Where a second entry of the same sheets differs; no answer is changed."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves.paper_batch import differences, enter_again

    wave, sheets = _read(number, file)
    for each in differences(wave, sheets, file.name):
        first, second = ("–" if point is None else point for point in (each.first, each.second))
        typer.echo(DIFFERS.fill(sheet=each.number, at=each.at, first=first, second=second).to(lang))
    _say(enter_again(COMMAND_LINE, wave, sheets, file.name), lang)


def discard_sheet(number: Number, lang: Language = Lang.EN) -> None:
    """Take back the sheet that was entered last."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves.paper import discard_last_sheet
    from leitstern.app.waves.queries import wave_by_id

    _say(discard_last_sheet(COMMAND_LINE, wave_by_id(number)), lang)


def _read(number: int, file: Path) -> tuple[Wave, list[PaperSheet]]:
    from leitstern.app.waves.queries import wave_by_id
    from leitstern.app.waves.sheet_table import read

    wave = wave_by_id(number)
    return wave, read(wave, file.resolve())


def _say(wave: Wave, lang: Lang) -> None:
    from leitstern.app.waves.paper import progress

    done = progress(wave)
    typer.echo(ENTERED.fill(entered=done.entered, people=done.people, twice=done.twice).to(lang))
