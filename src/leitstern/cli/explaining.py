"""For the works council: `works-council pack` and `works-council agreement`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import open_home
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

app = typer.Typer(help="For the works council.", no_args_is_help=True)
DATES = ["%Y-%m-%d"]
INCOMPLETE = Text(
    en="An agreement needs --title, --agreed-on and --parties. Nothing was entered.",
    de="Eine Vereinbarung braucht --title, --agreed-on und --parties. Es wurde nichts eingetragen.",
)


@app.command()
def pack(
    lang: Language = Lang.DE,
    to: Annotated[Path, typer.Option("--to", help="File to write.", dir_okay=False)] = Path(
        "works-council.pdf"
    ),
) -> None:
    """The pack: purposes, fields, roles, evaluations, thresholds, retention, agreement, log."""
    open_home()
    from django.utils import timezone

    from leitstern.app.reports.works_council.pack import works_council_pack

    to.write_bytes(works_council_pack(lang, timezone.localtime()))
    typer.echo(str(to))


@app.command()
def agreement(
    title: Annotated[str, typer.Option("--title", help="Title of the agreement.")] = "",
    agreed_on: Annotated[
        datetime | None, typer.Option("--agreed-on", help="Its date.", formats=DATES)
    ] = None,
    parties: Annotated[str, typer.Option("--parties", help="Who agreed.")] = "",
    fewest: Annotated[
        int | None, typer.Option("--fewest", help="Results of waves from how many people on.")
    ] = None,
    fewest_comments: Annotated[
        int | None, typer.Option("--fewest-comments", help="Comments from how many people on.")
    ] = None,
    keep_days: Annotated[
        int | None, typer.Option("--keep-days", help="Days until single answers are deleted.")
    ] = None,
    legal_basis: Annotated[str, typer.Option("--legal-basis", help="Art. 6 GDPR.")] = "",
    impact_assessed: Annotated[
        datetime | None,
        typer.Option(
            "--impact-assessed", help="Date of the data protection impact assessment.", formats=DATES
        ),
    ] = None,
    works_council: Annotated[
        str, typer.Option("--works-council", help="Whom to ask in the works council.")
    ] = "",
    data_protection: Annotated[
        str, typer.Option("--data-protection", help="The data protection officer.")
    ] = "",
    lang: Language = Lang.EN,
) -> None:
    """What was agreed; with a title, a date and parties: enter an agreement, which counts from then on."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.agreements import Terms, agree, agreed
    from leitstern.app.reports.works_council.agreement import terms_table
    from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS

    given = (title, agreed_on, parties, legal_basis, impact_assessed, works_council, data_protection)
    if any(given) or (fewest, fewest_comments, keep_days) != (None, None, None):
        if not (title and agreed_on and parties):
            raise InvalidInput(INCOMPLETE)
        agree(
            COMMAND_LINE,
            Terms(
                title,
                agreed_on.date(),
                parties,
                FEWEST if fewest is None else fewest,
                FEWEST_COMMENTS if fewest_comments is None else fewest_comments,
                keep_days,
                legal_basis,
                impact_assessed.date() if impact_assessed else None,
                works_council,
                data_protection,
            ),
        )
    for label, entry in terms_table(agreed()):
        typer.echo(f"{label.to(lang)}: {entry.to(lang)}")
