"""Whom windows reach: counts from five on, and nothing of who opened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.common.posting import LetterState
from leitstern.app.outside.reading import require_published
from leitstern.app.window.letters import monday
from leitstern.app.window.models import Looked, WeekLetter
from leitstern.app.window.reaching import reaches
from leitstern.app.window.subscribing import subscribe
from leitstern.core.gap.window_reach import Reach, sentence, shown
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

TODAY = date(2026, 7, 20)


def of(unit: str) -> Reach:
    return next(each for each in reaches(require_published()) if each.unit == unit)


@pytest.mark.parametrize(("n", "said"), [(0, None), (4, None), (5, 5)])
def test_below_five_nothing_is_told_nor_that_it_was_none(n: int, said: int | None) -> None:
    assert shown(n) == said


def test_a_word_is_fresh_for_thirty_days() -> None:
    months = ((date(2026, 7, 1), None), (date(2026, 6, 1), 7))
    fresh, old = (
        Reach("a", Text("A", "A"), False, None, None, None, TODAY - timedelta(days=days), TODAY, months)
        for days in (30, 31)
    )
    assert (fresh.fresh, old.fresh, old.age) == (True, False, 31)
    assert sentence([fresh, old]).en.startswith("In 2 of 2 departments people looked")
    assert sentence([fresh, old]).en.endswith("there in 1.")


def test_openings_are_counted_from_five_on_and_nobody_is_kept(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    entries = AuditEntry.objects.count()
    address = reverse("window:unit", args=["lending"])
    for _ in range(4):
        browser.get(address)
    assert of("lending").months[0][1] is None
    browser.get(address, headers={"Sec-Purpose": "prefetch"})
    browser.get(address, {"format": "csv"})
    assert of("lending").months[0][1] is None
    browser.get(address)
    assert of("lending").months[0] == (timezone.localdate().replace(day=1), 5)
    assert {field.name for field in Looked._meta.get_fields()} == {"id", "unit", "month", "times"}
    assert AuditEntry.objects.count() == entries
    assert browser.get(reverse("window:unit", args=["nowhere"])).status_code == 404
    assert Looked.objects.count() == 1


def test_who_gets_the_letter_is_counted_from_five_on(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    people = [
        Person.objects.create(email=f"p{n}@example.org", name=f"P {n}", role=Role.SERVICE) for n in range(5)
    ]
    for person in people[:4]:
        subscribe(COMMAND_LINE, "lending", person)
    assert of("lending").letter is None
    subscribe(COMMAND_LINE, "lending", people[4])
    week = monday(timezone.localdate())
    WeekLetter.objects.bulk_create(
        WeekLetter(unit="lending", person=person, week=week, state=LetterState.SENT) for person in people
    )
    found = of("lending")
    assert (found.letter, found.sent) == (5, 5)
    assert found.back_office
    assert found.newest is not None
    (read,) = [
        each for each in browser.get("/api/v1/window/departments/reach").json() if each["unit"] == "lending"
    ]
    assert (read["letter"], read["newest"], read["months"][0]["opened"]) == (
        5,
        found.newest.isoformat(),
        None,
    )
    assert "< 5" in browser.get(reverse("window:reach")).content.decode().replace("&lt;", "<")
