"""What rows mean: joins, weights, conditions, terms, answers, and what becomes of identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.collect.desk import CALL, Desk, mapping, taxonomy

from leitstern.core.errors import InvalidInput
from leitstern.core.tables.lake import FACTS
from leitstern.store import engine

if TYPE_CHECKING:
    from pathlib import Path

ORDERS = {"name": "orders", "file": "orders.csv", "contacts": [{"touchpoint": "order", "at": "at"}]}
ANSWER: dict[str, Any] = {
    "touchpoint": "call",
    "kind": "rating",
    "scale": [1, 5],
    "good_from": 4,
    "value": "score",
    "at": "at",
}


def staged_bytes(desk: Desk, con: Any) -> bytes:
    """Everything that is staged, as the bytes of Parquet files without compression."""
    for table in FACTS:
        path = desk.folder.parent / f"{table}.parquet"
        engine.rows(con, f"COPY staged_{table} TO '{path}' (FORMAT parquet, COMPRESSION uncompressed)")
    return b"".join((desk.folder.parent / f"{table}.parquet").read_bytes() for table in FACTS)


# joins


def test_a_join_counts_sums_and_compares(desk: Desk) -> None:
    desk.put("who;order;at\nAnna;1;01.02.2026\nBen;2;01.02.2026\n", "orders.csv")
    desk.put(
        "order;item;price;sent\n1;a;1,50;09.01.2026\n1;a;2,25;10.01.2025\n1;b;10;11.02.2024\n;c;9;\n",
        "items.csv",
    )
    take = {
        "n": {"count": "item"},
        "kinds": {"count_distinct": "item"},
        "total": {"sum": "price"},
        "cheapest": {"min": "price"},
        "dearest": {"max": "price"},
        "first": {"min": "sent"},
        "last": {"max": "sent"},
        "item": "item",
    }
    join = [{"file": "items.csv", "on": "order", "take": take}]
    props = [{"touchpoint": "order", "at": "at", "props": list(take)}]
    brought = desk.bring(mapping(ORDERS | {"join": join, "contacts": props, "format": {"decimal": ","}}))
    assert brought.staged("props") == [
        '{"n":3,"kinds":2,"total":13.75,"cheapest":1.5,"dearest":10,'
        '"first":"11.02.2024","last":"09.01.2026","item":"a"}',
        '{"n":0,"kinds":0}',
    ]


def test_joins_follow_each_other_and_never_multiply_rows(desk: Desk) -> None:
    desk.put("order,at\n1,2026-02-01\n2,2026-02-02\n", "orders.csv")
    desk.put("number,account\n1,x\n1,y\n2,z\n", "accounts.csv")
    desk.put("account,who\nx,Anna\nz,Ben\n", "people.csv")
    join = [
        {"file": "accounts.csv", "on": {"order": "number"}, "take": ["account"]},
        {"file": "people.csv", "on": "account", "take": ["who"]},
    ]
    brought = desk.bring(mapping(ORDERS | {"join": join}))
    assert brought.staged("line") == [2, 3]
    assert len(set(brought.staged("entity_id"))) == 2


def test_a_joined_file_with_a_broken_row_is_refused_because_sums_would_lie(desk: Desk) -> None:
    desk.put("who,order,at\nAnna,1,2026-02-01\n", "orders.csv")
    desk.put("order,price\n1,2\n1\n", "items.csv")
    join = [{"file": "items.csv", "on": "order", "take": {"total": {"sum": "price"}}}]
    with pytest.raises(InvalidInput, match=r"items\.csv, line 3: The row has 1 values"):
        desk.bring(mapping(ORDERS | {"join": join}))


# weights, conditions


def test_the_first_weight_that_fits_counts(desk: Desk) -> None:
    desk.put("who,at,status\nAnna,2026-02-01,delivered\nBen,2026-02-01,lost\nCem,2026-02-01,\n")
    weights = [
        {"when": [{"column": "status", "is": "delivered"}], "value": "96478/5172"},
        {"when": [{"column": "status", "present": True}], "value": 2},
        {"value": 0.5},
    ]
    assert desk.bring(mapping({"weight": weights})).staged("weight") == [96478 / 5172, 2.0, 0.5]


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ({"in": ["open", "late"]}, [2, 3]),
        ({"is": "open"}, [2]),
        ({"not_in": ["open"]}, [3, 4]),
        ({"present": True}, [2, 3]),
        ({"present": False}, [4]),
    ],
)
@pytest.mark.parametrize("where", [True, False])
def test_conditions_choose_rows(
    desk: Desk, condition: dict[str, Any], lines: list[int], *, where: bool
) -> None:
    desk.put("who,at,status\nAnna,2026-02-01,open\nBen,2026-02-01,late\nCem,2026-02-01,\n")
    chosen = [{"column": "status"} | condition]
    told = {"where": chosen} if where else {"contacts": [CALL | {"when": chosen}]}
    brought = desk.bring(mapping(told))
    assert brought.staged("line") == lines
    assert brought.source.not_selected == 3 - len(lines)


# terms


def test_terms_are_found_by_value_slug_name_and_synonym_and_the_rest_is_listed(desk: Desk) -> None:
    rows = ["Ring", "call", "ANRUF", "call in", " Order ", "Fax", "Fax", ""]
    desk.put(
        "who;at;what;where\n" + "".join(f"Anna{n};01.02.2026;{what};Hotline\n" for n, what in enumerate(rows))
    )
    rule = {
        "touchpoint": {"column": "what", "values": {"Ring": "call"}},
        "at": "at",
        "department": {"column": "where"},
    }
    brought = desk.bring(mapping({"contacts": [rule]}))
    assert (
        brought.staged("touchpoint, channel, department") == [(1, 1, 1)] * 4 + [(2, 2, 1)] + [(0, 0, 1)] * 3
    )
    assert [(u.kind, u.column, u.value, u.items) for u in brought.source.unmapped] == [
        ("touchpoint", "what", "Fax", 2),
        ("touchpoint", "what", "", 1),
    ]


def test_what_the_mapping_says_of_channel_and_department_outranks_the_touchpoint(desk: Desk) -> None:
    desk.put("who,at\nAnna,2026-02-01\n")
    rule = CALL | {"channel": "web", "department": "sales"}
    assert desk.bring(mapping({"contacts": [rule]})).staged("touchpoint, channel, department") == [(1, 2, 2)]


# answers


def test_answers_bring_scale_comment_and_language(desk: Desk) -> None:
    desk.put(
        "who,at,score,title,text\nAnna,2026-02-01,4,Gut,Das war sehr gut und schnell\nBen,2026-02-01,,,\n"
    )
    rule = ANSWER | {"facet": "easy", "comment": ["title", "text"]}
    brought = desk.bring(mapping({"contacts": [], "feedback": [rule]}))
    columns = "kind, facet, value, low, high, good_from, comment, language, touchpoint, channel, department"
    assert brought.staged(columns, "feedback") == [
        ("rating", "easy", 4.0, 1.0, 5.0, 4.0, "Gut\nDas war sehr gut und schnell", "de", 1, 1, 1)
    ]
    assert brought.source.not_selected == 1


@pytest.mark.parametrize(
    ("score", "code"),
    [
        ("6", "value-outside"),
        ("0", "value-outside"),
        ("good", "value-unreadable"),
        ("NaN", "value-unreadable"),
    ],
)
def test_an_answer_off_the_scale_is_put_aside(desk: Desk, score: str, code: str) -> None:
    desk.put(f"who,at,score\nAnna,2026-02-01,{score}\nBen,2026-02-01,5\n")
    brought = desk.bring(mapping({"contacts": [], "feedback": [ANSWER]}))
    assert brought.reasons == [(2, code)]
    assert brought.staged("value", "feedback") == [5.0]


def test_a_row_is_understood_whole_or_put_aside_whole(desk: Desk) -> None:
    desk.put("who,at,score\nAnna,2026-02-01,9\nBen,,5\n,2026-02-01,5\n")
    brought = desk.bring(mapping({"feedback": [ANSWER]}))
    assert brought.reasons == [(2, "value-outside"), (3, "time-missing"), (4, "customer-missing")]
    assert [entry.items for entry in brought.quarantine] == [2, 1, 2]
    assert brought.source.staged == {"contacts": 0, "feedback": 0, "promises": 0}
    assert brought.source.received == brought.source.quarantined == 5


# people


def test_customers_are_recognised_within_a_home_and_by_nobody_else(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    elsewhere = Desk.at(other)
    content = "who,at\nAnna,2026-02-01\nBen,2026-02-02\n Anna ,2026-02-03\n"
    with elsewhere.open:
        for place in (desk, elsewhere):
            place.put(content)
        here, again, there = (place.bring().staged("entity_id") for place in (desk, desk, elsewhere))
    assert here == again
    assert here[0] == here[2] != here[1]
    assert not set(here) & set(there)
    assert all(0 <= one < 2**63 for one in here)


def test_the_kind_of_an_identifier_keeps_systems_apart(desk: Desk) -> None:
    desk.put("who,at\n1,2026-02-01\n")
    ids = [
        desk.bring(mapping({"customer": {"column": "who", "kind": kind}})).staged("entity_id")
        for kind in "ab"
    ]
    assert ids[0] != ids[1]


def test_identifiers_are_nowhere_in_what_is_staged(desk: Desk) -> None:
    desk.put("who,case,id,at,score,text\nCANARY-1,CANARY-2,CANARY-3,2026-02-01,5,fine CONTROL\n")
    told = {"journey": "case", "key": ["id"], "feedback": [ANSWER | {"comment": ["text"]}]}
    brought = desk.bring(mapping(told))
    found = staged_bytes(desk, brought.con)
    assert b"CANARY" not in found
    assert b"CONTROL" in found  # so the search would have found them
    assert brought.staged("journey_key")[0] > 0
    assert "CANARY" not in str(brought.prepared.examples)


def test_an_identifier_cannot_be_kept_as_a_property(desk: Desk) -> None:
    desk.put("who,at\nAnna,2026-02-01\n")
    with pytest.raises(InvalidInput, match="identifies the customer and is stored as a hash only"):
        desk.bring(mapping({"contacts": [CALL | {"props": ["who"]}]}))


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ({"is": "ja"}, ["yes", "no", None]),
        ({"not_in": ["nein"]}, ["yes", "no", "yes"]),
        ({"present": True}, ["yes", "yes", "no"]),
    ],
)
def test_what_was_told_again_is_yes_no_or_not_recorded(
    desk: Desk, condition: dict[str, Any], read: list[str | None]
) -> None:
    desk.put("who,at,again\nAnna,2026-02-01,ja\nBen,2026-02-02,nein\nCem,2026-02-03,\n")
    told = CALL | {"told_again": {"column": "again"} | condition}
    props = desk.bring(mapping({"contacts": [told]})).staged("props")
    assert props == [None if said is None else f'{{"told_again":"{said}"}}' for said in read]


def test_what_was_told_again_stands_beside_other_properties(desk: Desk) -> None:
    desk.put("who,at,again,n\nAnna,2026-02-01,ja,3\n")
    told = CALL | {"told_again": {"column": "again", "is": "ja"}, "props": ["n"]}
    assert desk.bring(mapping({"contacts": [told]})).staged("props") == ['{"n":3,"told_again":"yes"}']


# messages


def test_the_same_file_gives_the_same_messages_whatever_the_order_of_its_columns(desk: Desk) -> None:
    desk.put("who,at,n\nAnna,2026-02-01,1\nBen,2026-02-02,2\n")
    first = desk.bring().staged("mid")
    desk.put("n;at;who\r\n1;2026-02-01;Anna\r\n2;2026-02-02;Ben\r\n")
    assert desk.bring().staged("mid") == first


def test_equal_rows_without_a_key_are_as_many_messages(desk: Desk) -> None:
    desk.put("who,at\n" + "Anna,2026-02-01\n" * 3 + "Ben,2026-02-01\n")
    first = desk.bring().staged("mid")
    assert len(set(first)) == 4
    desk.put("who,at\nBen,2026-02-01\n" + "Anna,2026-02-01\n" * 4)
    assert set(desk.bring().staged("mid")) > set(first)


def test_a_key_is_the_message_whatever_else_changes(desk: Desk) -> None:
    told = mapping({"key": ["id"]})
    desk.put("who,at,id,n\nAnna,2026-02-01,7,1\nAnna,2026-02-01,7,1\n")
    first = desk.bring(told).staged("mid")
    desk.put("who,at,id,n\nAnna,2026-02-03,7,2\n")
    assert [*desk.bring(told).staged("mid") * 2] == first
    desk.put("who,at,id,n\nAnna,2026-02-03,,2\n")
    assert desk.bring(told).reasons == [(2, "key-missing")]


def test_one_row_gives_different_messages_for_different_rules(desk: Desk) -> None:
    desk.put("who,at,score\nAnna,2026-02-01,5\n")
    brought = desk.bring(mapping({"contacts": [CALL, CALL], "feedback": [ANSWER]}))
    mids = [*brought.staged("mid"), *brought.staged("mid", "feedback")]
    assert len(set(mids)) == 3
    assert brought.staged("seq") + brought.staged("seq", "feedback") == [6, 7, 8]


# a whole import


def test_results_do_not_depend_on_threads(desk: Desk) -> None:
    lines = [
        f"{n % 977};{n % 28 + 1:02}.02.2026 {n % 24:02}:15;{n % 5 + 1 + 9 * (n % 9973 == 0)}"
        for n in range(150_000)
    ]
    desk.put("who;at;score\n" + "\n".join([*lines, "broken", *lines[:9]]) + "\n")
    told = mapping({"feedback": [ANSWER]})
    results = []
    for threads in (1, 2):
        brought = desk.bring(told, threads=threads)
        sums = [
            engine.rows(
                brought.con,
                f"SELECT count(*), sum(hash(t)) FROM staged_{table} t",
            )
            for table in FACTS
        ]
        results.append((sums, brought.prepared.sources, [entry.digest for entry in brought.quarantine]))
    assert results[0] == results[1]
    assert results[0][1][0].quarantined_rows > 1


def test_numbers_of_rows_grow_over_all_sources(desk: Desk) -> None:
    desk.put("who,at\nAnna,2026-02-01\n")
    desk.put("who,at\nAnna,2026-02-01\nBen,2026-02-01\n", "orders.csv")
    brought = desk.bring(mapping({}, ORDERS))
    assert brought.staged("source, line, import_id") == [(1, 2, 1), (2, 2, 1), (2, 3, 1)]
    assert len(set(brought.staged("seq"))) == 3
    assert len(set(brought.staged("mid"))) == 3


def test_progress_grows_and_names_the_source(desk: Desk) -> None:
    from leitstern.collect.importer import prepare

    told: list[tuple[float, str]] = []
    desk.put("who,at\nAnna,2026-02-01\n")
    prepare(
        desk.home,
        desk.connect(),
        mapping(),
        desk.folder,
        taxonomy(),
        1,
        lambda s, step: told.append((s, step.en)),
    )
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[-1][0] == 1.0
    assert "Reading “calls”" in [step for _, step in told]


def test_nothing_of_an_import_stays_in_the_staging_folder(desk: Desk) -> None:
    desk.put("who,at\nAnna,2026-02-01\nbroken\n")
    desk.bring()
    left = [path for path in desk.home.staging.rglob("*") if path.is_file()]
    assert left == []
