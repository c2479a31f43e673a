"""A room says which digital touchpoints it knows: nobody in the answers, nothing before five or before the reveal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.claims.queries import own_figures
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.surveys import knowing
from leitstern.app.surveys.known import NO_ROOM, YEAR, known_beyond_guessing, known_in
from leitstern.app.surveys.models import KnowledgeAnswer, KnowledgeRound
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.gap.invented import INVENTED
from leitstern.core.gap.knowledge import NOTHING
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home


@pytest.fixture
def asked(small_company: Home) -> KnowledgeRound:
    """A test that was just opened."""
    return knowing.open_test(COMMAND_LINE)


def tick(asked: KnowledgeRound, people: int) -> None:
    """Each from a phone of its own; all know what is real, and take one thing too many."""
    for seed in range(people):
        shown = knowing.names_of(asked, seed)
        wrong = next(name for name in shown if name in asked.invented)
        ticked = [*(name for name in shown if name in asked.real), wrong]
        address = reverse("surveys:known-phone", args=[asked.token])
        assert Client().post(address, {"seed": seed, "ticked": ticked}).status_code == 302


def test_an_answer_is_names_and_nothing_else(asked: KnowledgeRound) -> None:
    """No person, device, time or seed: neither in its row nor in the log."""
    entries = AuditEntry.objects.count()
    tick(asked, 3)
    assert {field.name for field in KnowledgeAnswer._meta.get_fields()} == {"id", "round", "shown", "ticked"}
    assert all(each.shown == sorted(each.shown) for each in asked.answers.all())
    assert AuditEntry.objects.count() == entries


def test_a_phone_answers_once_and_only_what_it_showed(asked: KnowledgeRound) -> None:
    address = reverse("surveys:known-phone", args=[asked.token])
    phone = Client()
    other = next(name for name in asked.real if name not in knowing.names_of(asked, 1))
    assert phone.post(address, {"seed": 1, "ticked": [other]}).status_code == 200
    with pytest.raises(InvalidInput):
        knowing.answer(asked, 1, [other])
    assert not asked.answers.exists()
    for _ in range(2):
        phone.post(address, {"seed": 1})
    assert asked.answers.count() == 1
    assert "Thank you." in phone.get(address).content.decode()


def test_nothing_comes_out_before_the_reveal_nor_of_four(
    asked: KnowledgeRound, as_role: Callable[[Role], Client]
) -> None:
    browser = as_role(Role.LEAD)
    tick(asked, 4)
    assert known_in(asked) == NOTHING
    early = browser.post(reverse("surveys:known-reveal", args=[asked.pk]), follow=True)
    assert "Close it all the same" in early.content.decode()
    browser.post(reverse("surveys:known-reveal", args=[asked.pk]), {"anyway": "1"})
    asked.refresh_from_db()
    assert known_in(asked) == NOTHING
    shown = browser.get(f"/api/v1/surveys/knowledge/{asked.pk}").json()
    assert (shown["n"], shown["touchpoints"], shown["index"]["missing"]) == (4, [], "too-few")
    with pytest.raises(Conflict):
        knowing.answer(asked, 9, [])


def test_five_people_are_shown_and_stand_beside_the_published_figure(
    asked: KnowledgeRound, as_role: Callable[[Role], Client]
) -> None:
    assert own_figures()["touchpoints-understood"] == NO_ROOM
    tick(asked, 5)
    assert known_in(asked) == NOTHING
    browser = as_role(Role.LEAD)
    revealed = browser.post(f"/api/v1/surveys/knowledge/{asked.pk}/reveal").json()
    assert revealed["recognised"]["value"] == 1
    assert revealed["index"]["value"] == pytest.approx(1 - 1 / 8)
    page = browser.get(reverse("surveys:known-room", args=[asked.pk])).content.decode()
    assert "only a quarter" in page
    own = own_figures()["touchpoints-understood"]
    assert isinstance(own, Estimate)
    assert own.n == 5
    assert own.value == pytest.approx(1 - 1 / 8)
    KnowledgeRound.objects.update(created=timezone.now() - YEAR * 2)
    assert known_beyond_guessing() == NO_ROOM


def test_what_we_do_have_is_struck_out_before(small_company: Home, as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    answer = browser.post(reverse("surveys:known"), {"exist": ["wish-list", "key-app"]})
    opened = KnowledgeRound.objects.get()
    assert answer.headers["Location"] == reverse("surveys:known-room", args=[opened.pk])
    assert set(INVENTED) - set(opened.invented) == {"wish-list", "key-app"}
    nothing_left = browser.post(reverse("surveys:known"), {"exist": list(INVENTED)})
    assert nothing_left.status_code == 422
