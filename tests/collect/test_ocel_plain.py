"""Object-centric logs in JSON whose elements are alike are read many at a time, and mean what they mean one by one."""

from __future__ import annotations

import json
from itertools import batched
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leitstern.collect.readers.json_block import LONG_RUN
from leitstern.collect.readers.ocel.as_json import AT_ONCE, json_told
from leitstern.collect.readers.ocel.facts import COLUMNS
from leitstern.collect.readers.ocel.json_elements import Elements
from leitstern.collect.readers.refused import Refused

if TYPE_CHECKING:
    from leitstern.collect.readers.ocel.facts import Told

    type Facts = dict[str, list[Any]]

FIRST = '{"id": "a%s", "type": "t"}'
APART = "\\\\" * LONG_RUN  # so many backslashes that nobody can tell where texts end
PLAIN = (
    '{"id": "e1", "type": "call", "time": "2026-02-01T10:00:00Z", "attributes": [{"name": "seconds", "value": 12}, '
    '{"name": "note", "value": "a, {b} [c]"}], "relationships": [{"objectId": "c1", "qualifier": "by"}, '
    '{"objectId": "o1", "qualifier": ""}]}'
)
OBJECT = (
    '{"id": "c1", "type": "customer", "attributes": [{"name": "tier", "time": "1970-01-01T00:00:00Z", "value": "gold"}],'
    ' "relationships": [{"objectId": "o1", "qualifier": "of"}]}'
)
ALIKE = [
    PLAIN,
    OBJECT,
    PLAIN.replace("12", "null").replace('"by"', "null"),
    PLAIN.replace("12", "-0.50").replace('"2026-02-01T10:00:00Z"', "true"),
    PLAIN.replace("a, {b} [c]", 'Gr\\u00fc\\u00DFe \\"\\ud83d\\ude00\\" 😀 ü \\\\'),
    PLAIN.replace('{"', '{\n  "').replace('"}', '"\n}').replace("]}", "]\n}"),
    PLAIN.replace("call", "call" + "[" * 70),
    PLAIN.replace(": ", ":").replace(", ", ","),
    json.dumps(dict(sorted(json.loads(PLAIN).items()))),
    json.dumps(dict(reversed(json.loads(OBJECT).items()))),
    '{"id": "e1", "type": "call"}',
    '{"relationships": [], "attributes": [], "type": "call", "id": "e1", "time": 5}',
    '{"id": "e1", "type": "t", "attributes": [{"name": "a"}], "relationships": [{"objectId": "c1"}]}',
    '{"id": "e1", "type": "t", "attributes": [{"name": "a", "value": ""}]}',
]
OTHERS = [
    PLAIN.replace("12", "1e3"),
    PLAIN.replace('"id"', '"\\u0069d"'),
    PLAIN.replace('"type"', '"more": {"id": "x", "type": "y"}, "type"'),
    PLAIN.replace('"type"', '"more": [1, {"name": "x", "value": 1}], "type"'),
    PLAIN.replace('"name": "seconds"', '"name": "seconds", "unit": "s"'),
    PLAIN.replace('"e1"', "5"),
    PLAIN.replace('"attributes": [', '"attributes": null, "others": ['),
    PLAIN.replace('"attributes": [', '"attributes": false, "others": ['),
    PLAIN.replace('"note"', '"seconds"'),
    PLAIN.replace('"note"', '"ocel:eid"'),
    PLAIN.replace('"2026-02-01T10:00:00Z"', "[]"),
    PLAIN.replace('"e1"', '"e1' + APART + '"'),
    PLAIN.replace('"e1"', '"e1' + "\\\\" * LONG_RUN + '\\""'),
]
BROKEN = [
    PLAIN.replace('"e1"', '""'),
    PLAIN.replace('"e1"', "true"),
    PLAIN.replace('"c1"', "null"),
    PLAIN.replace('"seconds"', '""'),
    PLAIN.replace('"type": "call", ', ""),
    PLAIN.replace('"type"', '"id"'),
    PLAIN.replace('"relationships"', '"attributes"'),
    PLAIN.replace('"time"', '"type"'),
    PLAIN.replace('"note", "value"', '"note", "name"'),
    PLAIN.replace('"qualifier": "by"', '"objectId": "c2"'),
    PLAIN[:-1] + ', "type": "call"}',
    PLAIN[:-1] + ', "time": "2026-02-01"}',
    PLAIN[:-1] + ', "relationships": []}',
    PLAIN.replace("12", "[12]"),
    PLAIN.replace("12", "NaN"),
    PLAIN.replace("12", "012"),
    PLAIN.replace("12", "12 13"),
    PLAIN.replace("12}", "12},"),
    PLAIN.replace("[c]", "\\u0000"),
    PLAIN.replace("[c]", "\\ud83d"),
    PLAIN.replace("[c]", "\n"),
    PLAIN.replace("}, {", "} {"),
    PLAIN.replace("}]", "}"),
    PLAIN.replace("{", "[{", 1),
    PLAIN.replace('"type"', '"more": ' + "[" * 70 + "]" * 70 + ', "type"'),
    PLAIN[:-1],
    PLAIN + "]",
    "5",
    "",
]
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
values = st.one_of(
    letters,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.lists(st.integers(), max_size=2),
)
said = st.fixed_dictionaries({"name": letters}, optional={"value": values, "time": values})
ties = st.fixed_dictionaries({"objectId": letters}, optional={"qualifier": values})


def facts(content: bytes) -> Facts | str:
    """All that is said, in an order of its own, or why nothing is."""
    found: Facts = {"event": [], **{table: [] for table in COLUMNS}}
    try:
        for told in json_told(bytes(piece) for piece in batched(content, 1000)):
            _put(found, told)
    except Refused as refused:
        return refused.text.en
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def _put(found: Facts, told: Told) -> None:
    if told.events:
        columns = {name: cells.to_pylist() for name, cells in told.events.cells.items()}
        for number, line in enumerate(told.events.lines.to_pylist()):
            cells = {name: cells[number] for name, cells in columns.items() if cells[number] is not None}
            found["event"].append((line, sorted(cells.items())))
    for table, arrays in told.others.items():
        found[table] += zip(*(column.to_pylist() for column in arrays), strict=True)


def log(objects: str, events: str) -> str:
    """A log whose lists begin with an element that waits for an id."""
    return f'{{"objects": [{FIRST}, {objects}], "events": [{FIRST}, {events}]}}'


def read(content: str, first: str = "") -> Facts | str:
    """All that is said if the first elements have this id."""
    return facts(content.replace("%s", first).encode())


def same(content: str) -> bool:
    """Whether it makes no difference that elements are read together."""
    together, apart = (repr(read(content, first)).replace(APART, "") for first in ("", APART))
    return together == apart


@pytest.mark.parametrize("element", ALIKE + OTHERS + BROKEN)
def test_an_element_among_others_means_what_it_means_alone(element: str) -> None:
    events = log(OBJECT, f"{PLAIN}, {PLAIN}\n,{PLAIN}, {element}, {PLAIN}, {OBJECT}, {PLAIN}")
    assert same(events)
    assert same(log(f"{OBJECT}, {OBJECT},{PLAIN},{element}, {OBJECT}", PLAIN))
    assert isinstance(read(events), str) == (element in BROKEN)


@pytest.mark.parametrize("element", ALIKE)
def test_elements_that_differ_in_values_alone_are_read_together(element: str) -> None:
    found = Elements(f"{PLAIN},{element},{PLAIN},{PLAIN}".encode(), [])
    assert found.plain.tolist() == [True] * 3


@pytest.mark.parametrize("element", [*OTHERS[:8], *OTHERS[10:], *BROKEN])
def test_no_others_are(element: str) -> None:
    found = Elements(f"{PLAIN},{element},{PLAIN},{PLAIN}".encode(), [])
    assert not found.plain.all() or not len(found.plain)


@pytest.mark.parametrize("junk", ["5, ", "{}, ", ",", "]", "[", '"{", '])
def test_nothing_between_elements_is_passed_over(junk: str) -> None:
    assert same(log(OBJECT, f"{junk}{PLAIN}, {PLAIN}, {PLAIN}"))
    assert same(log(f"{OBJECT}, {junk}{OBJECT}", PLAIN))
    assert same(log(OBJECT, PLAIN).replace(FIRST, f"{junk}{FIRST}"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(ALIKE + OTHERS), max_size=5),
    st.integers(0, 1500),
    st.text(st.sampled_from('{}[]"\\,:0-.eu \n\t\0aä'), max_size=3),
    st.integers(0, 9),
)
@example([], 0, "", 0)
def test_whatever_is_damaged(elements: list[str], at: int, put: str, without: int) -> None:
    content = log(OBJECT, ", ".join((PLAIN, *elements, PLAIN, PLAIN)))
    at = content.find(OBJECT) + at
    assert same(content[:at] + put + content[at + without :])


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"id": letters, "type": letters},
            optional={
                "time": values,
                "attributes": st.lists(said),
                "relationships": st.lists(ties),
                "x": values,
            },
        ),
        min_size=2,
    ),
    st.sampled_from([None, 1]),
    st.booleans(),
)
def test_whatever_elements_say(elements: list[dict[str, Any]], indent: int | None, plain: bool) -> None:
    told = json.dumps(elements, indent=indent, ensure_ascii=plain)[1:-1].replace("%s", "")
    assert same(log(told, told))


def test_events_are_numbered_over_many_blocks() -> None:
    count = 30_000
    told = [json.loads(PLAIN) | {"id": f"é{n}"} for n in range(count)]
    for each in told[7::1000]:
        each["attributes"] *= 2
    for each in told[5_000:5_010]:
        each["more"] = {"id": "x"}
    for each in told[10_000::500]:
        each["attributes"][0]["value"] = 1e300
    content = json.dumps({"events": told, "objects": []}, ensure_ascii=False).encode()
    assert len(content) > 3 * AT_ONCE
    found = facts(content)
    assert isinstance(found, dict)
    ids = {line: dict(cells)["ocel:eid"] for line, cells in found["event"]}
    assert ids == {n + 1: f"é{n}" for n in range(count)}
    assert len(found["tie"]) == 2 * count
    assert {line for line, *_ in found["tie"]} == {*ids}


def test_what_is_wrong_further_on_does_not_come_first() -> None:
    content = log(OBJECT, f"{PLAIN}, 5, {PLAIN}").replace("%s", "a").encode() + b" " * AT_ONCE + b"\xff"
    assert "not as the standard says" in str(facts(content))
