"""An alarm sounds at the steps of the programme it concerns, and is answered there once it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.common.drawing import words
from leitstern.app.programme.queries import gate_at, programme
from leitstern.app.programme.stepping import answer_alarm, sound_alarm
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.inside.steps import Step
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leitstern.app.common.actors import Actor
    from leitstern.app.programme.models import Programme
    from leitstern.app.watch.models import Alarm

STEPS = {
    StreamKind.ATTENTION: Step.TOP_MANAGEMENT,
    StreamKind.COMPLIANCE: Step.PROCESSES,
    StreamKind.HANDOFFS: Step.STRUCTURE,
    StreamKind.REWARDS: Step.STRUCTURE,
    StreamKind.CO_DESIGN: Step.CHANGE,
    StreamKind.READING: Step.CHANGE,
    StreamKind.STOP_LIST: Step.IMPROVEMENT,
}
SLIPS = Text(
    en="“{name}” is slipping: {value} instead of {reached}.",
    de="„{name}“ rutscht ab: {value} statt {reached}.",
)


def sound_at_steps(actor: Actor, alarm: Alarm) -> None:
    """Where a programme runs and had begun by then, its steps fall back by what the alarm rests on."""
    row = programme()
    if row is None or row.ended or alarm.day < row.began:
        return
    for line in alarm.rests_on:
        said = SLIPS.fill(**{name: Text(**line[name]) for name in ("name", "value", "reached")})
        address = reverse("watch:alarm", args=[alarm.pk])
        sound_alarm(actor, row, STEPS[StreamKind(line["kind"])], words(said), alarm.day, address)


def answer_at_steps(actor: Actor, alarm: Alarm, answer: str, day: date) -> None:
    """What is done about it stands at those steps, too."""
    row = programme()
    if row is None or row.ended:
        return
    for step in _concerned(row, alarm, day):
        answer_alarm(actor, row, step, answer, day)


def _concerned(row: Programme, alarm: Alarm, day: date) -> Iterator[Step]:
    for step in sorted({STEPS[StreamKind(line["kind"])] for line in alarm.rests_on}):
        if gate_at(row, step, day).alarms:
            yield step
