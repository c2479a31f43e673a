"""Bringing in and taking out: `import`, `replay`, `purge`, `beliefs`, `taxonomy`, `erase`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Data, Lang, Language
from leitstern.cli.setup import make_home, open_home
from leitstern.core.texts import Text

TRIED = Text(en="Tried out: nothing was stored.", de="Ausprobiert: Es wurde nichts gespeichert.")
KEPT = Text(en="{n} guesses kept.", de="{n} Schätzungen übernommen.")
TAKEN_OUT = Text(en="Import {number} is taken out.", de="Import {number} ist zurückgenommen.")
ERASED = Text(en="Erased: entity:{entity:x}", de="Gelöscht: entity:{entity:x}")
ADOPTED = Text(en="The taxonomy is now version {number}.", de="Die Taxonomie gilt jetzt in Fassung {number}.")
Number = Annotated[int, typer.Argument(help="Number of the import.")]


def import_(
    mapping: Annotated[Path, typer.Argument(help="The mapping file.", exists=True, dir_okay=False)],
    data: Data,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, store nothing, show what would come in.")
    ] = False,
    lang: Language = Lang.EN,
) -> None:
    """Bring files in by a mapping file."""
    make_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import import_files, try_files
    from leitstern.cli.output import counts_table, progress_line, trial_tables

    if dry_run:
        with progress_line(lang) as progress:
            trial = try_files(COMMAND_LINE, mapping, data, progress=progress)
        typer.echo("\n\n".join([*trial_tables(trial, lang), TRIED.to(lang)]))
    else:
        with progress_line(lang) as progress:
            run = import_files(COMMAND_LINE, mapping, data, progress=progress)
        typer.echo(counts_table(run.sources, lang))


def replay(
    number: Number,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", help="The mended mapping file, if it was that.", exists=True, dir_okay=False
        ),
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Try once more what waits in the quarantine of an import."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import replay as try_again
    from leitstern.app.intake.queries import import_by_id
    from leitstern.cli.output import counts_table, progress_line

    run = import_by_id(number)
    text = mapping.read_text(encoding="utf-8") if mapping else run.mapping
    with progress_line(lang) as progress:
        again = try_again(COMMAND_LINE, run, text, progress=progress)
    typer.echo(counts_table(again.sources, lang))


def purge(number: Number) -> None:
    """Take a whole import out again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import purge as take_out
    from leitstern.app.intake.queries import import_by_id
    from leitstern.cli.output import say

    say(TAKEN_OUT.fill(number=take_out(COMMAND_LINE, import_by_id(number)).pk))


def beliefs(
    file: Annotated[Path, typer.Argument(help="A filled belief sheet (.xlsx).", exists=True, dir_okay=False)],
) -> None:
    """Keep what people believe, from a filled sheet."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.actions import record_sheet
    from leitstern.cli.output import say

    say(KEPT.fill(n=record_sheet(COMMAND_LINE, file.name, file).beliefs.count()))


def taxonomy(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="A taxonomy file to adopt; without it the current one is printed.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
) -> None:
    """Print the taxonomy, or adopt a new version from a file."""
    if file is None:
        open_home()
        from leitstern.app.company.queries import require_taxonomy
        from leitstern.collect.taxonomy_file import write_taxonomy

        typer.echo(write_taxonomy(require_taxonomy()), nl=False)
    else:
        make_home()
        from leitstern.app.common.actors import COMMAND_LINE
        from leitstern.app.intake.actions import change_taxonomy
        from leitstern.cli.output import say
        from leitstern.collect.taxonomy_file import load_taxonomy

        say(ADOPTED.fill(number=change_taxonomy(COMMAND_LINE, load_taxonomy(file)).pk))


def erase(
    kind: Annotated[str, typer.Argument(help="Kind of number, as in the mapping.")],
    identifier: Annotated[str, typer.Argument(help="The customer's number.")],
) -> None:
    """Forget a customer for good."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.erasing import erase_customer
    from leitstern.cli.output import say

    say(ERASED.fill(entity=erase_customer(COMMAND_LINE, kind, identifier)))
