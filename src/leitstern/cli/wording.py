"""`leitstern terms`: the shared language term by term, its versions, values without a term, and whether departments agree."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli import agreeing
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="The taxonomy term by term.", no_args_is_help=True)
app.add_typer(agreeing.app, name="agreement")
Sort = Annotated[
    str, typer.Argument(help="touchpoint, department, channel, stage, promise, facet, persona, milestone.")
]
Slug = Annotated[str, typer.Argument(help="The short name of the term.")]
Preview = Annotated[bool, typer.Option("--preview", help="Say what would change; keep nothing.")]
Why = Annotated[str, typer.Option("--why", help="So that others understand it in a year.")]
Number = Annotated[int, typer.Argument(help="The number of a version.")]


@app.command("list")
def list_terms(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All terms with owner, synonyms and what is stored under them."""
    open_home()
    from leitstern.app.taxonomy.documents import term_document
    from leitstern.app.taxonomy.queries import language
    from leitstern.app.taxonomy.table import HEADER, rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = language()
    match output:
        case Output.JSON:
            print_json([term_document(each) for each in found.terms])
        case Output.CSV:
            print_csv(HEADER, rows(found, lang))
        case Output.TABLE:
            print_table(HEADER, rows(found, lang))


@app.command("put")
def put(
    sort: Sort,
    slug: Slug,
    file: Annotated[
        Path, typer.Argument(help="JSON: what the term says, as `list --format json` prints it.", exists=True)
    ],
    why: Why = "",
    preview: Preview = False,
    lang: Language = Lang.EN,
) -> None:
    """Add a term or change one; what is left out stays as it was."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.taxonomy import keeping
    from leitstern.app.taxonomy.given import says_in, term_given
    from leitstern.app.taxonomy.queries import sort_named
    from leitstern.core.company.editing import entries

    kind, taxonomy = sort_named(sort), require_taxonomy()
    before = next((each for each in entries(taxonomy, kind) if each.slug == slug), None)
    term = term_given(kind, slug, says_in(file.read_text(encoding="utf-8")), before)
    _change(keeping.with_term(taxonomy, kind, term, new=before is None), why, preview, lang)


@app.command("retire")
def retire(
    sort: Sort,
    slug: Slug,
    why: Why = "",
    preview: Preview = False,
    lang: Language = Lang.EN,
) -> None:
    """No longer use a term; what is stored keeps it as a former name."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.taxonomy import keeping
    from leitstern.app.taxonomy.queries import sort_named

    _change(keeping.without(require_taxonomy(), sort_named(sort), slug), why, preview, lang)


@app.command("merge")
def merge(
    sort: Sort,
    slug: Slug,
    into: Annotated[str, typer.Argument(help="The term that stays.")],
    why: Why = "",
    preview: Preview = False,
    lang: Language = Lang.EN,
) -> None:
    """Let one term go into another, which answers to its names from now on."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.taxonomy import keeping
    from leitstern.app.taxonomy.queries import sort_named

    _change(keeping.merged(require_taxonomy(), sort_named(sort), slug, into), why, preview, lang)


@app.command("versions")
def versions(output: Format = Output.TABLE) -> None:
    """All versions with when and why, the newest first."""
    open_home()
    from leitstern.app.taxonomy.documents import version_document
    from leitstern.app.taxonomy.queries import versions as found
    from leitstern.cli.output import print_csv, print_json, print_table

    told = [version_document(each) for each in found()]
    header = ["version", "created", "why"]
    rows: list[list[object]] = [[each.version, f"{each.created:%Y-%m-%d %H:%M}", each.why] for each in told]
    match output:
        case Output.JSON:
            print_json(told)
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)


@app.command("diff")
def diff(before: Number, after: Number, output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What differs from one version to another."""
    open_home()
    from leitstern.app.taxonomy.documents import change_documents
    from leitstern.app.taxonomy.queries import between, version_by_id
    from leitstern.app.taxonomy.table import CHANGE_HEADER, change_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = between(version_by_id(before), version_by_id(after))
    match output:
        case Output.JSON:
            print_json(change_documents(found))
        case Output.CSV:
            print_csv(CHANGE_HEADER, change_rows(found, lang))
        case Output.TABLE:
            print_table(CHANGE_HEADER, change_rows(found, lang))


@app.command("back")
def back(
    version: Number,
    why: Why = "",
    preview: Preview = False,
    lang: Language = Lang.EN,
) -> None:
    """Go back to a version, as a new one that says the same."""
    open_home()
    from leitstern.app.taxonomy import keeping
    from leitstern.app.taxonomy.queries import version_by_id

    _change(keeping.as_it_was(version_by_id(version)), why, preview, lang)


@app.command("waiting")
def waiting(output: Format = Output.TABLE) -> None:
    """Values that came in without a term, with the terms called most like them."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.taxonomy.documents import waiting_document
    from leitstern.app.taxonomy.table import WAITING_HEADER, waiting_rows
    from leitstern.app.taxonomy.waiting import waiting as found
    from leitstern.cli.output import print_csv, print_json, print_table

    values = found(require_taxonomy())
    match output:
        case Output.JSON:
            print_json([waiting_document(each) for each in values])
        case Output.CSV:
            print_csv(WAITING_HEADER, waiting_rows(values))
        case Output.TABLE:
            print_table(WAITING_HEADER, waiting_rows(values))


@app.command("decide")
def decide(
    kind: Annotated[str, typer.Argument(help="touchpoint, channel or department.")],
    value: Annotated[str, typer.Argument(help="As it stands in the files.")],
    means: Annotated[str, typer.Option("--means", help="The short name of the term it stands for.")] = "",
    new: Annotated[bool, typer.Option("--new", help="It is a new term.")] = False,
    stage: Annotated[str, typer.Option("--stage", help="Of a new touchpoint.")] = "",
    department: Annotated[str, typer.Option("--department", help="Of a new touchpoint.")] = "",
    digital: Annotated[bool, typer.Option("--digital", help="Of a new channel.")] = False,
    why: Annotated[
        str, typer.Option("--why", help="Needed where it is left out: neither --means nor --new.")
    ] = "",
) -> None:
    """Say what a value means: another word for a term, a new term, or left out with a reason."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy import deciding
    from leitstern.app.taxonomy.models import Outcome
    from leitstern.app.taxonomy.waiting import kind_named

    outcome = Outcome.NEW if new else Outcome.SYNONYM if means else Outcome.LEFT_OUT
    chosen = deciding.Chosen(kind_named(kind), value, outcome, means, stage, department, digital)
    for each in deciding.decide(COMMAND_LINE, [chosen], why):
        typer.echo(each.pk)


@app.command("take-back")
def take_back(decision: Annotated[int, typer.Argument(help="The number that `decide` printed.")]) -> None:
    """Take a decision back: the value waits again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy import deciding

    deciding.take_back(COMMAND_LINE, deciding.decision_by_id(decision))


@app.command("again")
def again(
    import_id: Annotated[int, typer.Argument(help="The number of the import.")], lang: Language = Lang.EN
) -> None:
    """Take an import out and read its files once more, by the taxonomy as it is now."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.again import read_again
    from leitstern.app.intake.queries import import_by_id
    from leitstern.cli.output import progress_line

    with progress_line(lang) as progress:
        run = read_again(COMMAND_LINE, import_by_id(import_id), progress=progress)
    typer.echo(run.pk)


def _change(after: object, why: str, preview: bool, lang: str) -> None:
    """Say what changes; keep it unless it is only looked at."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy import keeping

    seen = keeping.preview(after)  # type: ignore[arg-type]  # types are loaded with the application
    for said in seen.consequences:
        typer.echo(said.to(lang))
    if not preview:
        typer.echo(keeping.keep(COMMAND_LINE, seen.after, seen.since, why).pk)
