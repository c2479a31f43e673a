"""`leitstern`: everything the pages can do, from a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli import (
    adoption_keeping,
    answering_quotes,
    assuming,
    bringing,
    carding,
    changing,
    competing,
    contacting,
    deciding,
    designing,
    dropping,
    entering,
    explaining,
    finding,
    instruments,
    journeying,
    keeping,
    knowing,
    laking,
    laning,
    leading,
    looking,
    measures,
    operating,
    organising_skills,
    placing,
    portfolio,
    practising,
    programme,
    proving,
    quoting,
    rewarding_targets,
    serving,
    siloing,
    stocktaking,
    touching,
    valuing,
    voicing,
    watching,
    waves,
    wording,
    workshops,
)
from leitstern.cli.options import spoken
from leitstern.core.errors import LeitsternError
from leitstern.version import VERSION

app = typer.Typer(
    name="leitstern",
    help="Measures the gap between what a company believes and what its customers live through.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(VERSION)
        raise typer.Exit


@app.callback()
def start(
    home: Annotated[
        Path, typer.Option(envvar="LEITSTERN_HOME", help="The folder of this installation.")
    ] = Path(".home"),
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Say which installation is meant; commands that need it create it."""
    os.environ["LEITSTERN_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")


app.command("import")(bringing.import_)
app.command()(bringing.replay)
app.command()(bringing.purge)
app.command()(bringing.beliefs)
app.command()(bringing.taxonomy)
app.add_typer(wording.app, name="terms")
app.command()(bringing.erase)
app.command()(laking.lake)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(keeping.drill)
app.command()(keeping.export)
app.command()(laking.rebuild)
app.add_typer(operating.app, name="operations")
app.command()(finding.gap)
app.command()(finding.outside)
app.command()(finding.customer)
app.add_typer(journeying.app, name="journeys")
app.command()(designing.maps)
app.add_typer(answering_quotes.app, name="answers")
app.command()(finding.report)
app.command()(finding.sheet)
app.add_typer(dropping.app, name="inbox")
app.add_typer(instruments.app, name="instrument")
app.add_typer(waves.app, name="wave")
app.add_typer(workshops.app, name="workshop")
app.command()(placing.placement)
app.command()(placing.routes)
app.command()(placing.learned)
app.command()(placing.levers)
app.command()(assuming.assumptions)
app.command()(proving.evidence)
app.command()(quoting.claims)
app.add_typer(portfolio.app, name="portfolio")
app.add_typer(programme.app, name="programme")
app.add_typer(programme.roadmap, name="roadmap")
app.add_typer(practising.app, name="practice")
app.add_typer(contacting.app, name="policy")
app.add_typer(entering.app, name="contact")
app.add_typer(organising_skills.app, name="organisation")
app.add_typer(rewarding_targets.app, name="incentives")
app.add_typer(stocktaking.app, name="technology")
app.add_typer(adoption_keeping.adoption, name="adoption")
app.add_typer(adoption_keeping.campaigns, name="campaigns")
app.add_typer(measures.app, name="measures")
app.add_typer(leading.app, name="leadership")
app.add_typer(deciding.app, name="decisions")
app.add_typer(carding.app, name="cards")
app.add_typer(siloing.app, name="silo")
app.add_typer(looking.app, name="window")
app.add_typer(knowing.app, name="knowledge")
app.add_typer(voicing.app, name="voice")
app.add_typer(competing.app, name="competitors")
app.command()(valuing.value)
app.add_typer(watching.app, name="watch")
app.command()(touching.touches)
app.command()(laning.lanes)
app.add_typer(changing.app, name="change")
app.add_typer(explaining.app, name="works-council")
app.command()(serving.serve)
app.command()(serving.demo)
app.command()(serving.first_link)


def run() -> None:
    """Entry point: our own errors, and those of files, become one sentence on stderr and exit code 1."""
    try:
        app()
    except LeitsternError as problem:
        sys.stderr.write(problem.text.to(spoken()) + "\n")
        sys.exit(1)
    except OSError as problem:
        sys.stderr.write(f"{problem.strerror or problem}: {problem.filename or ''}".rstrip(": ") + "\n")
        sys.exit(1)
