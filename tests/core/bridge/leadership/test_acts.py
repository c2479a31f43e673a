"""Acts per board area and quarter, and what is gently pointed out."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.leadership.acts import NOT_DONE, NOTHING_FOLLOWS, Act, loose_end, places, presence
from leitstern.core.bridge.leadership.terms import ActKind

TODAY = date(2026, 7, 1)
Q2 = date(2026, 4, 1)


def act(kind: ActKind, day: date, area: str = "customers", **more: object) -> Act:
    return Act(1, day, kind, area, **more)  # type: ignore[arg-type]


def test_every_area_has_its_line_in_the_order_of_the_company_also_without_acts() -> None:
    acts = [
        act(ActKind.VISIT, date(2026, 4, 3), "technology"),
        act(ActKind.DIALOGUE, date(2026, 6, 3), "technology"),
        act(ActKind.VISIT, date(2026, 5, 3), "closed_area"),
    ]
    found = presence(acts, ["customers", "technology"], {"technology": 1, "customers": 2})
    assert [each.area for each in found] == ["customers", "technology", "closed_area"]
    customers, technology, closed = found
    assert (customers.total(Q2), technology.total(Q2), technology.visits(Q2)) == (0, 2, 1)
    assert (customers.visits_kept(Q2), technology.visits_kept(Q2), closed.visits_kept(Q2)) == (
        False,
        True,
        None,
    )


def test_a_visit_from_which_nothing_follows_is_pointed_out_after_two_weeks() -> None:
    assert loose_end(act(ActKind.VISIT, date(2026, 6, 10)), TODAY) is NOTHING_FOLLOWS
    assert loose_end(act(ActKind.VISIT, date(2026, 6, 20)), TODAY) is None
    assert loose_end(act(ActKind.COACHING, date(2026, 1, 10)), TODAY) is None


def test_what_was_to_follow_and_does_not_is_pointed_out_after_three_months() -> None:
    early = act(ActKind.HURDLE, date(2026, 3, 1), follow_up="ask IT")
    assert loose_end(early, TODAY) is NOT_DONE
    assert loose_end(act(ActKind.HURDLE, date(2026, 5, 1), follow_up="ask IT"), TODAY) is None
    done = act(ActKind.HURDLE, date(2026, 3, 1), follow_up="ask IT", done=date(2026, 4, 1))
    assert loose_end(done, TODAY) is None


def test_where_leaders_were() -> None:
    acts = [
        act(ActKind.VISIT, date(2026, 5, 1), place="claims_intake"),
        act(ActKind.DIALOGUE, date(2026, 5, 2), place="claims_intake"),
        act(ActKind.VISIT, date(2026, 5, 2), place="Austria"),
        act(ActKind.VISIT, date(2024, 5, 2), place="Italy"),
        act(ActKind.DIALOGUE, date(2026, 5, 2)),
    ]
    found = places(acts, date(2026, 1, 1))
    assert list(found) == ["claims_intake", "Austria"]
    assert found["claims_intake"][ActKind.VISIT] == 1
