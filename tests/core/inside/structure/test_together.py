"""Working together: pieces of work that several units share, counted before and after a change."""

from __future__ import annotations

from leitstern.core.inside.structure.duties import Letter, Phase, Place, Work
from leitstern.core.inside.structure.register import Register, Role, Unit
from leitstern.core.inside.structure.together import together
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

A, R, C, I = Letter  # noqa: E741 - as the letters are called
KNOWN = Register(
    tuple(
        Unit(slug, Text(slug, slug), size=size) for slug, size in (("service", 50), ("it", 20), ("law", 3))
    ),
    (
        Role(1, "Agent", "service", 40),
        Role(2, "Admin", "it", 20),
        Role(3, "Counsel", "law", 3),
        Role(4, "Gone", "it", 9, retired=True),
    ),
)


def work(key: int, now: set[tuple[int, Letter]], then: set[tuple[int, Letter]] | None = None) -> Work:
    duties = {Phase.BEFORE: frozenset(now), Phase.AFTER: frozenset(then or ())}
    return Work(key, Place.PROCESS, "", Text(str(key), str(key)), True, (), duties)


WORKS = [
    work(1, {(1, A), (1, R)}, {(1, A), (2, R)}),  # will be shared
    work(2, {(1, A), (2, C)}),  # is shared and stays so
    work(3, {(1, A), (2, I)}),  # being told is no part
    work(4, {(1, A), (4, R)}),  # nobody holds that role
    work(5, set()),  # nothing entered
    work(6, {(2, A), (3, R)}),  # with a unit of few
]


def value(found: Measured) -> tuple[float, int]:
    assert isinstance(found, Estimate)
    assert found.low == found.value == found.high  # counted, no sample
    return found.value, found.n


def test_shared_work_is_counted_before_and_after() -> None:
    found = together(WORKS, KNOWN)
    assert (value(found.all.before), value(found.all.after)) == ((2 / 5, 5), (3 / 5, 5))
    service, it = found.of("service"), found.of("it")
    assert service
    assert it
    assert (value(service.before), value(service.after)) == ((1 / 4, 4), (2 / 4, 4))
    assert (value(it.before), value(it.after)) == ((1.0, 2), (1.0, 3))
    assert [each.unit for each in found.units] == ["service", "it"]  # who works most alone first


def test_a_unit_of_few_is_counted_and_not_shown() -> None:
    found = together(WORKS, KNOWN)
    assert found.of("law") is None
    assert found.hidden == 1


def test_without_duties_there_is_nothing_to_count() -> None:
    found = together([work(5, set())], KNOWN)
    assert isinstance(found.all.before, Missing)
    assert (found.units, found.hidden) == ((), 0)
