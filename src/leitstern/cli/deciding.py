"""`decisions`: the decision log, one decision, and what is done with one."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Every decision, and how far customers reach into it.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="Number of the decision, as `decisions log` lists it.")]
DAYS = ["%Y-%m-%d"]


class Circle(StrEnum):
    BOARD = "board"
    STEERING = "steering"
    DEPARTMENT = "department"


class Proof(StrEnum):
    GAP = "gap"
    MEASURE = "measure"
    WAVE = "wave"
    FIGURE = "figure"
    VOICE = "voice"
    STORY = "story"
    CARD = "card"
    OTHER = "other"


@app.command()
def log(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Decisions, measures and approvals; this quarter's share that customers changed."""
    open_home()
    from leitstern.app.leadership import log as decisions
    from leitstern.app.leadership.decision_documents import decisions_document
    from leitstern.app.leadership.table import DECISIONS_HEADER, decision_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(decisions_document())
        case Output.CSV:
            print_csv(DECISIONS_HEADER, decision_rows(decisions.lines(), lang))
        case Output.TABLE:
            rows = list(decision_rows(decisions.lines(), lang))
            at = [
                DECISIONS_HEADER.index(name)
                for name in ("source", "id", "state", "decided on", "question", "decided")
            ]
            print_table([DECISIONS_HEADER[i] for i in at], [[row[i] for i in at] for row in rows])


@app.command()
def show(number: Number, lang: Language = Lang.EN) -> None:
    """One decision as JSON: what lay on the table, what was decided, what came of it."""
    open_home()
    from leitstern.app.leadership import log as decisions
    from leitstern.app.leadership.decision_documents import decision_document
    from leitstern.cli.output import print_json

    print_json(decision_document(decisions.decision_by_id(number)))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What is to be decided.")],
    circle: Annotated[Circle, typer.Option("--who", help="Who decides.")] = Circle.BOARD,
    unit: Annotated[str, typer.Option("--department", help="Short name of the department.")] = "",
    office: Annotated[str, typer.Option("--office", help="In which office: a role.")] = "",
    deadline: Annotated[datetime | None, typer.Option("--by", help="To be decided by.", formats=DAYS)] = None,
    known: Annotated[
        datetime | None, typer.Option("--known-since", help="Since when one has known.", formats=DAYS)
    ] = None,
    option: Annotated[
        list[str] | None, typer.Option("--way", help="A way there is, besides doing nothing; several times.")
    ] = None,
) -> None:
    """Ask for a decision; prints its number."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import deciding
    from leitstern.core.bridge.leadership import terms
    from leitstern.core.bridge.leadership.drafts import QuestionDraft

    draft = QuestionDraft(
        question,
        terms.Circle(circle.value),
        timezone.localdate(),
        office,
        unit,
        deadline.date() if deadline else None,
        known.date() if known else None,
        tuple(option or ()),
    )
    typer.echo(deciding.ask(COMMAND_LINE, draft).pk)


@app.command()
def put(
    number: Number,
    kind: Annotated[Proof, typer.Argument(help="What lies on the table.")],
    touchpoint: Annotated[str, typer.Option("--touchpoint", help="Of a gap, or where words come from.")] = "",
    facet: Annotated[str, typer.Option("--facet", help="Of a gap; of a wave, the dimension.")] = "",
    reference: Annotated[
        str, typer.Option("--of", help="Number of a measure or wave, or short name of a key figure.")
    ] = "",
    said: Annotated[str, typer.Option("--words", help="A voice, a story or something else in words.")] = "",
) -> None:
    """Put evidence on the table, frozen as it is now."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import deciding
    from leitstern.app.leadership import log as decisions
    from leitstern.app.leadership.freezing import Shown
    from leitstern.core.bridge.leadership import terms

    shown = Shown(terms.Proof(kind.value), touchpoint, facet, reference, said)
    deciding.put_on_the_table(COMMAND_LINE, decisions.decision_by_id(number), shown)


@app.command()
def decide(
    number: Number,
    decided: Annotated[str, typer.Argument(help="What was decided.")],
    day: Annotated[datetime, typer.Option("--day", help="When it was decided.", formats=DAYS)],
    otherwise: Annotated[
        str,
        typer.Option("--otherwise", help="If customers changed it: what it would have been without them."),
    ] = "",
    reason: Annotated[
        str, typer.Option("--no-evidence-because", help="Why no evidence of customers lay on the table.")
    ] = "",
    review: Annotated[
        datetime | None, typer.Option("--review", help="When somebody looks again.", formats=DAYS)
    ] = None,
    nothing: Annotated[bool, typer.Option("--nothing", help="Doing nothing was decided.")] = False,
) -> None:
    """Write down what was decided; its words stand from now on."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import deciding
    from leitstern.app.leadership import log as decisions
    from leitstern.core.bridge.leadership.drafts import VerdictDraft

    draft = VerdictDraft(
        day.date(),
        decided,
        changed=bool(otherwise.strip()),
        nothing=nothing,
        otherwise=otherwise,
        reason=reason,
        review=review.date() if review else None,
    )
    deciding.decide(COMMAND_LINE, decisions.decision_by_id(number), draft)


@app.command()
def review(
    number: Number,
    found: Annotated[str, typer.Argument(help="What came of it.")],
    again: Annotated[
        datetime | None, typer.Option("--again", help="When somebody looks next.", formats=DAYS)
    ] = None,
) -> None:
    """Write down what came of a decision."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import deciding
    from leitstern.app.leadership import log as decisions

    deciding.review(COMMAND_LINE, decisions.decision_by_id(number), found, again.date() if again else None)


@app.command()
def reverse(number: Number, why: Annotated[str, typer.Argument(help="Why it no longer holds.")]) -> None:
    """Reverse a decision with a reason; both stay readable."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import deciding
    from leitstern.app.leadership import log as decisions

    deciding.reverse(COMMAND_LINE, decisions.decision_by_id(number), why)
