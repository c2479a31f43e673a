"""Keeping what there is safe: `backup`, `restore`, `drill`, `export`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text, grouped

MADE = Text(
    en="{place}: {size} bytes, every one read again. The secret lies beside it; keep both, apart from each other.",
    de="{place}: {size} Byte, jedes noch einmal gelesen. Das Geheimnis liegt daneben; verwahren Sie beide, getrennt voneinander.",
)
TRIED = Text(
    en="{place} can be restored: {rows} rows were counted, the database is whole.",
    de="{place} lässt sich wiederherstellen: {rows} Zeilen wurden gezählt, die Datenbank ist heil.",
)
BACK = Text(
    en="Restored to {home}, as of {made}. Customers erased again: {erased}. Nobody is signed in; people, roles and keys are those "
    "of that day: look through them.",
    de="Wiederhergestellt in {home}, Stand {made}. Noch einmal gelöschte Kundinnen und Kunden: {erased}. Niemand ist angemeldet; "
    "Menschen, Rollen und Schlüssel sind die von damals: Sehen Sie sie durch.",
)
TAKEN = Text(en="{place}: {files} tables, {rows} rows.", de="{place}: {files} Tabellen, {rows} Zeilen.")
Secret = Annotated[
    Path | None, typer.Option("--secret", help="Where the secret is kept, unless beside the backup.")
]
Archive = Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)]


def backup(
    target: Annotated[Path, typer.Argument(help="A folder outside the home, or a file ending in .zip.")],
    lang: Language = Lang.EN,
) -> None:
    """Write everything into one file, as it stands at one moment, while work goes on."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.safekeeping.backing import back_up
    from leitstern.cli.output import progress_line

    with progress_line(lang) as progress:
        made = back_up(COMMAND_LINE, target.absolute(), progress)
    typer.echo(MADE.fill(place=made.place, size=grouped(made.size)).to(lang))


def drill(archive: Archive, secret: Secret = None, lang: Language = Lang.EN) -> None:
    """Restore a backup for trial: open it, count everything, throw it away."""
    home = open_home()
    from leitstern.cli.output import progress_line
    from leitstern.store.archive import SECRET, read_secret
    from leitstern.store.backup import try_out

    known = read_secret(secret or Path(f"{archive}{SECRET}"))
    with progress_line(lang) as progress:
        found = try_out(archive, known, home.staging, progress)
    _note_trial(archive)
    typer.echo(TRIED.fill(place=archive, rows=grouped(sum(found.rows.values()))).to(lang))


def restore(
    archive: Archive,
    secret: Secret = None,
    erased: Annotated[
        list[Path] | None,
        typer.Option("--erased", help="Another list of who was erased, such as that of the old home."),
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Make a new home of a backup, at --home; whoever was erased since is erased again."""
    from leitstern.cli.output import progress_line
    from leitstern.store.archive import SECRET, read_secret, unpack

    place = Path(os.environ["LEITSTERN_HOME"]).expanduser()
    known = read_secret(secret or Path(f"{archive}{SECRET}"))
    with progress_line(lang) as progress:
        found = unpack(archive, place.absolute(), known, progress)
    gone = _bring_up(archive, erased or [])
    typer.echo(BACK.fill(home=place, made=found.made[:16], erased=gone).to(lang))


def export(
    target: Annotated[Path, typer.Argument(help="The archive to write.", dir_okay=False)],
    with_csv: Annotated[bool, typer.Option("--csv", help="Contacts and journeys as CSV, too.")] = False,
    lang: Language = Lang.EN,
) -> None:
    """Take everything along in open formats: Parquet, lines of JSON, YAML, with a README and checksums."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.safekeeping.taking import take_along
    from leitstern.cli.output import progress_line

    with progress_line(lang) as progress:
        rows = take_along(COMMAND_LINE, target.absolute(), with_csv=with_csv, progress=progress)
    typer.echo(TAKEN.fill(place=target, files=len(rows), rows=grouped(sum(rows.values()))).to(lang))


def _bring_up(archive: Path, lists: list[Path]) -> int:
    """Open the restored home for the first time."""
    import django

    django.setup()
    from leitstern.app.safekeeping.restoring import refuse_newer

    refuse_newer()
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.safekeeping.erasures import LIST, listed
    from leitstern.app.safekeeping.restoring import after_restore

    everybody = {entity for file in (archive.parent / LIST, *lists) for entity in listed(file)}
    return after_restore(COMMAND_LINE, everybody)


def _note_trial(archive: Path) -> None:
    from django.utils import timezone

    from leitstern.app.safekeeping.models import Backup

    now = timezone.now()
    Backup.objects.filter(place=str(archive.resolve())).update(tried=now, checked=now, problem=None)
