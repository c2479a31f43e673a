"""Inside out: `placement` and `routes`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


class By(StrEnum):
    WHOLE = "whole"
    UNIT = "unit"


class Duration(StrEnum):
    PAPER = "paper"
    LITERATURE = "literature"
    OWN = "own"


def placement(
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
    by: Annotated[By, typer.Option("--by", help="The whole organisation, or each department.")] = By.WHOLE,
) -> None:
    """Where the organisation stands between culture and technology, seen from every side; or unit by unit."""
    open_home()
    if by is By.UNIT:
        _by_unit(output, lang)
        return
    from leitstern.app.placement.documents import placement_document
    from leitstern.app.placement.queries import require_placement
    from leitstern.app.placement.table import VIEWS_HEADER, view_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.placement_words import interval
    from leitstern.core.inside.ratings import VIEWS

    found = require_placement()
    match output:
        case Output.JSON:
            print_json(placement_document(found))
        case Output.CSV:
            print_csv(VIEWS_HEADER, view_rows(found, lang))
        case Output.TABLE:
            document = placement_document(found)
            for said in (found.sentence, found.evidence_sentence, *found.contrary):
                typer.echo(said.to(lang))
            typer.echo("")
            print_table(["type", "probability"], [[t.type, f"{t.probability:.2f}"] for t in document.types])
            print_table(
                ["view", "culture", "technology", "n", "source"],
                (
                    [
                        (VIEWS[each.view] if each.view else each.source).to(lang),
                        interval(each.culture).to(lang),
                        interval(each.technology).to(lang),
                        each.counted.to(lang),
                        each.source.to(lang) if each.view else "",
                    ]
                    for each in (*found.views, *([found.fused] if found.fused else []))
                ),
            )


def _by_unit(output: Output, lang: Lang) -> None:
    from leitstern.app.placement.table import UNITS_HEADER, unit_rows
    from leitstern.app.placement.unit_documents import units_document
    from leitstern.app.placement.units import require_units
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.placement_words import interval
    from leitstern.core.inside.unit_words import type_words, whole_sentence

    found = require_units()
    match output:
        case Output.JSON:
            print_json(units_document(found))
        case Output.CSV:
            print_csv(UNITS_HEADER, unit_rows(found, lang))
        case Output.TABLE:
            whole = whole_sentence(found.whole)
            typer.echo(f"{found.sentence.to(lang)}\n{whole.to(lang) if whole else ''}\n")
            print_table(
                ["unit", "culture", "technology", "type", "rests on"],
                (
                    [
                        each.name.to(lang),
                        interval(cloud.culture).to(lang),
                        interval(cloud.technology).to(lang),
                        type_words(each.placed).to(lang),
                        ", ".join(view.counted.to(lang) for view in each.placed.views),
                    ]
                    if each.placed and (cloud := each.placed.fused)
                    else [each.name.to(lang), "", "", each.hidden.reason.to(lang) if each.hidden else "", ""]
                    for each in found.units
                ),
            )


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
    from leitstern.core.inside.route_table import route_tables

    choice = require_routes(Prior(prior))
    match output:
        case Output.JSON:
            print_json(routes_document(choice))
        case Output.CSV:
            print_csv(ROUTES_HEADER, route_rows(choice))
        case Output.TABLE:
            tables = route_tables(choice)
            typer.echo(f"{choice.sentence.to(lang)}\n")
            for future in tables.futures:
                if future.title.en:
                    typer.echo(f"{future.title.to(lang)}:")
                print_table(
                    [
                        f"route, {tables.unit.name.to(lang)}",
                        "9 of 10 at least",
                        "middle",
                        "1 of 10 longer",
                        "",
                    ],
                    (
                        [each.to(lang) for each in (line.name, line.early, line.middle, line.late, line.note)]
                        for line in future.lines
                    ),
                )
            if choice.direct:
                typer.echo(f"B: {choice.direct.sentence.to(lang)}")


def levers(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What moves the placement, in the order in which to move it: people first where evidence is equal."""
    open_home()
    from leitstern.app.placement.levers import LEVERS_HEADER, lever_rows, levers_document, levers_now
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.placement_words import interval

    found = levers_now()
    match output:
        case Output.JSON:
            print_json(levers_document(found))
        case Output.CSV:
            print_csv(LEVERS_HEADER, lever_rows(found, lang))
        case Output.TABLE:
            typer.echo(f"{found.sentence.to(lang)}\n")
            print_table(
                ["tie", "dimension", "lever of", "would move its axis by", "n"],
                (
                    [
                        str(each.tie),
                        name.to(lang),
                        kind.to(lang),
                        interval(each.lift).to(lang),
                        str(each.lift.n),
                    ]
                    for each, name, kind in found.lines
                ),
            )


def learned(
    take_over: Annotated[
        str, typer.Option("--take-over", help="Assume what was learned of this group from now on.")
    ] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What your own gap teaches about how far self-images err; nothing changes until it is taken over."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.placement.learned import offers
    from leitstern.app.placement.learned import take_over as take
    from leitstern.app.placement.table import LEARNED_HEADER, learned_rows
    from leitstern.app.placement.unit_documents import learned_document
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.learning import bias_words
    from leitstern.core.inside.placement_words import interval
    from leitstern.core.inside.ratings import VIEWS

    if take_over:
        take(COMMAND_LINE, take_over)
    found = offers()
    match output:
        case Output.JSON:
            print_json([learned_document(each) for each in found])
        case Output.CSV:
            print_csv(LEARNED_HEADER, learned_rows(found, lang))
        case Output.TABLE:
            print_table(
                ["group", "assumed", "own gap", "touchpoints", "learned"],
                (
                    [
                        VIEWS[each.learned.view].to(lang),
                        bias_words(each.now, each.now_spread).to(lang),
                        interval(each.learned.gap).to(lang),
                        str(each.learned.gap.n),
                        interval(each.learned.bias).to(lang),
                    ]
                    for each in found
                ),
            )
