"""A workshop as a document: what programs, the command line and downloads are given."""

from __future__ import annotations

from collections.abc import Iterator

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.workshop.models import Note, Workshop
from leitstern.app.workshop.queries import questions, votes_of
from leitstern.app.workshop.result import require_result, result_of
from leitstern.core.inside.enough import Rated
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.votes import Tally

HEADER = [
    "group",
    "dimension",
    "vote",
    "level",
    "votes",
]  # vote: first, second, counted; level "?" = could not say
NOTES_HEADER = ["id", "dimension", "level", "text", "claimed"]


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


class CastOut(Schema):
    dimension: str
    first: TallyOut
    second: TallyOut
    counted: TallyOut  # of each person the second vote, else the first


class GroupOut(Schema):
    """What a group cast: how many for which level, never who."""

    group: str
    people: int  # who rated something
    cast: list[CastOut]


class RatedOut(Schema):
    """What was rated, and what is missing before the workshop may count; nothing if it may."""

    people: int
    questions: int  # rated by at least half of the people
    asked: int
    culture: int
    technology: int
    missing: list[TextOut]


class NoteOut(Schema):
    id: int
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
    counts: bool  # said to stand for the organisation


class WorkshopOut(WorkshopListed):
    instrument: str
    version: int
    consents: int
    wording: TextOut
    rated: RatedOut
    questions: list[QuestionOut]
    groups: list[GroupOut]
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
        counts=workshop.counts,
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
        rated=_rated(found.rated),
        questions=[
            QuestionOut(
                dimension=each.dimension.slug,
                name=both(each.dimension.name),
                first=_tally(each.cast.first),
                second=_tally(each.cast.second),
                level=number(each.level),
            )
            for each in found.answered
        ],
        groups=[
            GroupOut(
                group=votes.group.value,
                people=votes.people,
                cast=[
                    CastOut(
                        dimension=dimension,
                        first=_tally(cast.first),
                        second=_tally(cast.second),
                        counted=_tally(cast.counted),
                    )
                    for dimension, cast in votes.cast.items()
                ],
            )
            for votes in votes_of(workshop)
        ],
        notes=[note_out(note) for note in workshop.notes.all()],
        placement=RoomPlacementOut(
            sentence=both(placed.placement.sentence),
            evidence=both(placed.placement.evidence_sentence),
            probabilities={kind.value: share for kind, share in placed.placement.probabilities.items()},
            route=placed.choice.route.value if placed.choice else None,
            route_sentence=both(placed.choice.sentence) if placed.choice else None,
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
    """One line per group, question, vote and level that was voted for. Raises Conflict while the room still votes."""
    require_result(workshop)
    groups = votes_of(workshop)
    for question in questions(workshop):
        for group in groups:
            cast = group.on(question.slug)
            for vote, found in (("first", cast.first), ("second", cast.second), ("counted", cast.counted)):
                for level, votes in (*enumerate(found.counts), ("?", found.unsure)):
                    if votes:
                        yield [group.group.value, question.slug, vote, level, votes]


def note_rows(workshop: Workshop) -> Iterator[list[object]]:
    """One line per note."""
    for note in workshop.notes.all():
        level = "" if note.level is None else note.level
        yield [note.pk, note.dimension, level, note.text, "yes" if note.claim_id else "no"]


def note_out(note: Note) -> NoteOut:
    """One note."""
    return NoteOut(
        id=note.pk,
        dimension=note.dimension,
        level=note.level,
        text=note.text,
        claimed=note.claim_id is not None,
    )


def _rated(found: Rated) -> RatedOut:
    return RatedOut(
        people=found.people,
        questions=found.questions,
        asked=found.asked,
        culture=found.by_axis[Axis.CULTURE],
        technology=found.by_axis[Axis.TECHNOLOGY],
        missing=[both(each) for each in found.missing],
    )


def _tally(found: Tally) -> TallyOut:
    return TallyOut(counts=list(found.counts), unsure=found.unsure)
