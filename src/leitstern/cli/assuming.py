"""`assumptions`: what is assumed, what another value would change, and assuming something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from leitstern.app.placement.assumed import Assumed

HEADER = ("assumption", "name", "value", "default", "range", "changed")


def assumptions(
    name: Annotated[str, typer.Argument(help="An assumption; without one all are listed.")] = "",
    value: Annotated[
        float | None, typer.Option("--value", help="Its new value; a share lies between 0 and 1.")
    ] = None,
    default: Annotated[bool, typer.Option("--default", help="Back to the default.")] = False,
    why: Annotated[str, typer.Option("--why", help="The reason; going back to the default needs none.")] = "",
    trial: Annotated[
        bool, typer.Option("--try", help="Only show what --value or --default would change.")
    ] = False,
    search: Annotated[str, typer.Option("--search", help="List what has this in its name or reason.")] = "",
    changed: Annotated[bool, typer.Option("--changed", help="List only what is not at its default.")] = False,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What is assumed; with a name and a value (or --default): assume something else, or --try it first."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.placement.actions import change_assumption, restore_assumption
    from leitstern.app.placement.assumed import assumed, register

    if trial and (default or value is not None):
        return _try(name, assumed(name).assumption.value if value is None else value, output, lang)
    if default:
        restore_assumption(COMMAND_LINE, name, why)
    elif value is not None:
        change_assumption(COMMAND_LINE, name, value, why)
    listed = (each for of in register(search).values() for each in of if each.changed or not changed)
    return _list([assumed(name)] if name else [*listed], output, lang)


def _list(found: list[Assumed], output: Output, lang: Lang) -> None:
    from leitstern.app.placement.assumption_documents import assumption_document
    from leitstern.app.placement.table import ASSUMPTIONS_HEADER, assumption_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json([assumption_document(each) for each in found])
        case Output.CSV:
            print_csv(ASSUMPTIONS_HEADER, assumption_rows(found, lang))
        case Output.TABLE:
            rows = (
                (
                    each.assumption.slug,
                    *(
                        words.to(lang)
                        for words in (each.name, each.said, each.default, each.assumption.range)
                    ),
                    "*" if each.changed else "",
                )
                for each in found
            )
            print_table(HEADER, rows)


def _try(name: str, value: float, output: Output, lang: Lang) -> None:
    from leitstern.app.placement.assumption_documents import trial_document
    from leitstern.app.placement.trial import trial
    from leitstern.cli.output import print_csv, print_json, print_table

    tried = trial(name, value)
    header = ("what", "before", "after")
    rows = [tuple(words.to(lang) for words in (row.name, row.before, row.after)) for row in tried.rows]
    match output:
        case Output.JSON:
            print_json(trial_document(tried))
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            typer.echo(f"{tried.sentence.to(lang)}\n")
            print_table(header, rows)
