"""A room with phones and cards, and somebody who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions, closing
from leitstern.app.workshop.models import Seat, Workshop
from leitstern.app.workshop.queries import questions
from leitstern.app.workshop.storing import session_of
from leitstern.core.inside.session import Step

if TYPE_CHECKING:
    from collections.abc import Sequence


class Room:
    """A workshop, played by actions; `phone` are real browsers."""

    def __init__(self, name: str = "Spring retreat") -> None:
        self.workshop = actions.open_workshop(COMMAND_LINE, name)

    @property
    def fresh(self) -> Workshop:
        return Workshop.objects.get(pk=self.workshop.pk)

    @property
    def turn(self) -> int:
        return session_of(self.fresh).turn

    @property
    def dimension(self) -> str:
        return questions(self.fresh)[session_of(self.fresh).position].slug

    def sit(self, *groups: Group) -> list[Seat]:
        return [actions.come_in(self.workshop, group) for group in groups]

    def step(self, *steps: Step) -> None:
        for step in steps:
            actions.take_step(COMMAND_LINE, self.workshop, step, self.turn)

    def vote(self, seats: Sequence[Seat], *levels: int | None) -> None:
        for seat, level in zip(seats, levels, strict=True):
            actions.vote(seat, self.dimension, session_of(self.fresh).vote or 0, level)

    def play(self, seats: Sequence[Seat], *levels: int | None) -> None:
        """All questions, the same levels each time, up to the result."""
        self.step(Step.BEGIN)
        for _ in questions(self.workshop):
            self.vote(seats, *levels)
            self.step(Step.SHOW, Step.NEXT)

    def close(self) -> Workshop:
        return closing.close(COMMAND_LINE, self.workshop)

    @property
    def address(self) -> str:
        return reverse("workshop:phone", args=[self.workshop.token])

    def phone(self, group: Group = Group.STAFF) -> Client:
        """A phone that came in."""
        phone = Client()
        answer = phone.post(self.address, {"group": group, "agreed": "on"})
        assert answer.status_code == 302
        return phone


@pytest.fixture
def room(db: None) -> Room:
    """A room that was just opened."""
    return Room()
