"""A workshop as a document: what programs, the command line and downloads are given."""

from __future__ import annotations

from collections.abc import Iterator

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, number
from leitstern.app.workshop.models import Workshop
from leitstern.app.workshop.queries import questions, rows_of
from leitstern.app.workshop.result import require_result, result_of
from leitstern.core.inside.votes import Tally
from leitstern.core.texts import Text

HEADER = ["row", "group", "dimension", "first", "second", "level"]  # "?" = could not say


class TallyOut(Schema):
    counts: list[int]  # votes for levels 0 to 4
    unsure: int


class QuestionOut(Schema):
    dimension: str
    name: TextOut
    first: TallyOut
    second: TallyOut
    level: Number


class QuestionLine(Schema):
    """A question in one line of a table."""

    dimension: str
    name: TextOut
    votes: int
    level: Number


class VoteOut(Schema):
    dimension: str
    first: int | None
    second: int | None
    level: int | None


class RowOut(Schema):
    group: str
    votes: list[VoteOut]


class NoteOut(Schema):
    dimension: str
    level: int | None
    text: str
    claimed: bool


class RoomPlacementOut(Schema):
    sentence: TextOut
    evidence: TextOut
    probabilities: dict[str, float]
    route: str | None
    route_sentence: TextOut | None


class WorkshopListed(Schema):
    id: int
    name: str
    stage: str
    created: str
    people: int


class WorkshopOut(WorkshopListed):
    instrument: str
    version: int
    consents: int
    wording: TextOut
    groups: dict[str, int]
    questions: list[QuestionOut]
    rows: list[RowOut]  # in no order
    notes: list[NoteOut]
    placement: RoomPlacementOut | None


def listed(workshop: Workshop) -> WorkshopListed:
    """One line of the list."""
    return WorkshopListed(
        id=workshop.pk,
        name=workshop.name,
        stage=workshop.stage,
        created=workshop.created.isoformat(),
        people=workshop.consents,
    )


def workshop_document(workshop: Workshop) -> WorkshopOut:
    """Everything that is kept of a workshop."""
    found = result_of(workshop)
    placed = found.placed
    return WorkshopOut(
        **listed(workshop).model_dump(),
        instrument=workshop.instrument.slug,
        version=workshop.instrument.version,
        consents=workshop.consents,
        wording=TextOut(**workshop.wording),
        groups={group.value: n for group, n in found.people.items()},
        questions=[
            QuestionOut(
                dimension=each.dimension.slug,
                name=_both(each.dimension.name),
                first=_tally(each.first),
                second=_tally(each.second),
                level=number(each.level),
            )
            for each in found.answered
        ],
        rows=[
            RowOut(
                group=row.group,
                votes=[
                    VoteOut(
                        dimension=slug,
                        first=cast.get("1"),
                        second=cast.get("2"),
                        level=row.level(slug),
                    )
                    for slug, cast in row.votes.items()
                ],
            )
            for row in rows_of(workshop)
        ],
        notes=[
            NoteOut(
                dimension=note.dimension,
                level=note.level,
                text=note.text,
                claimed=note.claim_id is not None,
            )
            for note in workshop.notes.all()
        ],
        placement=RoomPlacementOut(
            sentence=_both(placed.placement.sentence),
            evidence=_both(placed.placement.evidence_sentence),
            probabilities={kind.value: share for kind, share in placed.placement.probabilities.items()},
            route=placed.choice.route.value if placed.choice else None,
            route_sentence=_both(placed.choice.sentence) if placed.choice else None,
        )
        if placed
        else None,
    )


def lines(document: WorkshopOut) -> list[QuestionLine]:
    """The questions of a workshop, to read."""
    return [
        QuestionLine(
            dimension=each.dimension,
            name=each.name,
            votes=sum((each.second if any(each.second.counts) else each.first).counts),
            level=each.level,
        )
        for each in document.questions
    ]


def csv_rows(workshop: Workshop) -> Iterator[list[object]]:
    """One line per row and question. Raises Conflict while the room still votes."""
    require_result(workshop)
    asked = [question.slug for question in questions(workshop)]
    for number_, row in enumerate(rows_of(workshop), 1):
        for slug in asked:
            if cast := row.votes.get(slug):
                given = [_cell(cast, vote) for vote in ("1", "2")]
                level = row.level(slug)
                yield [number_, row.group, slug, *given, "" if level is None else level]


def _cell(cast: dict[str, int | None], vote: str) -> object:
    if vote not in cast:
        return ""
    return "?" if cast[vote] is None else cast[vote]


def _tally(found: Tally) -> TallyOut:
    return TallyOut(counts=list(found.counts), unsure=found.unsure)


def _both(text: Text) -> TextOut:
    return TextOut(de=text.de, en=text.en)
