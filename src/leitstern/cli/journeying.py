"""Journeys explored: `journeys channels`, `journeys funnel`, …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from collections.abc import Callable


app = typer.Typer(
    help="Journeys explored by hand: one selection, or one beside another.", no_args_is_help=True
)

Since = Annotated[str, typer.Option("--since", help="Journeys begun since this month, like 2026-01.")]
Until = Annotated[str, typer.Option("--until", help="Journeys begun until this month.")]
Channel = Annotated[str, typer.Option("--channel", help="Journeys begun by this channel.")]
Touchpoint = Annotated[str, typer.Option("--touchpoint", help="Journeys that pass this touchpoint.")]
Department = Annotated[str, typer.Option("--department", help="Journeys that involve this department.")]
Who = Annotated[str, typer.Option("--who", help="Journeys of a persona, or of those with property:value.")]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        help='What is put beside, as "channel=phone,since=2026-01"; "" for all journeys.',
    ),
]


def _asks_nothing_more(view: str) -> Callable[..., None]:
    """The command of a view that needs a selection and nothing else."""

    def command(
        since: Since = "",
        until: Until = "",
        channel: Channel = "",
        touchpoint: Touchpoint = "",
        department: Department = "",
        who: Who = "",
        against: Against = None,
        output: Format = Output.TABLE,
        lang: Language = Lang.EN,
    ) -> None:
        open_home()
        given = _given(since, until, channel, touchpoint, department, who, against)
        _show(given, view, output, lang)

    return command


for _view, _help in {
    "channels": "Where customers change the channel.",
    "handoffs": "Where customers are handed on from department to department.",
    "told-again": "Where customers had to say again what the company knew.",
    "variants": "Which ways customers take, and how few cover how much.",
    "loops": "Where customers are back where they were, and what time that takes.",
}.items():
    app.command(_view, help=_help)(_asks_nothing_more(_view))


@app.command()
def graph(
    between: Annotated[str, typer.Option("--between", help="touchpoint or stage.")] = "touchpoint",
    detail: Annotated[
        str, typer.Option("--detail", help="Of 100 steps: 0 (strongest ways only), 60, 80, 95 or 100.")
    ] = "60",
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    department: Department = "",
    who: Who = "",
    against: Against = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """From where to where customers go, and which of it a readable picture shows."""
    open_home()

    given = _given(since, until, channel, touchpoint, department, who, against) | {"between": between}
    given |= {"detail": detail}
    _show(given, "graph", output, lang)


@app.command()
def steps(
    at: Annotated[str, typer.Option("--at", help="The touchpoint; by default the most important one.")] = "",
    occurrence: Annotated[
        str, typer.Option("--occurrence", help="first or last time in a journey.")
    ] = "first",
    most: Annotated[str, typer.Option("--most", help="Places per step: 3, 5 or 8.")] = "5",
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    department: Department = "",
    who: Who = "",
    against: Against = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What comes before a touchpoint, and what comes after it."""
    open_home()

    given = _given(since, until, channel, touchpoint, department, who, against)
    given |= {"at": at, "occurrence": occurrence, "most": most}
    _show(given, "steps", output, lang)


@app.command()
def funnel(
    step: Annotated[list[str], typer.Option("--step", help="A touchpoint, from the first on; two to six.")],
    mode: Annotated[str, typer.Option("--mode", help="ordered, strict or any.")] = "ordered",
    days: Annotated[int, typer.Option("--days", help="Days from the first step.")] = 30,
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    department: Department = "",
    who: Who = "",
    against: Against = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """How far customers get along touchpoints, and what those do next who stop."""
    open_home()

    given = _given(since, until, channel, touchpoint, department, who, against)
    given |= {"step": step, "mode": mode, "days": str(days)}
    _show(given, "funnel", output, lang)


@app.command()
def cohorts(
    by: Annotated[str, typer.Option("--by", help="quarter or month.")] = "quarter",
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    department: Department = "",
    who: Who = "",
    against: Against = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Whether customers have contact again, by when they began."""
    open_home()

    given = _given(since, until, channel, touchpoint, department, who, against) | {"by": by}
    _show(given, "cohorts", output, lang)


@app.command()
def waits(
    start: Annotated[str, typer.Option("--start", help="The touchpoint where the wait begins.")],
    then: Annotated[
        str, typer.Option("--then", help="Where it ends; without it at the next contact of any kind.")
    ] = "",
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    department: Department = "",
    who: Who = "",
    against: Against = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """How long customers wait between two touchpoints."""
    open_home()

    given = _given(since, until, channel, touchpoint, department, who, against)
    given |= {"start": start, "then": then}
    _show(given, "waits", output, lang)


def _given(
    since: str, until: str, channel: str, touchpoint: str, department: str, who: str, against: str | None
) -> dict[str, Any]:
    """The words of an address."""
    named = {"since": since, "until": until, "channel": channel}
    return beside(named | {"touchpoint": touchpoint, "department": department, "who": who}, against)


def beside(named: dict[str, str], against: str | None) -> dict[str, Any]:
    """What was asked for in the words of an address, and what is put beside it."""
    from leitstern.app.journeys.asking import OTHER

    given: dict[str, Any] = {name: value for name, value in named.items() if value}
    if against is not None:
        given["compare"] = "1"
        for part in filter(None, against.split(",")):
            name, equals, value = part.partition("=")
            if not equals or name.strip() not in named:
                raise typer.BadParameter(
                    f"{part!r} is none of {', '.join(named)} with =.", param_hint="--against"
                )
            given[f"{OTHER}-{name.strip()}"] = value.strip()
    return given


def _show(given: dict[str, Any], name: str, output: Output, lang: Lang) -> None:
    from leitstern.app.journeys.asking import require_choice
    from leitstern.app.journeys.family import VIEWS
    from leitstern.app.journeys.pages import NONE_SHOWN
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table

    view = VIEWS[name]
    chosen = require_choice(require_published(), given, lang, view.form)
    if output is Output.JSON:
        print_json(view.document(chosen))
        return
    built = view.page(chosen)
    if output is Output.CSV:
        print_csv(built.header, built.rows)
        return
    hidden = any(size.few for size in chosen.sizes() if size)
    typer.echo(f"{(NONE_SHOWN if hidden else built.sentence).to(lang)}\n")
    print_table(built.header, built.rows)
