"""Lines that look alike are read together, and mean what they mean when each is read alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leitstern.collect.mapping import Format
from leitstern.collect.readers.json_block import LONG_RUN, lines_of
from leitstern.collect.readers.json_lines import PATIENCE, open_json_lines
from leitstern.collect.readers.json_record import Unsound, rows_of
from leitstern.collect.readers.json_shape import shape_of
from leitstern.collect.readers.records import LONGEST
from leitstern.collect.readers.refused import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.readers.json_shape import Shape
    from leitstern.collect.readers.loaded import Cells

FIRST = b'{"who": "Anna", "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}}\n'
ALIKE = [
    b'{"who": "", "n": -0, "late": false, "from": {"city": "{\'[,]:", "zip": null}}\n',
    b'{"who": "M\xc3\xbcller \xf0\x9f\x98\x80", "n": 12345678901234567890, "late": true, "from": {"city": "a", "zip": null}}\n',
    b'{"who": "Gr\\u00f6\\u00DFe\\n\\/\\t", "n": 0.10, "late": true, "from": {"city": "\x7f", "zip": null}}\n',
    b'{"who": "Anna \\"A\\"", "n": 1, "late": true, "from": {"city": "C:\\\\", "zip": null}}\n',
    b'{"who": "\\ud83d\\ude00", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\\\\\"", "n": null, "late": null, "from": {"city": "\\"", "zip": 12}}\n',
]
OTHERS = [
    b'{"who": null, "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": 1e3, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": "1.50", "late": true, "from": {"city": "Kiel", "zip": "01099"}}\n',
    b'{"who": "Anna", "n": [1], "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": {}, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who":"Anna","n":1.50,"late":true,"from":{"city":"Kiel","zip":null}}\n',
    b'{"who": "Anna", "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}}\r\n',
    b'{"who": "Anna", "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}} \n',
    b'{"who": "Anna", "late": true, "n": 1.50, "from": {"city": "Kiel", "zip": null}, "new": "x"}\n',
    b"{}\n",
    b"\n",
    b" \t \n",
]
BROKEN = [
    b'{"who": "Anna", "n": 01, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": 1., "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": NaN, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna\tB", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna\0B", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\u0000", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\ud83d\\u00e4", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\ude00\\ud83d", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\ud83d", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\x41", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "\\u00g0", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "M\xfcller", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "who": "Ben", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}}}\n',
    b'{"who": "Anna", "n": 1.50, "late": true, "from": {"city": "Kiel"\n',
    b'["who"]\n',
]
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
values = st.one_of(
    letters,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(letters, st.one_of(letters, st.none(), st.integers()), max_size=2),
)
objects = st.dictionaries(letters, values, max_size=4)


def shape() -> Shape:
    found = shape_of(FIRST.strip(), rows_of(FIRST)[0])
    assert found
    return found


def alike(content: bytes) -> list[int]:
    """Which lines have the shape of the first."""
    block = lines_of(content)
    return list(shape().find(block, np.arange(len(block))).lines)


def read(
    folder: Path, content: bytes
) -> tuple[dict[int, Cells], dict[int, tuple[str, str]], tuple[str, ...]]:
    """Rows, what is wrong with broken ones, and columns of a file that is read as an import reads it."""
    path = folder / "a.jsonl"
    path.write_bytes(content)
    con = duckdb.connect()
    found = open_json_lines(con, "t", "a.jsonl", path, Format())
    rows = con.sql("FROM t").fetchall()
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    cells = {line: dict(zip(found.columns, row, strict=True)) for line, *row in rows}
    assert [line for line, _ in found.originals(found.broken)] == sorted(found.broken)
    return {line: filled(each) for line, each in cells.items()}, found.broken, found.columns


def alone(content: bytes) -> tuple[dict[int, Cells], dict[int, tuple[str, str]], set[str]]:
    """The same, each line read by itself."""
    rows, broken = {}, {}
    lines = [line.removesuffix(b"\r") for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n")]
    for number, line in enumerate((line for line in lines if line.strip()), 1):
        try:
            (rows[number],) = rows_of(line)
        except Unsound as wrong:
            broken[number] = wrong.code, wrong.value
    return (
        {line: filled(cells) for line, cells in rows.items()},
        broken,
        {n for row in rows.values() for n in row},
    )


def same(folder: Path, content: bytes) -> bool:
    rows, broken, columns = read(folder, content)
    return (rows, broken, set(columns)) == alone(content)


def filled(cells: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if cell is not None}


@pytest.mark.parametrize("line", ALIKE)
def test_lines_that_differ_in_values_alone_match(line: bytes) -> None:
    assert alike(FIRST + line + FIRST) == [0, 1, 2]


@pytest.mark.parametrize("line", OTHERS + BROKEN)
def test_no_other_line_does(line: bytes) -> None:
    assert alike(FIRST + line + FIRST) == [0, 2]


@pytest.mark.parametrize("line", ALIKE + OTHERS + BROKEN)
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_among_others_means_what_it_means_alone(tmp_path: Path, line: bytes, end: bytes) -> None:
    content = b"\xef\xbb\xbf" + FIRST + ALIKE[0] + line + b"".join(ALIKE) + FIRST.removesuffix(b"\n") + end
    rows, broken, columns = read(tmp_path, content)
    assert (rows, broken, set(columns)) == alone(content)
    assert set(broken) == ({3} if line in BROKEN else set())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(objects, min_size=1, max_size=4),
    order=st.lists(st.tuples(st.integers(0, 3), st.data()), max_size=12),
    plain=st.booleans(),
    tight=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_lines_come_in_turn(
    tmp_path: Path,
    kinds: list[dict[str, Any]],
    order: list[tuple[int, st.DataObject]],
    plain: bool,
    tight: bool,
    end: str,
) -> None:
    rows = [*kinds, {"x": 1}]
    for kind, data in order:
        like = kinds[kind % len(kinds)]
        rows.append({name: data.draw(st.one_of(values, st.just(value))) for name, value in like.items()})
    gaps = (",", ":") if tight else None
    content = "".join(json.dumps(row, ensure_ascii=plain, separators=gaps) + end for row in rows).encode()
    assert same(tmp_path, content)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ALIKE), st.integers(0, 80), st.binary(max_size=2))), st.data())
def test_whatever_is_damaged_within_lines(
    tmp_path: Path, damaged: list[tuple[bytes, int, bytes]], data: st.DataObject
) -> None:
    signs = st.lists(st.sampled_from([*'"\\{}[]:,0-.eu \n\r\t\0', "null", '\\"']), max_size=3).map("".join)
    content = FIRST
    for line, at, other in damaged:
        put = data.draw(signs).encode() or other
        content += (
            line[:at] + put + line[at + data.draw(st.integers(0, 2)) :] + data.draw(st.sampled_from(ALIKE))
        )
    assert same(tmp_path, content)


def test_backslashes_without_end_are_looked_at_alone(tmp_path: Path) -> None:
    many = FIRST.replace(b"Anna", b"\\" * (2 * LONG_RUN))
    odd = FIRST.replace(b"Anna", b"\\" * (2 * LONG_RUN) + b'\\"')
    assert same(tmp_path, FIRST + many + ALIKE[0] + odd + many.replace(b'": true', b'": True') + ALIKE[1])


def test_a_line_too_long_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    long = FIRST.replace(b"Anna", b"A" * LONGEST)
    for content in (
        FIRST + ALIKE[0] + long + FIRST,
        FIRST + ALIKE[0] + long[:-1],
        FIRST + ALIKE[0] + 9 * long[:-1],
    ):
        with pytest.raises(Refused, match="Line 3 is longer"):
            read(tmp_path, content)


def test_what_begins_with_fifty_broken_lines_is_no_json_lines(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no JSON Lines"):
        read(tmp_path, BROKEN[0] * (PATIENCE + 1) + FIRST)
    assert len(read(tmp_path, FIRST + BROKEN[0] * (PATIENCE + 1) + FIRST)[1]) == PATIENCE + 1


def test_values_are_found_over_many_blocks(tmp_path: Path) -> None:
    lines = [
        {"n": n, "who": f"K{n:06}" if n % 7 else None, "note": "é" * (n % 40), "paid": f"{n / 8}"}
        for n in range(60_000)
    ]
    content = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    rows, broken, _ = read(tmp_path, content)
    assert not broken
    assert rows == {
        number: filled({**line, "n": str(line["n"])})  # type: ignore[dict-item]
        for number, line in enumerate(lines, 1)
    }
