"""`claims`: what papers and studies published, how sure it is, and the own figure beside it."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.bridge.claims.claim import Grade

SHORT = ("claim", "said", "of", "n", "year", "grade", "own")


def claims(
    grade: Annotated[
        Grade | None, typer.Option("--grade", help="Only those that came about in this way.")
    ] = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Published figures: word for word, with n, year, source and grade, and the own figure where there is one."""
    open_home()
    from leitstern.app.claims.documents import claim_document
    from leitstern.app.claims.queries import register
    from leitstern.app.claims.table import HEADER, rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = register(grade)
    match output:
        case Output.JSON:
            print_json([claim_document(each) for each in found])
        case Output.CSV:
            print_csv(HEADER, rows(found, lang))
        case Output.TABLE:
            places = [HEADER.index(name) for name in SHORT]
            print_table(
                SHORT,
                (["" if row[at] is None else str(row[at]) for at in places] for row in rows(found, lang)),
            )
