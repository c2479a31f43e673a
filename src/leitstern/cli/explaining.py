"""`works-council`: what is asked, stored, shown and never done, as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import open_home


def works_council(
    lang: Language = Lang.DE,
    to: Annotated[Path, typer.Option("--to", help="File to write.", dir_okay=False)] = Path(
        "works-council.pdf"
    ),
) -> None:
    """The pack for the works council: purposes, fields, roles, evaluations, thresholds, retention, log."""
    open_home()
    from django.utils import timezone

    from leitstern.app.reports.works_council.pack import works_council_pack

    to.write_bytes(works_council_pack(lang, timezone.localtime()))
    typer.echo(str(to))
