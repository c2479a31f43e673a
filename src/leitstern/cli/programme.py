"""`programme` and `roadmap`: where we are on the seven steps, what stands in the way, and how far it still is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.betting import bet, bets, hand_over_bet, read_tripwire, tripwire
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from leitstern.app.programme.at import At
    from leitstern.app.programme.models import Programme

app = typer.Typer(help="The programme: seven steps and hurdles, in any month.", no_args_is_help=True)
roadmap = typer.Typer(help="The roadmap: P50 and P80, never a single date.", no_args_is_help=True)
for _command in (bets, bet, hand_over_bet, tripwire, read_tripwire):
    app.command()(_command)
Day = Annotated[datetime | None, typer.Option("--day", help="On which day; today.", formats=["%Y-%m-%d"])]
HurdleId = Annotated[int, typer.Argument(help="Number of the hurdle, as `programme hurdles` lists it.")]
TaskId = Annotated[int, typer.Argument(help="Number of the task, as `roadmap tasks` lists it.")]
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
def clear(
    hurdle: HurdleId,
    effect: Annotated[str, typer.Option("--effect", help="What came of it: how does one notice?")],
    day: Day = None,
) -> None:
    """Say that a hurdle is gone; it stays in sight."""
    _row, when = _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.hurdling import clear_hurdle
    from leitstern.app.programme.queries import hurdle_by_id
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = clear_hurdle(COMMAND_LINE, hurdle_by_id(hurdle), effect, day.date() if day else when.day)
    say(Text(en="Cleared: “{title}”.", de="Genommen: „{title}“.").fill(title=found.title))


@app.command()
def reopen(hurdle: HurdleId) -> None:
    """A hurdle stands in the way again; that it was cleared stays readable."""
    _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.hurdling import open_again
    from leitstern.app.programme.queries import hurdle_by_id
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = open_again(COMMAND_LINE, hurdle_by_id(hurdle))
    say(Text(en="In the way again: “{title}”.", de="Wieder im Weg: „{title}“.").fill(title=found.title))


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
def begin(task: TaskId, day: Day = None) -> None:
    """Say on which day a task began."""
    _row, when = _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.queries import task_by_id
    from leitstern.app.programme.tasking import begin_task
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = begin_task(COMMAND_LINE, task_by_id(task), day.date() if day else when.day)
    told = Text(en="“{title}” began on {day}.", de="„{title}“ hat am {day} begonnen.")
    say(told.fill(title=found.title, day=found.began))


@roadmap.command()
def end(
    task: TaskId,
    day: Day = None,
    undo: Annotated[bool, typer.Option("--undo", help="It has not ended after all.")] = False,
) -> None:
    """Say on which day a task ended; the next plan counts without it."""
    _row, when = _open("")
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.queries import task_by_id
    from leitstern.app.programme.tasking import end_task
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = end_task(COMMAND_LINE, task_by_id(task), None if undo else day.date() if day else when.day)
    ended = Text(en="“{title}” ended on {day}.", de="„{title}“ ist am {day} zu Ende gegangen.")
    runs = Text(en="“{title}” runs on.", de="„{title}“ läuft weiter.")
    say((ended if found.ended else runs).fill(title=found.title, day=found.ended))


@roadmap.command()
def template(lang: Language = Lang.EN) -> None:
    """Enter tasks for every step that is not credited and for the lowest dimensions of culture; what is there stays."""
    row, _when = _open("")
    from django.utils import translation

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.programme.tasking import take_template
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    before = row.tasks.count()
    with translation.override(lang):
        take_template(COMMAND_LINE, row)
    told = Text(en="Tasks taken over: {n}.", de="Übernommene Aufgaben: {n}.")
    say(told.fill(n=row.tasks.count() - before))


@roadmap.command()
def capacities(at: Month = "", output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How much there is a month, on whose word, and what board areas have taken on of the hours they declared."""
    row, when = _open(at)
    from leitstern.app.programme.looking import plan_view
    from leitstern.app.programme.resources import declared_at, names_of
    from leitstern.app.programme.table import SUPPLY_HEADER, supply_rows

    known, found = declared_at(row, when.day), plan_view(row, when.day)
    ahead = {need.resource: need.months for need in found.forecast.needs} if found else {}
    rows = list(supply_rows(known, names_of(known), ahead, lang))
    _print(SUPPLY_HEADER, rows, output, ("name", "amount", "source", "share_taken", "months_of_full_use"))


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
    from leitstern.app.programme.queries import programme_at

    return programme_at(month)


def _print(header: list[str], rows: list[list[object]], output: Output, short: tuple[str, ...]) -> None:
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json([dict(zip(header, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(short, ([row[header.index(name)] for name in short] for row in rows))
