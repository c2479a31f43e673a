"""Staff waves: `wave list`, `prepare`, `roster`, `launch`, `remind`, `close`, `publish`, `turnout`, `results`, `forget`, `roster-sample`, and paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli import wave_paper
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.waves.models import Wave

app = typer.Typer(help="Ask the staff in waves.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="Number of the wave.")]

INVITED = Text(
    en="{n} people are on the roster; {again} lines named somebody a second time.",
    de="{n} Personen stehen auf der Liste; {again} Zeilen nannten jemanden ein zweites Mal.",
)
NO_ADDRESS = Text(
    en="Set LEITSTERN_PUBLIC_URL first: letters carry links, and from a terminal nobody knows where they should lead.",
    de="Setzen Sie zuerst LEITSTERN_PUBLIC_URL: Die Briefe enthalten Links, und vom Terminal aus ist nicht bekannt, wohin sie führen sollen.",
)
EXACTLY = Text(en="{n} of {of} have answered.", de="{n} von {of} haben geantwortet.")
AT_LEAST = Text(en="At least {n} of {of} have answered.", de="Mindestens {n} von {of} haben geantwortet.")
FORGOTTEN = Text(
    en="The single answers of wave {number} are deleted; its results stay.",
    de="Die einzelnen Antworten von Welle {number} sind gelöscht; ihre Ergebnisse bleiben.",
)
STANDS = Text(en="Wave {number} “{name}”: {state}.", de="Welle {number} „{name}“: {state}.")


@app.command("list")
def list_(lang: Language = Lang.EN) -> None:
    """All waves, newest first."""
    open_home()
    from leitstern.app.waves.queries import waves

    for wave in waves():
        _say(wave, lang)


@app.command()
def calendar(
    every: Annotated[
        int | None, typer.Option("--every", help="From now on a wave every so many months.")
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """When the next waves are due; `--every 4` changes how often."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves.calendar import set_rhythm, wave_rhythm

    if every is not None:
        set_rhythm(COMMAND_LINE, every)
    found = wave_rhythm()
    typer.echo(found.sentence.to(lang))
    for day in found.days:
        typer.echo(day.isoformat())


@app.command()
def prepare(
    name: Annotated[str, typer.Argument(help="What the wave is called.")],
    closes: Annotated[datetime, typer.Argument(help="The last day to answer.", formats=["%Y-%m-%d"])],
    keep_days: Annotated[
        int | None,
        typer.Option(help="Days single answers are kept once results are published; as agreed without."),
    ] = None,
    instrument: Annotated[
        str, typer.Option(help="Short name of what is asked; without, the one chosen for all waves.")
    ] = "",
    lang: Language = Lang.EN,
) -> None:
    """A new wave with the organisation as it is now."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.instruments import named_version
    from leitstern.app.waves import actions

    asked = named_version(instrument) if instrument else None
    made = actions.prepare(COMMAND_LINE, name, closes.date(), keep_days=keep_days, instrument=asked)
    _say(made, lang)


@app.command()
def roster(
    number: Number,
    file: Annotated[
        Path, typer.Argument(help="Addresses, units and levels (.csv, .xlsx).", exists=True, dir_okay=False)
    ],
    lang: Language = Lang.EN,
) -> None:
    """Hand in who is invited."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.waves import actions
    from leitstern.app.waves.queries import wave_by_id
    from leitstern.collect.roster import read_roster

    people = read_roster(file.resolve().parent, file.name, require_taxonomy())
    actions.hand_in_roster(COMMAND_LINE, wave_by_id(number), people)
    typer.echo(INVITED.fill(n=len(people.people), again=len(people.again)).to(lang))


@app.command()
def roster_sample(
    file: Annotated[Path, typer.Argument(help="Where to write it (.xlsx).", dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """A roster to begin with: the company's departments, and invented addresses."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.waves.roster_sample import sample_book

    file.write_bytes(sample_book(require_taxonomy(), lang))


@app.command()
def launch(number: Number, lang: Language = Lang.EN) -> None:
    """Freeze the wave and write to everybody; the letters are sent while `serve` runs."""
    open_home()
    from django.conf import settings

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import actions
    from leitstern.app.waves.queries import wave_by_id

    if not settings.CONFIG.public_url:
        raise InvalidInput(NO_ADDRESS)
    _say(actions.launch(COMMAND_LINE, wave_by_id(number), settings.CONFIG.public_url), lang)


@app.command()
def remind(number: Number, lang: Language = Lang.EN) -> None:
    """Write again to whoever has not used their link."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import actions
    from leitstern.app.waves.queries import wave_by_id

    _say(actions.remind(COMMAND_LINE, wave_by_id(number)), lang)


@app.command()
def close(number: Number, lang: Language = Lang.EN) -> None:
    """Take no more answers; roster, addresses and links are deleted."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import actions
    from leitstern.app.waves.queries import wave_by_id

    _say(actions.close(COMMAND_LINE, wave_by_id(number)), lang)


@app.command()
def publish(number: Number, lang: Language = Lang.EN) -> None:
    """Decide once and for all what is shown; in a large company that takes a while."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves import actions
    from leitstern.app.waves.queries import wave_by_id

    _say(actions.publish(COMMAND_LINE, wave_by_id(number)), lang)


@app.command()
def forget(number: Number, lang: Language = Lang.EN) -> None:
    """Delete a wave's single answers and comments before their time; results stay."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.waves.keeping import forget as delete
    from leitstern.app.waves.queries import wave_by_id

    delete(COMMAND_LINE, wave_by_id(number))
    typer.echo(FORGOTTEN.fill(number=number).to(lang))


@app.command()
def turnout(number: Number, lang: Language = Lang.EN) -> None:
    """Who takes part: the whole while the wave runs, by unit once results are published."""
    open_home()
    from leitstern.app.waves.queries import wave_by_id
    from leitstern.app.waves.results import unit_name
    from leitstern.app.waves.turnout import taking_part
    from leitstern.app.waves.turnout import turnout as by_unit
    from leitstern.core.inside.ratings import VIEWS

    wave = wave_by_id(number)
    if whole := taking_part(wave):
        said = AT_LEAST if whole.at_least else EXACTLY
        typer.echo(said.fill(n=whole.answered, of=whole.invited).to(lang))
    for each in by_unit(wave):
        of = VIEWS[each.group.level].to(lang)
        typer.echo(
            f"{unit_name(wave, each.group.unit).to(lang)} · {of}\t{each.said.to(lang)}\t{each.invited}"
        )


@app.command()
def results(number: Number, output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What a published wave found; hidden groups say why."""
    open_home()
    from leitstern.app.waves.queries import wave_by_id
    from leitstern.app.waves.results import HEADER, results_of, rows
    from leitstern.cli.output import print_csv, print_json

    found = results_of(wave_by_id(number))
    match output:
        case Output.JSON:
            print_json(found.content)
        case Output.CSV:
            print_csv(HEADER, rows(found, lang))
        case Output.TABLE:
            for row in rows(found, lang):
                typer.echo("\t".join("" if cell is None else str(cell) for cell in row))


app.command()(wave_paper.hold_on_paper)
app.command()(wave_paper.print_sheet)
app.command()(wave_paper.sheet_table)
app.command()(wave_paper.enter_sheets)
app.command()(wave_paper.compare_sheets)
app.command()(wave_paper.discard_sheet)


def _say(wave: Wave, lang: Lang) -> None:
    from leitstern.app.waves.models import WaveState
    from leitstern.app.waves.states import STATES

    typer.echo(STANDS.fill(number=wave.pk, name=wave.name, state=STATES[WaveState(wave.state)]).to(lang))
