"""Lines that look alike are read together, and mean what they mean when each is read alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leitstern.collect.mapping import Format
from leitstern.collect.readers.json_lines import PATIENCE, json_rows, open_json_lines
from leitstern.collect.readers.json_record import rows_of
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
]
OTHERS = [
    b'{"who": null, "n": 1.50, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": 1e3, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": "1.50", "late": true, "from": {"city": "Kiel", "zip": "01099"}}\n',
    b'{"who": "Anna", "n": [1], "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna", "n": {}, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
    b'{"who": "Anna \\"A\\"", "n": 1, "late": true, "from": {"city": "C:\\\\", "zip": null}}\n',
    b'{"who": "\\ud83d\\ude00", "n": 1, "late": true, "from": {"city": "Kiel", "zip": null}}\n',
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
    found = shape_of(FIRST, rows_of(FIRST)[0])
    assert found
    return found


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


def alone(folder: Path, content: bytes) -> tuple[dict[int, Cells], tuple[str, ...]]:
    """The same read line by line."""
    path = folder / "b.jsonl"
    path.write_bytes(content)
    rows = list(json_rows(path, Format()))
    return {line: filled(cells) for line, cells in rows}, tuple(
        dict.fromkeys(name for _, each in rows for name in each)
    )


def filled(cells: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if cell is not None}


@pytest.mark.parametrize("line", ALIKE)
def test_lines_that_differ_in_values_alone_match(line: bytes) -> None:
    assert shape().lines.fullmatch(FIRST + line + FIRST)


@pytest.mark.parametrize("line", OTHERS + BROKEN)
def test_no_other_line_does(line: bytes) -> None:
    found = shape().lines.match(line)
    assert found is None or b"\xfc" in line  # letters that are no UTF-8 are looked for before


@pytest.mark.parametrize("line", ALIKE + OTHERS + BROKEN)
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_among_others_means_what_it_means_alone(tmp_path: Path, line: bytes, end: bytes) -> None:
    content = b"\xef\xbb\xbf" + FIRST + ALIKE[0] + line + b"".join(ALIKE) + FIRST.removesuffix(b"\n") + end
    rows, broken, columns = read(tmp_path, content)
    assert (rows, columns) == alone(tmp_path, content)
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
    found, _, columns = read(tmp_path, content)
    assert (found, columns) == alone(tmp_path, content)


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
