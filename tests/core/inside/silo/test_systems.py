"""Data and technology: one source that reaches all who hold the data, and systems that keep to their department."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.inside.silo.facet import Verdict
from leitstern.core.inside.silo.systems import NO_OBJECTS, data, modularity
from leitstern.core.inside.stack.inventory import Application, DataObject, Integration, Inventory
from leitstern.core.inside.stack.terms import Way
from leitstern.core.stats.estimate import Estimate

APPLICATIONS = tuple(
    Application(f"{unit}{at}", f"{unit} {at}", units=(unit,))
    for unit in ("service", "marketing")
    for at in range(3)
)


def joined(*pairs: tuple[str, str], way: Way = Way.LIVE) -> tuple[Integration, ...]:
    return tuple(Integration(one, other, way, ("address",)) for one, other in pairs)


def test_a_source_that_reaches_everybody_is_no_silo() -> None:
    address = DataObject("address", "Address", "service0", ("service0", "service1", "marketing0"))
    chain = joined(("service0", "service1"), ("service1", "marketing0"))
    whole = data(Inventory(APPLICATIONS, data=(address,), integrations=chain), 0.8)
    assert whole.verdict(0.15) is Verdict.NONE
    broken = data(Inventory(APPLICATIONS, data=(address,), integrations=chain[:1]), 0.8)
    assert isinstance(broken.raw, Estimate)
    assert (broken.raw.value, broken.raw.n) == (1.0, 1)
    assert broken.verdict(0.15) is Verdict.SILO
    assert data(Inventory(), 0.8).raw is NO_OBJECTS


def test_modularity_lies_above_chance_where_systems_keep_to_their_department() -> None:
    inside = joined(
        *(
            (f"{unit}{a}", f"{unit}{b}")
            for unit in ("service", "marketing")
            for a, b in ((0, 1), (1, 2), (0, 2))
        )
    )
    closed = modularity(Inventory(APPLICATIONS, integrations=inside), np.random.default_rng(1))
    assert closed
    assert closed.value == pytest.approx(0.5)  # two separate halves (Newman)
    assert closed.value > closed.null + 0.3
    assert (closed.applications, closed.integrations) == (6, 6)
    across = joined(*((f"service{at}", f"marketing{at}") for at in range(3)))
    mixed = modularity(Inventory(APPLICATIONS, integrations=across), np.random.default_rng(1))
    assert mixed
    assert mixed.value == pytest.approx(-0.5)
    by_hand = joined(("service0", "service1"), way=Way.BY_HAND)
    assert modularity(Inventory(APPLICATIONS, integrations=by_hand), np.random.default_rng(1)) is None
