"""Asked twice under one key, done once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from tests.app.api.test_access import is_problem
from tests.people import make

from leitstern.app.accounts.actions import create_key, revoke_key
from leitstern.app.accounts.models import Answered
from leitstern.app.accounts.roles import Role
from leitstern.app.api.once import GIVEN_UP, KEPT, drop_old, forget
from leitstern.app.surveys.models import GuessRound

if TYPE_CHECKING:
    from datetime import timedelta

    from leitstern.app.accounts.models import Person

ROUND = {"touchpoint": "payoff", "facet": "satisfied"}
pytestmark = pytest.mark.usefixtures("small_company")


def ask(person: Person | None, key: str, body: dict[str, str] = ROUND, token: str = "") -> Any:
    token = token or (create_key(person, "probe")[1] if person else "lst_nobody")
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
    return Client(headers=headers).post("/api/v1/surveys/guesses", body, content_type="application/json")


def older(by: timedelta) -> None:
    for known in Answered.objects.all():
        known.created -= by
        known.save()


def test_the_same_again_is_answered_and_not_done_again() -> None:
    lead = make(Role.LEAD)
    first, again = ask(lead, "a"), ask(lead, "a")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert again["Content-Type"] == first["Content-Type"]
    assert GuessRound.objects.count() == 1


def test_another_key_and_another_person_are_others() -> None:
    lead = make(Role.LEAD)
    ask(lead, "a")
    assert ask(make(Role.ADMIN), "a").json() != ask(lead, "b").json()
    assert GuessRound.objects.count() == 3


def test_something_else_under_the_key_is_refused() -> None:
    lead = make(Role.LEAD)
    ask(lead, "a")
    other = ask(lead, "a", ROUND | {"facet": "in_time"})
    assert is_problem(other, 409, "conflict")
    assert GuessRound.objects.count() == 1


def test_what_was_refused_may_be_tried_again() -> None:
    lead = make(Role.LEAD)
    assert ask(lead, "a", ROUND | {"touchpoint": "nowhere"}).status_code in {404, 422}
    assert ask(lead, "a").status_code == 201


def test_while_it_is_being_done_nobody_does_it_too() -> None:
    lead = make(Role.LEAD)
    ask(lead, "a")
    Answered.objects.update(status=None, content="")
    assert is_problem(ask(lead, "a"), 409, "conflict")
    older(GIVEN_UP)
    assert ask(lead, "a").status_code == 201
    assert GuessRound.objects.count() == 2


def test_a_key_that_ended_opens_no_earlier_answer() -> None:
    lead = make(Role.LEAD)
    kept, token = create_key(lead, "probe")
    assert ask(lead, "a", token=token).status_code == 201
    revoke_key(lead, kept.pk)
    assert is_problem(ask(lead, "a", token=token), 401, "unauthenticated")
    assert is_problem(ask(None, "a"), 401, "unauthenticated")


def test_answers_are_kept_for_a_day() -> None:
    lead = make(Role.LEAD)
    ask(lead, "a")
    assert not drop_old()
    older(KEPT)
    assert drop_old()
    assert ask(lead, "a").status_code == 201
    assert GuessRound.objects.count() == 2


def test_once_a_customer_is_erased_nothing_that_was_told_stays_and_nothing_is_done_twice() -> None:
    lead = make(Role.LEAD)
    ask(lead, "a")
    forget(1)
    assert not Answered.objects.get().content
    assert is_problem(ask(lead, "a"), 409, "conflict")
    assert GuessRound.objects.count() == 1


def test_a_key_that_is_too_long_is_refused() -> None:
    assert is_problem(ask(make(Role.LEAD), "a" * 201), 422, "invalid-input")
