"""The example company is founded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.small_company import CUSTOMERS, UNTIL

from leitstern.app.inside.models import BeliefCollection
from leitstern.app.intake.models import Import
from leitstern.app.project.example import found_company

if TYPE_CHECKING:
    from leitstern.store.home import Home


def test_it_is_founded_once(small_company: Home) -> None:
    said: list[str] = []
    found_company(small_company, customers=CUSTOMERS, until=UNTIL, say=said.append)
    assert said == []
    assert Import.objects.count() == BeliefCollection.objects.count() == 1


def test_beliefs_that_did_not_come_in_come_with_the_next_start(small_company: Home) -> None:
    BeliefCollection.objects.all().delete()
    found_company(small_company, customers=CUSTOMERS, until=UNTIL, say=lambda _line: None)
    assert Import.objects.count() == BeliefCollection.objects.count() == 1


def test_its_files_do_not_stay(small_company: Home) -> None:
    assert not list(small_company.uploads.iterdir())
    assert not list(small_company.staging.glob("tmp*"))
