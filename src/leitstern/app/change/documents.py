"""Briefs and pulses as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from ninja import Field, Schema

from leitstern.app.change import queries
from leitstern.app.change.models import Language
from leitstern.app.change.reaching import reached_of
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.bridge.change.brief import (
    LONGEST,
    LONGEST_NAME,
    BriefDraft,
    Chosen,
    ForRole,
    RoleKey,
    from_content,
)
from leitstern.core.bridge.change.participation import NONE_OUT
from leitstern.core.bridge.change.pulse import SAID, Asked
from leitstern.core.bridge.change.talk import Channel

if TYPE_CHECKING:
    from leitstern.app.change.models import Brief, HandedOut
    from leitstern.app.change.pulses import Pulsed
    from leitstern.app.change.reaching import ByRole, Reached
    from leitstern.core.bridge.change.coverage import Coverage, Told
    from leitstern.core.bridge.change.pulse import UnitPulse
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


class ReachedOut(BriefRoleOut):
    """What a role has in hand of the version that holds; without a name it is the page that everybody reads."""

    address: str = Field(description="Where it is read, without an account.")
    handed_out: int | None = Field(description="Copies that are out; nothing for one to four.")
    opened: Number = Field(
        description="Of those; hidden where fewer than five hold the role, or nobody knows."
    )


class BriefOut(BriefIn):
    id: int
    initiative_id: int
    language: Language
    version: int | None = Field(description="Number of the version that holds, if one was published.")
    unpublished: bool = Field(description="Whether the draft says otherwise than what holds.")
    hints: list[HintOut]
    copies: list[ReachedOut]


class CopiesIn(BriefRoleOut):
    """Copies of the version that holds that were handed out to a role, or (without a name) to everybody."""

    name: str = Field("", max_length=LONGEST_NAME)
    n: int
    day: date
    channel: Channel


class CopiesOut(CopiesIn):
    id: int
    withdrawn: bool


class RoleToldOut(BriefRoleOut):
    told: bool
    opened: Number = Field(
        description="Of the copies handed out to this role, over all languages that may be shown."
    )


class ToldOut(Schema):
    initiative_id: int
    title: str
    units: list[str]
    told: Number
    open: list[BriefRoleOut]
    roles: list[RoleToldOut]
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


def brief_document(brief: Brief) -> BriefOut:
    """A brief as it is being written, and what a good reader remarks."""
    draft, standing = from_content(brief.content), queries.standing_version(brief)
    return BriefOut(
        id=brief.pk,
        initiative_id=brief.initiative_id,
        language=Language(brief.language),
        version=standing.number if standing else None,
        unpublished=standing is None or standing.content != brief.content,
        hints=[
            HintOut(code=each.code, field=each.field, text=both(each.text))
            for each in queries.remarks(brief, draft)
        ],
        copies=[_reached(each) for each in reached_of(standing)] if standing else [],
        why=draft.why,
        speaker=draft.speaker,
        valid_from=draft.valid_from,
        principles=[ChosenOut(slug=each.slug, words=each.words) for each in draft.principles],
        stops=[ChosenOut(slug=each.slug, words=each.words) for each in draft.stops],
        roles=[
            RoleAnswerOut(unit=each.role.unit, name=each.role.name, text=each.text) for each in draft.roles
        ],
    )


def copies_document(row: HandedOut) -> CopiesOut:
    """Copies that were handed out."""
    return CopiesOut(
        id=row.pk,
        unit=row.copy.unit,
        name=row.copy.role,
        n=row.n,
        day=row.day,
        channel=Channel(row.channel),
        withdrawn=row.withdrawn is not None,
    )


def coverage_document(found: Coverage, reach: ByRole) -> BriefCoverageOut:
    """Who has been told, by initiative, and how many of the copies were opened."""
    return BriefCoverageOut(
        sentence=both(found.sentence),
        told=number(found.share),
        initiatives=[_told(each, reach) for each in found.told],
    )


def pulse_document(found: Pulsed | None, sentence: Text) -> PulseOut:
    """What was published of a pulse."""
    units = (found.company, *found.units) if found else ()
    return PulseOut(
        sentence=both(sentence),
        wave_id=found.wave.pk if found else None,
        as_of=found.wave.closes if found else None,
        units=[_unit(each) for each in units],
    )


def _reached(each: Reached) -> ReachedOut:
    return ReachedOut(
        unit=each.role.unit,
        name=each.role.name,
        address=reverse("change:read", args=[each.copy.token]),
        handed_out=each.out,
        opened=number(each.reach),
    )


def _told(each: Told, reach: ByRole) -> ToldOut:
    return ToldOut(
        initiative_id=each.key,
        title=each.title,
        units=list(each.units),
        told=number(each.share),
        open=[BriefRoleOut(unit=role.unit, name=role.name) for role in each.open],
        roles=[
            RoleToldOut(
                unit=role.unit,
                name=role.name,
                told=role in each.answered,
                opened=number(reach.get((each.key, role), NONE_OUT)),
            )
            for role in each.affected
        ],
        published=each.published,
        changed=each.changed,
        outdated=each.outdated,
    )


def _unit(each: UnitPulse) -> PulseUnitOut:
    return PulseUnitOut(
        unit=each.unit,
        name=both(each.name),
        shares=[
            PulseShareOut(asked=asked, said=both(SAID[asked]), share=number(each.share(asked)))
            for asked in Asked
        ],
        notes=[both(note) for note in each.notes],
    )
