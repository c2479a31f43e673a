"""The change in own words as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.days import day_of
from leitstern.app.common.schemas import Number, number
from leitstern.app.watch import own_words
from leitstern.app.watch.models import Meaning, Wording


class ChangeMeaningOut(Schema):
    text: str
    day: date


class WordingOut(Schema):
    wording: int
    unit: str
    day: date
    text: str
    asked: bool  # you have still to judge it; until then nobody tells you what others found
    readers: int | None
    same: int | None
    withdrawn: bool


class OwnWordsOut(Schema):
    meaning: ChangeMeaningOut | None
    agreement: Number
    wordings: list[WordingOut]


def own_words_document(reader: str) -> OwnWordsOut:
    """What the change means, and everything departments said, newest first."""
    said, means = own_words.wordings(), own_words.meaning()
    return OwnWordsOut(
        meaning=meaning_document(means) if means else None,
        agreement=number(own_words.agreement([each for each in said if not each.withdrawn])),
        wordings=[wording_document(each, reader) for each in said],
    )


def meaning_document(found: Meaning) -> ChangeMeaningOut:
    """The words all own words are held against."""
    return ChangeMeaningOut(text=found.text, day=day_of(found.created))


def wording_document(found: Wording, reader: str) -> WordingOut:
    """What one department said, and as much of the verdict as this reader may know."""
    asked, verdict = own_words.asked(reader, found, own_words.meaning()), own_words.verdict(found)
    return WordingOut(
        wording=found.pk,
        unit=found.unit,
        day=found.day,
        text=found.text,
        asked=asked,
        readers=None if asked else verdict.readers,
        same=None if asked else verdict.same,
        withdrawn=found.withdrawn is not None,
    )
