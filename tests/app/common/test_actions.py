"""An action is permitted, whole and written down, or nothing of it happened."""

from __future__ import annotations

import pytest
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actions import action, require
from leitstern.app.common.actors import COMMAND_LINE, WORKER, Actor, Capability, InternalActor
from leitstern.app.common.models import AuditEntry, Job
from leitstern.core.errors import Conflict, NotAllowed
from leitstern.core.texts import Text

pytestmark = pytest.mark.django_db


@action("test work", Capability.DECIDE)
def queue(actor: Actor, kind: str) -> Job:
    """Queue a job."""
    job = Job.objects.create(kind=kind, actor=actor.actor_id)
    if kind == "bad":
        raise Conflict(Text(en="bad", de="schlecht"))
    return job


def test_it_is_written_down_with_its_subject() -> None:
    viktor = make(Role.EXECUTIVE)
    job = queue(viktor, "good")
    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.verb, entry.subject) == (viktor.actor_id, "test work", f"common.job:{job.pk}")


def test_what_fails_leaves_nothing() -> None:
    with pytest.raises(Conflict):
        queue(COMMAND_LINE, "bad")
    assert not Job.objects.exists()
    assert not AuditEntry.objects.exists()


def test_who_may_not_changes_nothing() -> None:
    with pytest.raises(NotAllowed):
        queue(make(Role.AUDITOR), "good")
    assert not Job.objects.exists()


def test_it_keeps_its_name_and_contract() -> None:
    assert queue.__name__ == "queue"
    assert queue.__doc__ == "Queue a job."


def test_the_command_line_and_the_worker_may_everything() -> None:
    for capability in Capability:
        require(COMMAND_LINE, capability)
        require(WORKER, capability)
    with pytest.raises(NotAllowed):
        require(InternalActor("nobody", frozenset()), Capability.SEE_GAP)


def test_an_unknown_role_may_nothing() -> None:
    assert Person(role="king").capabilities == frozenset()
