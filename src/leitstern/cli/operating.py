"""Looking after the installation: `operations ledger`, `signs`, `waiting`, `work`, `again`, `disk`, `quality`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.outside.ledger import Span
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    help="What came in, who delivers, what waits, how long the disk lasts.", no_args_is_help=True
)
AGAIN = Text(
    en="Work {number} waits for its turn once more.",
    de="Arbeit {number} wartet noch einmal, bis sie dran ist.",
)
FREE = Text(
    en="Home folder {home} bytes, {free} of {disk} bytes free.",
    de="Leitstern-Verzeichnis {home} Byte, {free} von {disk} Byte frei.",
)


@app.command()
def ledger(
    by: Annotated[Span, typer.Option("--by", help="How long one line is.")] = Span.DAY,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Received = stored + quarantined + duplicates, by source; exit code 1 where it does not add up."""
    open_home()
    from django.utils import timezone

    from leitstern.app.operations.booking import balanced, booked, finished
    from leitstern.app.operations.table import LEDGER_HEADER, ledger_rows
    from leitstern.core.outside.ledger import lines

    found = booked(finished())
    held = balanced(found)
    _print(output, LEDGER_HEADER, list(ledger_rows(lines(found, by, timezone.get_current_timezone()))))
    for sentence in (held.sentence, *held.faults):
        typer.echo(sentence.to(lang), err=True)
    if held.faults:
        raise typer.Exit(1)


@app.command()
def signs(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Signs of life: how late each source is, and whether it is silent for longer than usual."""
    open_home()
    from leitstern.app.operations.signs import signs as heard
    from leitstern.app.operations.table import SIGNS_HEADER, sign_rows

    _print(output, SIGNS_HEADER, list(sign_rows(heard(), lang)))


@app.command()
def waiting(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What waits in quarantine, by reason; `leitstern replay` brings it in."""
    open_home()
    from leitstern.app.operations.waiting import waiting as all_waiting

    rows = [(each.run, each.source, each.rows, each.items, each.reason.to(lang)) for each in all_waiting()]
    _print(output, ("import", "source", "rows", "items", "reason"), rows)


@app.command()
def work(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Long work: what runs or waits, then what failed."""
    open_home()
    from leitstern.app.operations.work import failed, going_on

    rows = [
        (
            each.job.pk,
            each.job.kind,
            each.job.state,
            round(each.job.progress, 2),
            each.error.to(lang) if each.error else each.job.step,
        )
        for each in (*going_on(), *failed())
    ]
    _print(output, ("number", "kind", "state", "progress", "said"), rows)


@app.command()
def again(
    number: Annotated[int, typer.Argument(help="Number of the work.")], lang: Language = Lang.EN
) -> None:
    """Try failed work again; the worker takes it up."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.operations.work import job_called, try_again

    typer.echo(AGAIN.fill(number=try_again(COMMAND_LINE, job_called(number)).pk).to(lang))


@app.command()
def disk(lang: Language = Lang.EN) -> None:
    """How much room there is, how long it lasts, and what is due."""
    open_home()
    from leitstern.app.operations.room import programs, room

    found = room()
    typer.echo(
        FREE.fill(home=grouped(found.home), free=grouped(found.free), disk=grouped(found.total)).to(lang)
    )
    typer.echo(found.sentence.to(lang))
    _print(Output.TABLE, ("program", "version"), list(programs().items()))


@app.command()
def quality(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Data quality by source and department, the lowest first, and month by month of arrival."""
    open_home()
    from leitstern.app.operations.quality import headline, scores
    from leitstern.app.operations.table import QUALITY_HEADER, quality_rows

    found = scores()
    typer.echo(headline(found).to(lang), err=True)
    _print(output, QUALITY_HEADER, list(quality_rows(found, lang)))


def _print(output: Output, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json([dict(zip(header, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)
