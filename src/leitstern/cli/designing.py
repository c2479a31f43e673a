"""Journey maps: `maps`, `maps claim`, `maps claim --versions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ninja import Schema

LISTED = ("map", "name", "owner", "fit", "fit_low", "fit_high", "exact", "weakest_touchpoint", "changed")
TOLD = ("step", "name", "owner", "met", "displaced", "skipped", "between", "mood", "in_time", "wait_hours")


def maps(
    slug: Annotated[str, typer.Argument(help="One map by its short name; without it all of them.")] = "",
    versions: Annotated[bool, typer.Option("--versions", help="What each version changed.")] = False,
    since: Annotated[
        str, typer.Option("--since", help="Journeys begun since this month, like 2026-01.")
    ] = "",
    until: Annotated[str, typer.Option("--until", help="Journeys begun until this month.")] = "",
    channel: Annotated[str, typer.Option("--channel", help="Journeys begun by this channel.")] = "",
    touchpoint: Annotated[str, typer.Option("--touchpoint", help="Journeys that pass this touchpoint.")] = "",
    department: Annotated[
        str, typer.Option("--department", help="Journeys that involve this department.")
    ] = "",
    who: Annotated[
        str, typer.Option("--who", help="Journeys of a persona, or of those with property:value.")
    ] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Journeys as they were designed, beside what customers lived."""
    open_home()
    if not slug:
        _all(output, lang)
    elif versions:
        _versions(slug, output, lang)
    else:
        named = {"since": since, "until": until, "channel": channel}
        named |= {"touchpoint": touchpoint, "department": department, "who": who}
        _one(slug, {name: value for name, value in named.items() if value}, output, lang)


def _all(output: Output, lang: Lang) -> None:
    from leitstern.app.maps.documents import listed_document
    from leitstern.app.maps.overview import headline, listed
    from leitstern.app.maps.table import LIST_HEADER, list_rows
    from leitstern.app.outside.reading import published

    found = listed(published())
    if output is Output.JSON:
        _json([listed_document(each) for each in found])
        return
    _print(headline(found).to(lang), LIST_HEADER, list(list_rows(found, lang)), LISTED, output)


def _one(slug: str, given: dict[str, str], output: Output, lang: Lang) -> None:
    from leitstern.app.journeys.asking import require_choice
    from leitstern.app.journeys.pages import NONE_SHOWN
    from leitstern.app.maps.documents import lived_document
    from leitstern.app.maps.finding import found_map, steps_of
    from leitstern.app.maps.queries import noted_pains, require_map
    from leitstern.app.maps.table import STEP_HEADER, step_rows
    from leitstern.app.outside.reading import require_published
    from leitstern.core.outside.map_words import sentence

    journey_map, state = require_map(slug), require_published()
    found = found_map(require_choice(state, given, lang), journey_map)
    steps = steps_of(journey_map, found, state.taxonomy) if found else ()
    standing = [pain for pain in noted_pains(slug) if not pain.withdrawn]
    if output is Output.JSON:
        _json(lived_document(journey_map, found, steps, standing, state.taxonomy))
        return
    said = sentence(journey_map, found.fit, state.taxonomy) if found else NONE_SHOWN
    noted: dict[str, int] = {}
    for pain in standing:
        noted[pain.touchpoint] = noted.get(pain.touchpoint, 0) + 1
    _print(said.to(lang), STEP_HEADER, list(step_rows(steps, noted, lang)), TOLD, output)


def _versions(slug: str, output: Output, lang: Lang) -> None:
    from leitstern.app.maps.documents import version_document
    from leitstern.app.maps.queries import history
    from leitstern.core.company.map_changes import summary

    known = history(slug)
    if output is Output.JSON:
        _json([version_document(each) for each in known])
        return
    header = ("version", "date", "changed", "reason")
    rows = [[each.number, each.created.date(), summary(each.changes).to(lang), each.reason] for each in known]
    _print("", header, rows, header, output)


def _json(document: Schema | Sequence[Schema]) -> None:
    from leitstern.cli.output import print_json

    print_json(document)


def _print(
    said: str, header: tuple[str, ...], rows: list[list[object]], shown: tuple[str, ...], output: Output
) -> None:
    """All columns as a file, those that fit a terminal as a table below the sentence."""
    from leitstern.cli.output import print_csv, print_table

    if output is Output.CSV:
        print_csv(header, rows)
        return
    if said:
        typer.echo(f"{said}\n")
    places = [header.index(name) for name in shown]
    print_table(shown, [[row[place] for place in places] for row in rows])
