"""The id of somebody's number, as the import makes it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from leitstern.collect import hashes
from leitstern.collect.identify import entity_of
from leitstern.store.engine import connect

if TYPE_CHECKING:
    from leitstern.store.home import Home

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(kind=letters, number=letters)
@example("customer_no", "K-1")
@example("Kunde's", " Müller\t")
def test_a_number_has_the_id_under_which_it_was_imported(home: Home, kind: str, number: str) -> None:
    with closing(connect(home)) as con:
        hashes.set_keys(con, home.secret)
        asked = f"SELECT {hashes.customer(kind, '?::VARCHAR')}"
        assert con.execute(asked, [number.strip()]).fetchone() == (entity_of(home, kind, number),)
