"""What the example company knows about its customers, on cards drafted by its analyst and ruled on by its executive.

Planted truths stand in `collect.example.cards`; tests find each of them, and none in the twin.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.cards import drafting
from leitstern.app.cards.models import Card
from leitstern.app.cards.numbers import lived_at, lived_said
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.structure import staffing, trainings
from leitstern.collect.example.cards import CARDS, TRAINED, TRAININGS
from leitstern.core.bridge.cards.terms import CardDraft, Kind
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.app.common.actors import Actor
    from leitstern.collect.example.cards import SourceTold

VALID = 300  # days


def write_cards(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Cards, and who is trained for them. A company that has cards keeps them."""
    if Card.objects.exists():
        return
    analyst, executive = cast[Role.ANALYST], cast[Role.EXECUTIVE]
    for unit, skill, needed, there in TRAINED:
        staffing.enter_staffing(analyst, unit, skill, needed, there)
    for unit, skill, ago, people in TRAININGS:
        trainings.enter_training(analyst, unit, skill, until - timedelta(days=ago), people)
    valid = max(until, timezone.localdate()) + timedelta(days=VALID)
    for told in CARDS:
        if told.planted and not planted:
            continue
        card = drafting.draft_card(analyst, CardDraft(told.sentence.to(language), valid))
        for each in told.sources:
            _link(analyst, card, each, until - timedelta(days=told.ago), language)
        day = moment(until, told.ago)
        if told.confirmed is not None:
            date_back(drafting.confirm(executive, card), created=moment(until, told.confirmed))
        date_back(card, created=day, changed=day)


def _link(actor: Actor, card: Card, told: SourceTold, day: date, language: str) -> None:
    """A source as it was on a day before the end of the story."""
    said = f"\n{told.said.to(language)}" if told.said else ""
    row = drafting.link(actor, card, told.kind, told.reference + said)
    if told.kind is not Kind.LIVED or not told.shift:
        return
    now, was = lived_at(told.reference)
    if isinstance(was, Estimate):
        value, low, high = (min(1.0, each + told.shift) for each in (was.value, was.low, was.high))
        said_then = lived_said(now, Estimate(value, low, high, was.n))
        date_back(row, value=value, low=low, high=high, as_of=day, said_de=said_then.de, said_en=said_then.en)
