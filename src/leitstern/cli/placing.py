"""Inside out: `placement`, `routes`, and the `assumptions` they rest on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


class Duration(StrEnum):
    PAPER = "paper"
    LITERATURE = "literature"
    OWN = "own"


def placement(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Where the organisation stands between culture and technology, seen from every side."""
    open_home()
    from leitstern.app.placement.documents import placement_document
    from leitstern.app.placement.queries import require_placement
    from leitstern.app.placement.table import VIEWS_HEADER, view_rows
    from leitstern.cli.output import print_csv, print_json, print_table, shown

    found = require_placement()
    match output:
        case Output.JSON:
            print_json(placement_document(found))
        case Output.CSV:
            print_csv(VIEWS_HEADER, view_rows(found, lang))
        case Output.TABLE:
            document = placement_document(found)
            typer.echo(f"{found.sentence.to(lang)}\n{found.evidence_sentence.to(lang)}\n")
            print_table(["type", "probability"], [[t.type, f"{t.probability:.2f}"] for t in document.types])
            print_table(*shown(document.views, lang))


def routes(
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
    prior: Annotated[
        Duration, typer.Option("--prior", help="Where the duration of changing a culture comes from.")
    ] = Duration.PAPER,
) -> None:
    """Which route leads on, and how long each takes."""
    open_home()
    from leitstern.app.placement.documents import routes_document
    from leitstern.app.placement.queries import require_routes
    from leitstern.app.placement.table import ROUTES_HEADER, route_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.durations import Prior

    choice = require_routes(Prior(prior))
    match output:
        case Output.JSON:
            print_json(routes_document(choice))
        case Output.CSV:
            print_csv(ROUTES_HEADER, route_rows(choice))
        case Output.TABLE:
            typer.echo(f"{choice.sentence.to(lang)}\n")
            print_table(ROUTES_HEADER, route_rows(choice))
            if choice.direct:
                typer.echo(f"B: {choice.direct.sentence.to(lang)}")


def assumptions(
    name: Annotated[str, typer.Argument(help="An assumption to change; without one all are listed.")] = "",
    value: Annotated[float | None, typer.Option("--value", help="Its new value.")] = None,
    default: Annotated[bool, typer.Option("--default", help="Back to the default.")] = False,
    why: Annotated[str, typer.Option("--why", help="The reason for the change.")] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What is assumed; with a name, a value (or --default) and a reason: assume something else."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.placement.actions import change_assumption, restore_assumption
    from leitstern.app.placement.assumed import assumed, register
    from leitstern.app.placement.documents import assumption_document
    from leitstern.app.placement.table import ASSUMPTIONS_HEADER, assumption_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    if default:
        restore_assumption(COMMAND_LINE, name, why)
    elif value is not None:
        change_assumption(COMMAND_LINE, name, value, why)
    found = [assumed(name)] if name else [each for group in register().values() for each in group]
    match output:
        case Output.JSON:
            print_json([assumption_document(each) for each in found])
        case Output.CSV:
            print_csv(ASSUMPTIONS_HEADER, assumption_rows(found))
        case Output.TABLE:
            header = ["assumption", "name", "value", "default", "range"]
            print_table(
                header,
                (
                    [
                        (known := each.assumption).slug,
                        known.name.to(lang),
                        f"{each.value:g} {known.unit.to(lang)}",
                        f"{known.value:g}",
                        f"{known.low:g} – {known.high:g}",
                    ]
                    for each in found
                ),
            )
