"""Event logs that are written plainly are read many tags at a time, and mean what they mean to the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from leitstern.collect.readers.eventlog import eventlog_pieces, eventlog_rows
from leitstern.collect.readers.eventlog_traces import kind_of, read_traces
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.xml_tags import NotPlainError, Shapes

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.readers.loaded import Row

FOR_THE_PARSER = "<!-- <! -->"  # a mark within a mark: nothing behind it is read otherwise
PLAIN = (
    '<trace><string key="concept:name" value="Anna"/><event><string key="concept:name" value="call"/>'
    '<date key="time:timestamp" value="2026-02-01T10:30:00.000+01:00"/></event></trace>'
)
TRACES = [
    PLAIN,
    PLAIN.replace("Anna", "a &amp; &lt;b&gt; &quot;c&quot; &apos;"),
    PLAIN.replace("Anna", "Grüße 😀").replace("><", ">\r\n\t<"),
    PLAIN.replace("call", ""),
    PLAIN.replace('"Anna"/>', '"Anna"></string>'),
    PLAIN.replace("<event>", '<int key="concept:name" value="7"/><event>'),
    PLAIN.replace("</event>", '<int key="concept:name" value=""/></event><event></event>'),
    PLAIN.replace("concept:name", "case:concept:name"),
    PLAIN.replace("</event></trace>", '</event><string key="late" value="x"/></trace>'),
    PLAIN.replace('"call"/>', '"call"><string key="inner" value="x"/></string>'),
    PLAIN.replace("Anna", "&#65;nna"),
    PLAIN.replace("Anna", "a > b"),
    PLAIN.replace("Anna", "a\tb\nc"),
    PLAIN.replace("><", '> &amp; "" <'),
    PLAIN.replace("<event>", "<!-- <trace> --><event>"),
    PLAIN.replace("<event>", "<![CDATA[</trace>]]><event>"),
    PLAIN.replace("<event>", '<list key="x"><values/></list><event>'),
    PLAIN.replace(' value="call"', "").replace('key="concept:name"', "key='concept:name'"),
    PLAIN.replace("<trace>", "<trace >").replace("<event>", '<event id="1">'),
    "<event/>",
    "<trace></trace>",
    "",
]
BROKEN = [
    PLAIN.replace("Anna", "a & b"),
    PLAIN.replace("Anna", "a &nbsp; b"),
    PLAIN.replace("Anna", "\x01"),
    PLAIN.replace("Anna", "\uffff"),
    PLAIN.replace("</event>", "</evnt>"),
    PLAIN.replace("</event>", ""),
    PLAIN.replace(' value="call"', ' key="concept:name"'),
    PLAIN.replace("><", "> & <"),
    PLAIN.replace("><", "> ]]> <"),
    PLAIN.replace("<event>", "<<event>"),
    PLAIN.replace('" value', '"value'),
]


def read(folder: Path, content: str) -> list[Row] | str:
    """All events with what is filled in, or why there are none."""
    path = folder / "a.xes"
    path.write_text(content, newline="")
    try:
        return [
            (line, {k: v for k, v in cells.items() if v is not None}) for line, cells in eventlog_rows(path)
        ]
    except Refused as refused:
        return refused.text.en


def same(folder: Path, *parts: str) -> bool:
    """Whether it makes no difference that the parser is left out."""
    return read(folder, "<log>" + "".join(parts)) == read(folder, FOR_THE_PARSER + "<log>" + "".join(parts))


@pytest.mark.parametrize("trace", TRACES + BROKEN)
def test_a_trace_among_others_means_what_it_means_to_the_parser(tmp_path: Path, trace: str) -> None:
    found = read(tmp_path, f"<log>{PLAIN}{trace}{PLAIN}</log>")
    assert found == read(tmp_path, f"{FOR_THE_PARSER}<log>{PLAIN}{trace}{PLAIN}</log>")
    assert isinstance(found, str) == (trace in BROKEN)


def test_only_what_is_plain_is_read_without_the_parser() -> None:
    assert len(read_traces((PLAIN * 3).encode(), Shapes(kind_of), 4).lines) == 3
    for trace in [*TRACES[8:-2], *BROKEN, PLAIN[:-1], PLAIN[7:]]:
        with pytest.raises(NotPlainError):
            read_traces((PLAIN + trace + PLAIN).encode(), Shapes(kind_of), 0)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(TRACES), max_size=4),
    st.integers(0, 300),
    st.text(st.sampled_from("<>/\"'&;= \n\r\t!?[]-aä\x00"), max_size=3),
    st.integers(0, 9),
)
@example([PLAIN], 5, "", 0)
def test_whatever_is_damaged(tmp_path: Path, traces: list[str], at: int, put: str, without: int) -> None:
    content = PLAIN + "".join(traces) + PLAIN + "</log>"
    assert same(tmp_path, content[:at] + put + content[at + without :])


def test_events_are_numbered_over_many_blocks(tmp_path: Path) -> None:
    odd = TRACES[9]
    traces = [PLAIN.replace("Anna", f"K{n}") if n % 5_000 else odd for n in range(30_000)]
    traces[20_000] = PLAIN.replace("<event>", "<event></event>" * 50_000 + "<event>")
    path = tmp_path / "a.xes"
    path.write_text("<?xml version='1.0' encoding='UTF-8'?><!-- made --><log>" + "\n".join(traces) + "</log>")
    assert len(list(eventlog_pieces(path))) < 30
    rows = list(eventlog_rows(path))
    assert [line for line, _ in rows] == list(range(1, 80_001))
    assert rows[-1][1]["case:concept:name"] == "K29999"


def test_lines_of_mistakes_are_counted_over_what_was_read_without_the_parser(tmp_path: Path) -> None:
    for broken in ("<log>\n" + f"{PLAIN}\n" * 20_000 + "</lag>", "<log>\n" + PLAIN):
        lines = broken.count("\n") + 1
        assert f"from line {lines} on" in str(read(tmp_path, broken))
