"""Leaders' picture against what evidence and customers show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.inside.known_organisations import customers, flat

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.placement import place
from leitstern.core.inside.ratings import Ratings, View

if TYPE_CHECKING:
    from leitstern.core.inside.illusion import Illusion


def illusion(*views: Ratings) -> Illusion:
    return place(views, Assumptions(), np.random.default_rng(1)).illusion


def test_customers_alone_can_unmask_a_self_image() -> None:
    found = illusion(flat(View.EXECUTIVES, 3.5, 1, people=6), customers(0.8))
    assert found.state == "illusion"
    assert (found.believed, found.shown) == (OrgType.TECH_DISTANT, OrgType.CAMPER)
    assert found.sentence.en.endswith("your customers show a Camper.")


def test_evidence_alone_is_singular_in_english_and_plural_in_german() -> None:
    found = illusion(flat(View.EXECUTIVES, 3.5, 3, people=6), flat(View.EVIDENCE, 1, 3))
    assert found.sentence.en.endswith("your evidence shows a Digital Lemming.")
    assert found.sentence.de.endswith("Ihre Belege zeigen einen Digitalen Lemming.")


def test_managers_speak_where_executives_are_silent() -> None:
    assert illusion(flat(View.MANAGERS, 3.5, 3, people=6), customers(0.8)).state == "illusion"


def test_leaders_who_know_how_it_is_have_no_illusion() -> None:
    assert illusion(flat(View.EXECUTIVES, 1.2, 3, people=6), customers(1.0)).state == "none"


def test_higher_but_not_by_enough_is_no_accusation() -> None:
    found = illusion(flat(View.EXECUTIVES, 2.1, 3, people=5), customers(1.9))
    assert found.state == "cannot tell"
    assert found.probability is not None
    assert 0.5 < found.probability < 0.9


def test_far_apart_on_one_side_of_the_border_is_said_without_an_accusation() -> None:
    """Both high: no illusion about the type, yet nobody may read that they agree."""
    found = illusion(flat(View.EXECUTIVES, 3.9, 3, people=30), customers(2.2))
    assert found.state == "none"
    assert (
        found.sentence.de
        == "Die Führenden sehen die Kultur höher, als Ihre Kundschaft sie zeigt; am Typ ändert das nichts."
    )


def test_leaders_may_see_less_than_there_is() -> None:
    found = illusion(flat(View.EXECUTIVES, 1.0, 3, people=30), customers(3.4))
    assert found.state == "none"
    assert found.sentence.en == "Leaders see the culture lower than your customers show it."


@pytest.mark.parametrize("views", [(flat(View.STAFF, 3, 3, people=9), customers(1)), (customers(1),)])
def test_without_leaders_nothing_can_be_compared(views: tuple[Ratings, ...]) -> None:
    assert illusion(*views).state == "cannot tell"


def test_staff_do_not_unmask_leaders() -> None:
    found = illusion(flat(View.EXECUTIVES, 3.5, 3, people=6), flat(View.STAFF, 0.5, 3, people=90))
    assert found.state == "self-image only"
    assert found.proofs


def test_only_those_are_called_as_witnesses_who_show_it() -> None:
    found = illusion(flat(View.EXECUTIVES, 3.5, 3, people=6), flat(View.EVIDENCE, 0.6, 3), customers(2.2))
    assert found.state == "illusion"
    assert found.sentence.de.startswith(
        "Sie halten sich für einen Customer Experience Star; Ihre Belege zeigen"
    )
