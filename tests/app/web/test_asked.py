"""Pages of the inside ask the database a fixed number of questions, however much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.portfolio.models import Initiative

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home

MOST = 25
PAGES = [
    *("/portfolio", "/portfolio/initiatives", "/portfolio/initiatives/{initiative}", "/portfolio/promises"),
    *("/portfolio/responsible", "/leadership", "/leadership/acts", "/leadership/where"),
    *("/leadership/decisions", "/incentives", "/incentives/conflicts", "/incentives/files"),
    *("/placement", "/policy", "/policy/rules/3"),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_few_questions(company_inside: Home, client: Client, page: str) -> None:
    """Counted warm: what is found once is kept."""
    client.force_login(Person.objects.get(role=Role.LEAD))
    address = page.format(initiative=Initiative.objects.earliest("id").pk)
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= MOST, [query["sql"][:150] for query in asked.captured_queries]
