"""Tests of knowing the touchpoints as documents for programs and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.surveys.known import known_in, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.surveys.models import KnowledgeRound
    from leitstern.core.gap.knowledge import Known
    from leitstern.core.texts import Text


class KnownOut(Schema):
    name: str
    called: TextOut
    share: Number = Field(description="Of those who saw the name, how many ticked it.")


class KnowledgeShortOut(Schema):
    """Before the reveal, and of fewer than five people, only how many have answered."""

    id: int
    state: str
    phone_path: str
    n: int
    index: Number = Field(description="Real names recognised minus invented ones ticked, −1 to 1.")
    recognised: Number
    fooled: Number = Field(description="Invented names that were ticked.")


class KnowledgeOut(KnowledgeShortOut):
    """The same, name by name."""

    touchpoints: list[KnownOut] = Field(description="Of the register, the least known first.")
    tempting: list[KnownOut] = Field(description="Invented ones, those most often ticked first.")


def short_knowledge(round_: KnowledgeRound) -> KnowledgeShortOut:
    """What a room knows in three numbers, with its answers prefetched."""
    found = known_in(round_)
    return KnowledgeShortOut(
        id=round_.pk,
        state=round_.state,
        phone_path=f"/k/{round_.token}",
        n=len(round_.answers.all()),
        index=number(found.index),
        recognised=number(found.recognised),
        fooled=number(found.fooled),
    )


def knowledge_document(round_: KnowledgeRound) -> KnowledgeOut:
    """What a room knows."""
    found, called = known_in(round_), names()
    return KnowledgeOut(
        **dict(short_knowledge(round_)),
        touchpoints=_known(found.touchpoints, called),
        tempting=_known(found.tempting, called),
    )


def _known(each: Iterable[Known], called: Mapping[str, Text]) -> list[KnownOut]:
    return [KnownOut(name=one.name, called=_text(one.name, called), share=number(one.share)) for one in each]


def _text(name: str, called: Mapping[str, Text]) -> TextOut:
    found = called.get(name)
    return both(found) if found else TextOut(de=name, en=name)
