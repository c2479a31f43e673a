"""`programme` and `roadmap`: where we are on the seven steps, what stands in the way, and how far it still is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from leitstern.app.programme.at import At
    from leitstern.app.programme.models import Programme

app = typer.Typer(help="The programme: seven steps and hurdles, in any month.", no_args_is_help=True)
roadmap = typer.Typer(help="The roadmap: P50 and P80, never a single date.", no_args_is_help=True)
Month = Annotated[str, typer.Option("--at", help="As it was in a month, such as 2025-03.")]


@app.command()
def show(at: Month = "", lang: Language = Lang.EN) -> None:
    """In sentences: where it stands, what comes next, what stands in the way, how far it still is."""
    row, when = _open(at)
    from leitstern.app.programme.hurdling import hurdles_at
    from leitstern.app.programme.looking import plan_view
    from leitstern.app.programme.queries import standing_at
    from leitstern.core.bridge.programme.hurdle import hurdles_sentence
    from leitstern.core.bridge.programme.standing import next_sentence, sentence

    found, plan = standing_at(row, when.day), plan_view(row, when.day)
    hurdles = hurdles_sentence([each.hurdle for each in hurdles_at(row, when.day)], when.day)
    for said in (sentence(found), next_sentence(found), hurdles, plan.sentence if plan else None):
        if said:
            typer.echo(said.to(lang))


@app.command()
def steps(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The seven steps: claimed, credited, since when, and what is missing."""
    row, when = _open(at)
    from leitstern.app.programme.queries import standing_at
    from leitstern.app.programme.table import STEPS_HEADER, step_rows

    rows = list(step_rows(standing_at(row, when.day), lang))
    _print(STEPS_HEADER, rows, output, ("step", "title", "state", "since", "claimed", "credited"))


@app.command()
def hurdles(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What stands in the way, with owner, age, measure and effect."""
    row, when = _open(at)
    from leitstern.app.company.former import unit_names
    from leitstern.app.programme.hurdling import hurdles_at
    from leitstern.app.programme.table import HURDLES_HEADER, hurdle_rows

    rows = list(hurdle_rows(hurdles_at(row, when.day), unit_names(), lang))
    _print(HURDLES_HEADER, rows, output, ("id", "hurdle", "kind", "age_days", "owner", "cleared"))


@app.command()
def skip(
    step: Annotated[int, typer.Argument(help="Number of the step, 1 to 7.")],
    who: Annotated[str, typer.Option("--who", help="Who decides it.")],
    why: Annotated[str, typer.Option("--why", help="Why; it stays in sight for good.")],
) -> None:
    """Leave a step out, as somebody's decision with a reason."""
    row, when = _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.queries import step_of
    from leitstern.app.programme.stepping import skip_step
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    skip_step(COMMAND_LINE, row, step_of(step), who, why, when.day)
    say(Text(en="Left out. It stays in sight.", de="Ausgelassen. Es bleibt sichtbar."))


@roadmap.command("show")
def show_roadmap(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The plan that held: each task with its P50 and P80 in months, and the lower bound."""
    row, when = _open(at)
    from leitstern.app.programme.looking import plan_view
    from leitstern.app.programme.queries import NO_PLAN
    from leitstern.app.programme.table import PLAN_HEADER, plan_rows
    from leitstern.core.errors import NotFound

    found = plan_view(row, when.day)
    if found is None:
        raise NotFound(NO_PLAN)
    if output is Output.TABLE:
        typer.echo(f"{found.sentence.to(lang)}\n{found.kept.to(lang)}\n{found.bound.to(lang)}\n")
    short = ("id", "task", "start_p50_months", "finish_p50_months", "finish_p80_months", "criticality")
    _print(PLAN_HEADER, list(plan_rows(found, lang)), output, short)


@roadmap.command()
def tasks(output: Format = Output.TABLE) -> None:
    """Every task that was entered."""
    row, _when = _open("")
    from leitstern.app.programme.queries import tasks as all_tasks
    from leitstern.app.programme.table import TASKS_HEADER, task_rows

    short = ("id", "task", "months_at_least", "months_likely", "months_at_most", "began", "ended")
    _print(TASKS_HEADER, list(task_rows(all_tasks(row))), output, short)


@roadmap.command()
def scenarios(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What if: kept scenarios beside the plan, in the same possible worlds."""
    row, when = _open(at)
    from leitstern.app.programme.looking import scenario_lines
    from leitstern.app.programme.queries import plan_at
    from leitstern.app.programme.table import SCENARIOS_HEADER, scenario_rows

    rows = list(scenario_rows(scenario_lines(row, plan_at(row, when.day), when.day), lang))
    _print(
        SCENARIOS_HEADER, rows, output, ("scenario", "finish_p50_months", "finish_p80_months", "later_p50")
    )


@roadmap.command()
def forecasts(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Were earlier forecasts kept? Each task whose first P80 has passed against that forecast, ended or not."""
    row, when = _open(at)
    from leitstern.app.programme.looking import forecasts_kept
    from leitstern.app.programme.table import RECORD_HEADER, record_rows

    found = forecasts_kept(row, when.day)
    if output is Output.TABLE:
        typer.echo(found.sentence.to(lang))
    _print(RECORD_HEADER, list(record_rows(found)), output, tuple(RECORD_HEADER))


@roadmap.command()
def plan(lang: Language = Lang.EN) -> None:
    """Work the roadmap out anew, with every scenario; earlier plans stay."""
    row, when = _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.looking import plan_view
    from leitstern.app.programme.planning import plan_now
    from leitstern.cli.output import progress_line

    with progress_line(lang) as told:
        plan_now(COMMAND_LINE, row, told=told)
    found = plan_view(row, when.day)
    if found:
        typer.echo(found.sentence.to(lang))


def _open(month: str) -> tuple[Programme, At]:
    open_home()
    from django.utils import timezone

    from leitstern.app.programme.at import at
    from leitstern.app.programme.queries import require_programme

    row = require_programme()
    return row, at(month, row.began, timezone.localdate())


def _print(header: list[str], rows: list[list[object]], output: Output, short: tuple[str, ...]) -> None:
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json([dict(zip(header, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(short, ([row[header.index(name)] for name in short] for row in rows))
