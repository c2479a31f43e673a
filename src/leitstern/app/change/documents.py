"""Briefs, pulses, calendar and workshops as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.change import queries
from leitstern.app.change.models import Language
from leitstern.app.common.schemas import Number, TextOut, number
from leitstern.core.bridge.change.brief import (
    LONGEST,
    LONGEST_NAME,
    BriefDraft,
    Chosen,
    ForRole,
    RoleKey,
    from_content,
)
from leitstern.core.bridge.change.pulse import SAID, Asked
from leitstern.core.bridge.change.talk import Answer, Channel

if TYPE_CHECKING:
    from leitstern.app.change.models import Brief, Message, Shaping
    from leitstern.app.change.pulses import Pulsed
    from leitstern.core.bridge.change.coverage import Coverage, Told
    from leitstern.core.bridge.change.pulse import UnitPulse
    from leitstern.core.bridge.change.talk import Gap
    from leitstern.core.texts import Text


class BriefRoleOut(Schema):
    """A role in a department; without one, wherever it is."""

    unit: str = ""
    name: str = Field(max_length=LONGEST_NAME)

    def key(self) -> RoleKey:
        """As core knows it."""
        return RoleKey(self.unit, self.name.strip())


class RoleAnswerOut(BriefRoleOut):
    text: str = Field("", max_length=LONGEST)


class ChosenOut(Schema):
    """A principle or something on the stop list, in the words it had then."""

    slug: str = Field(max_length=80)
    words: str = Field(max_length=200)


class BriefIn(Schema):
    """All four answers; what is missing is told as a hint, not refused."""

    why: str = Field("", max_length=LONGEST)
    speaker: str = Field("", max_length=LONGEST_NAME)
    valid_from: date | None = None
    principles: list[ChosenOut] = []
    stops: list[ChosenOut] = []
    roles: list[RoleAnswerOut] = []

    def draft(self) -> BriefDraft:
        """As it is kept."""
        return BriefDraft(
            why=self.why,
            speaker=self.speaker,
            valid_from=self.valid_from,
            principles=tuple(Chosen(each.slug, each.words) for each in self.principles),
            stops=tuple(Chosen(each.slug, each.words) for each in self.stops),
            roles=tuple(ForRole(each.key(), each.text) for each in self.roles),
        )


class HintOut(Schema):
    code: str
    field: str
    text: TextOut


class BriefOut(BriefIn):
    id: int
    initiative_id: int
    language: Language
    version: int | None = Field(description="Number of the version that holds, if one was published.")
    unpublished: bool = Field(description="Whether the draft says otherwise than what holds.")
    hints: list[HintOut]


class ToldOut(Schema):
    initiative_id: int
    title: str
    units: list[str]
    told: Number
    open: list[BriefRoleOut]
    published: date | None
    changed: date | None
    outdated: bool


class BriefCoverageOut(Schema):
    sentence: TextOut
    told: Number
    initiatives: list[ToldOut]


class PulseShareOut(Schema):
    asked: Asked
    said: TextOut
    share: Number


class PulseUnitOut(Schema):
    unit: str
    name: TextOut
    shares: list[PulseShareOut]
    notes: list[TextOut]


class PulseOut(Schema):
    sentence: TextOut
    wave_id: int | None
    as_of: date | None
    units: list[PulseUnitOut] = Field(description="The whole company first, with an empty short name.")


class MessageIn(Schema):
    title: str = Field(max_length=200)
    day: date
    channel: Channel
    who: str = Field(max_length=120)
    answer: Answer = Answer.ALL
    initiative_id: int | None = None
    units: list[str] = []
    roles: list[BriefRoleOut] = []
    note: str = Field("", max_length=10_000)


class MessageOut(MessageIn):
    id: int
    done: date | None


class BriefGapOut(Schema):
    code: str
    initiative_id: int
    text: TextOut


class MessagesOut(Schema):
    messages: list[MessageOut]
    gaps: list[BriefGapOut]


class AttendanceOut(Schema):
    """Departments that are shown together, because each by itself has too few people."""

    units: list[str]
    invited: int | None = Field(description="Nothing where that would tell of the few who did not come.")
    took_part: int


class ConsequenceOut(Schema):
    text: str
    taken_up: bool
    day: date
    decision_id: int | None


class ShapingOut(Schema):
    id: int
    title: str
    day: date
    initiative_id: int | None
    customers: bool
    share: Number
    attendance: list[AttendanceOut]
    consequences: list[ConsequenceOut]


def text_out(text: Text) -> TextOut:
    """Both languages."""
    return TextOut(de=text.de, en=text.en)


def brief_document(brief: Brief) -> BriefOut:
    """A brief as it is being written, and what a good reader remarks."""
    draft = from_content(brief.content)
    standing = brief.versions.filter(withdrawn=None).first()
    return BriefOut(
        id=brief.pk,
        initiative_id=brief.initiative_id,
        language=Language(brief.language),
        version=standing.number if standing else None,
        unpublished=standing is None or standing.content != brief.content,
        hints=[
            HintOut(code=each.code, field=each.field, text=text_out(each.text))
            for each in queries.remarks(brief, draft)
        ],
        why=draft.why,
        speaker=draft.speaker,
        valid_from=draft.valid_from,
        principles=[ChosenOut(slug=each.slug, words=each.words) for each in draft.principles],
        stops=[ChosenOut(slug=each.slug, words=each.words) for each in draft.stops],
        roles=[
            RoleAnswerOut(unit=each.role.unit, name=each.role.name, text=each.text) for each in draft.roles
        ],
    )


def coverage_document(found: Coverage) -> BriefCoverageOut:
    """Who has been told, by initiative."""
    return BriefCoverageOut(
        sentence=text_out(found.sentence),
        told=number(found.share),
        initiatives=[_told(each) for each in found.told],
    )


def pulse_document(found: Pulsed | None, sentence: Text) -> PulseOut:
    """What was published of a pulse."""
    units = (found.company, *found.units) if found else ()
    return PulseOut(
        sentence=text_out(sentence),
        wave_id=found.wave.pk if found else None,
        as_of=found.wave.closes if found else None,
        units=[_unit(each) for each in units],
    )


def message_document(row: Message) -> MessageOut:
    """One entry of the calendar."""
    item = queries.as_item(row)
    return MessageOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        channel=item.channel,
        who=row.who,
        answer=Answer(row.answer),
        initiative_id=row.initiative_id,
        units=list(item.units),
        roles=[BriefRoleOut(unit=each.unit, name=each.name) for each in item.roles],
        note=row.note,
        done=row.done,
    )


def gap_document(gap: Gap) -> BriefGapOut:
    """Who hears too late, never or one way."""
    return BriefGapOut(code=gap.code, initiative_id=gap.initiative, text=text_out(gap.text))


def shaping_document(row: Shaping, fewest: int | None = None) -> ShapingOut:
    """A workshop, small departments folded."""
    found = queries.took_part(row, fewest)
    return ShapingOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        initiative_id=row.initiative_id,
        customers=row.customers > 0,
        share=number(found.share),
        attendance=[
            AttendanceOut(units=[one.unit for one in each.of], invited=each.invited, took_part=each.took_part)
            for each in found.shown
        ],
        consequences=[
            ConsequenceOut(text=each.text, taken_up=each.taken_up, day=each.day, decision_id=each.decision_id)
            for each in row.consequences.all()
        ],
    )


def _told(each: Told) -> ToldOut:
    return ToldOut(
        initiative_id=each.key,
        title=each.title,
        units=list(each.units),
        told=number(each.share),
        open=[BriefRoleOut(unit=role.unit, name=role.name) for role in each.open],
        published=each.published,
        changed=each.changed,
        outdated=each.outdated,
    )


def _unit(each: UnitPulse) -> PulseUnitOut:
    return PulseUnitOut(
        unit=each.unit,
        name=text_out(each.name),
        shares=[
            PulseShareOut(asked=asked, said=text_out(SAID[asked]), share=number(each.share(asked)))
            for asked in Asked
        ],
        notes=[text_out(note) for note in each.notes],
    )
