"""A bank's programme that began three years ago: a starting point, an expectation, two steps, three tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.programme import beginning, models, stepping, tasking
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.stepping import Opening
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.task import Side
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.programme.models import Programme, Task

AGO = 1096  # days since it began
HOLDS = Opening("Vorstand Kunden", "yes", "Noch immer.")


@pytest.fixture
def today() -> date:
    """The day it is."""
    return timezone.localdate()


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    """The example company's taxonomy."""
    adopt(COMMAND_LINE, taxonomy())


@pytest.fixture
def bare(today: date) -> Programme:
    """Begun, and nothing else."""
    return beginning.begin(COMMAND_LINE, "Nah dran", today - timedelta(days=AGO), RouteChoice())


@pytest.fixture
def programme(bare: Programme, today: date) -> Programme:
    """With its starting point and what is expected."""
    begun = bare.began
    beginning.fix_baseline(COMMAND_LINE, bare, begun + timedelta(days=20), 412, "Staff survey")
    beginning.expect(COMMAND_LINE, bare, "Board", "Customers notice within three years.", begun)
    return bare


@pytest.fixture
def first_step(programme: Programme, today: date) -> Programme:
    """Step 1 opened, proven and claimed lately."""
    day = today - timedelta(days=60)
    stepping.open_step(COMMAND_LINE, programme, Step.TOP_MANAGEMENT, HOLDS, day)
    for kind, title in (
        (EvidenceType.DOCUMENT, "Commitments"),
        (EvidenceType.EMPLOYEE_VOICE, "Pulse"),
        (EvidenceType.OBSERVATION, "Visits"),
    ):
        proof = stepping.bring_proof(
            COMMAND_LINE, programme, Step.TOP_MANAGEMENT, kind, title, today - timedelta(days=30)
        )
        models.StepProof.objects.filter(pk=proof.pk).update(brought=today - timedelta(days=30))
    stepping.claim_step(
        COMMAND_LINE, programme, Step.TOP_MANAGEMENT, 3, "Staff say so.", today - timedelta(days=25)
    )
    return programme


def draft(title: str, **change: Any) -> tasking.TaskDraft:
    """A task with something changed."""
    said: dict[str, Any] = {
        "side": Side.PEOPLE,
        "duration": ThreePoint(3, 5, 9),
        "source": "Those who do it",
        "unit": "service",
    }
    return tasking.TaskDraft(title, **(said | change))


@pytest.fixture
def keep(programme: Programme) -> Callable[..., Task]:
    """Keep a task, with something changed."""

    def kept(title: str = "Talk", row: Task | None = None, **change: Any) -> Task:
        return tasking.keep_task(COMMAND_LINE, programme, draft(title, **change), row)

    return kept


@pytest.fixture
def three(keep: Callable[..., Task]) -> list[Task]:
    """Talking carries the gate, agreeing comes after, building is technology."""
    talk = keep("Talk", carries_gate=True)
    agree = keep("Agree", needs=(talk.pk,))
    return [talk, agree, keep("Build", side=Side.TECHNOLOGY, duration=ThreePoint(4, 6, 12))]
