"""Object-centric event logs: the same rows from all three forms, and the customer found through what belongs together."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest
from tests.collect.desk import mapping
from tests.collect.ocel_files import LOG, as_json, as_sqlite, as_xml, event

from leitstern.collect.propose import Role, propose
from leitstern.collect.readers.peek import peek

if TYPE_CHECKING:
    from tests.collect.desk import Desk
    from tests.collect.ocel_files import Told

FORMS = ("json", "xml", "sqlite")
TOLD = {
    "file": "log.ocel",
    "customer": "object:customer",
    "journey": "object:order",
    "key": ["ocel:eid"],
    "contacts": [
        {
            "touchpoint": {"column": "ocel:activity", "values": {"pack": "delivery"}},
            "at": "ocel:timestamp",
            "props": {
                "tier": "object:customer.tier",
                "how": "object:customer:qualifier",
                "total": "object:order.total",
                "note": "note",
            },
        }
    ],
}


def put(desk: Desk, form: str, log: Told = LOG) -> None:
    made = (
        as_sqlite(desk.home.path / "made.sqlite", log)
        if form == "sqlite"
        else {"json": as_json, "xml": as_xml}[form](log)
    )
    desk.put(made, "log.ocel")


@pytest.mark.parametrize("form", FORMS)
def test_all_three_forms_give_the_same_rows(desk: Desk, form: str) -> None:
    put(desk, form)
    brought = desk.bring(mapping(TOLD))
    assert sorted(brought.times()) == ["2026-02-01 10:00:00", "2026-02-03 10:00:00", "2026-02-04 10:00:00"]
    told = dict(zip(brought.times(), map(json.loads, brought.staged("props")), strict=True))
    assert told["2026-02-01 10:00:00"] == {"tier": "silver", "how": "by", "total": 12.5, "note": "a < b"}
    # What was so of the customer changed in between; no order is named, and several belong to the customer.
    assert told["2026-02-03 10:00:00"] == {"tier": "gold", "how": "caller"}
    # Nobody names the customer where an item is packed: it belongs to an order, the order to the customer.
    assert told["2026-02-04 10:00:00"] == {"tier": "gold", "total": 12.5}
    assert len(set(brought.staged("entity_id"))) == 1
    # Two customers in one event: neither is taken, and nothing is left out in silence.
    ((_, reason),) = brought.reasons
    assert reason == "customer-missing"
    assert b'"object:customer[]": "[\\"c1\\",\\"c2\\"]"' in brought.quarantine[0].original


@pytest.mark.parametrize("form", FORMS)
def test_an_attribute_called_like_the_id_does_not_replace_it(desk: Desk, form: str) -> None:
    log = copy.deepcopy(LOG)
    for number, each in enumerate(log["events"]):
        each["attributes"] = [{"name": "ocel:eid", "value": f"z{number}"}]
    put(desk, form, log)
    seen = peek(desk.folder / "log.ocel", rows=4)
    told = [dict(zip(seen.columns, row, strict=True)) for row in seen.rows]
    assert {row["ocel:eid"] for row in told} == {"e1", "e2", "e3", "e4"}
    assert {row["event:ocel:eid"] for row in told} == {"z0", "z1", "z2", "z3"}


def test_what_was_put_aside_can_be_read_again(desk: Desk) -> None:
    put(desk, "json")
    waiting = desk.bring(mapping(TOLD)).quarantine
    again = desk.again(waiting, mapping(TOLD | {"customer": "object:customer[]"}))
    assert len(again.staged("line")) == 1


def test_unnesting_gives_a_row_for_each_customer_of_an_event(desk: Desk) -> None:
    put(desk, "json")
    brought = desk.bring(
        mapping(TOLD | {"format": {"unnest": "customer"}, "key": ["ocel:eid", "object:customer"]})
    )
    assert len(brought.staged("line")) == 5
    assert brought.reasons == []
    assert len(set(brought.staged("entity_id"))) == 2


def test_what_several_own_is_no_way_to_the_customer(desk: Desk) -> None:
    log = copy.deepcopy(LOG)
    for order in log["objects"][2:4]:
        order["relationships"].append({"objectId": "p1", "qualifier": ""})
    log["objects"].append({"id": "p1", "type": "product", "attributes": [], "relationships": []})
    log["events"] = [event("e1", "call", "2026-02-01T10:00:00Z", {"p1": ""})]
    desk.put(as_json(log), "log.ocel")
    told = {key: value for key, value in TOLD.items() if key not in ("contacts", "journey")}
    rule = {"touchpoint": "call", "at": "ocel:timestamp"}
    with pytest.raises(Exception, match="no column “object:customer”"):
        desk.bring(mapping(told | {"contacts": [rule]}))


@pytest.mark.parametrize("form", FORMS)
def test_the_proposal_says_which_kind_of_object_the_customer_is(desk: Desk, form: str) -> None:
    put(desk, form)
    seen = peek(desk.folder / "log.ocel", rows=3)
    assert len(seen.rows) == 3
    proposal = propose("log.ocel", seen.columns, seen.rows, how=seen.how)
    roles = {choice.column: choice.role for choice in proposal.choices}
    assert roles["object:customer"] is Role.CUSTOMER
    assert roles["object:order"] is Role.JOURNEY
    assert roles["ocel:activity"] is Role.TOUCHPOINT
    assert roles["ocel:timestamp"] is Role.TIME
    assert roles["ocel:eid"] is Role.ROW
    assert roles["object:item[]"] is Role.IGNORE
    assert proposal.to_mapping().sources[0].format.type == "ocel"
