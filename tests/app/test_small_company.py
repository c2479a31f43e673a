"""The company all tests of the application share is whole, and each test has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.app.inside.models import Belief
from leitstern.app.intake.models import Import, ImportState

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home


@pytest.mark.parametrize("time", ["first", "second"])
def test_every_test_finds_it_whole(published: Published, time: str) -> None:
    from leitstern.app.gap.queries import gap_report

    assert Import.objects.get().state == ImportState.DONE, time
    assert gap_report(published).touchpoints
    Import.objects.all().delete()
    Belief.objects.all().delete()


def test_its_home_is_a_copy(small_company: Home, tmp_path: object) -> None:
    assert small_company.path.parent == tmp_path
    assert any(small_company.lake.glob("contacts/*.parquet"))


def test_its_pages_open(small_company: Home, as_role: Callable[[Role], Client]) -> None:
    assert as_role(Role.LEAD).get("/").status_code == 200
