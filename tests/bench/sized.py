"""The lake at size: `python -m tests.bench.sized ROWS … [--peer]`, smallest first; writes into docs/benchmarks.md.

Ours and the textbook in turn, in one process, processor seconds of all threads, medians of three. What people wait for
is given in milliseconds on the clock, with the load of the machine. Fifty million rows take some 10 GB in the folder
for temporary files and a quarter of an hour on two idle cores.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np

from leitstern.core.outside.funnel import Mode, Way
from leitstern.core.outside.graph import graph, touchpoint_steps
from leitstern.core.outside.selection import Selection, selected_journeys
from leitstern.core.outside.timeline import COLUMNS, read_timeline
from leitstern.store import columns
from leitstern.store.arrays import numbers
from leitstern.store.engine import connect, rows
from leitstern.store.held import follows, ways
from leitstern.store.held.funnel import walks
from leitstern.store.held.picked import Picked
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import USUAL
from leitstern.store.reader import Reader
from tests.bench import filling
from tests.bench.flows import TEXTBOOK
from tests.bench.measuring import Row
from tests.bench.page import LAKE, put
from tests.bench.peer import MISSING, ask_peer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from leitstern.store.held.line import Line
    from leitstern.store.held.loading import Held
    from leitstern.store.reader import Versions

ROUNDS, ASKED, WEEKS = 3, 200, 10
FEW = 1_000  # contacts in an import beside which one person's history is read
COMPARED_UP_TO = 10_000_000  # contacts; with more, textbook and peer need more memory than they are given
LAST_DAY = date(2025, 12, 31)
MILLION = 1_000_000
VARIANTS = """
SELECT path, count(*) AS n FROM (
  SELECT string_agg(touchpoint, '>' ORDER BY moment) AS path FROM contacts GROUP BY case_no
) GROUP BY path ORDER BY n DESC LIMIT 20
"""
STEPS = (1, 2, 3, 4)
FUNNEL = """
WITH first AS (SELECT case_no, min(moment) AS at FROM contacts WHERE touchpoint = 't1' GROUP BY case_no),
second AS (SELECT case_no, min(moment) AS at FROM contacts JOIN first USING (case_no)
  WHERE touchpoint = 't2' AND moment > first.at GROUP BY case_no),
third AS (SELECT case_no, min(moment) AS at FROM contacts JOIN second USING (case_no)
  WHERE touchpoint = 't3' AND moment > second.at GROUP BY case_no),
fourth AS (SELECT case_no, min(moment) AS at FROM contacts JOIN third USING (case_no)
  WHERE touchpoint = 't4' AND moment > third.at GROUP BY case_no)
SELECT (FROM first SELECT count(*)), (FROM second SELECT count(*)), (FROM third SELECT count(*)),
  (FROM fourth SELECT count(*))
"""
WITHIN = (
    "WITH began AS (SELECT customer_no, moment AS start, moment AS at FROM contacts WHERE touchpoint = 't1')"
)
for _at, (_before, _name) in enumerate((("began", "second"), ("second", "third"), ("third", "fourth")), 2):
    WITHIN += f"""
, {_name} AS (SELECT customer_no, start, min(moment) AS at FROM contacts JOIN {_before} USING (customer_no)
  WHERE touchpoint = 't{_at}' AND moment > {_before}.at AND moment <= start + INTERVAL 30 DAY GROUP BY ALL)"""
WITHIN += """
SELECT (FROM began SELECT count(DISTINCT customer_no)), (FROM second SELECT count(DISTINCT customer_no)),
  (FROM third SELECT count(DISTINCT customer_no)), (FROM fourth SELECT count(DISTINCT customer_no))
"""


@dataclass(frozen=True, slots=True)
class Sized:
    """What one size cost, for comparing sizes: processor seconds per million contacts."""

    contacts: int
    fill: float
    whole: float
    storing: float
    floor: float
    rebuild: float
    graph: float


def main() -> None:
    """Measure each size in turn."""
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    found: list[Row] = []
    sized: list[Sized] = []
    with tempfile.TemporaryDirectory(prefix="leitstern-bench-") as name:
        filling.fill(Home.create(Path(name) / "home"), 10_000)  # what is loaded once is no cost of a size
    for contacts in sizes:
        with tempfile.TemporaryDirectory(prefix="leitstern-bench-") as name:
            rows_of, one = measure(Path(name), contacts, peer="--peer" in sys.argv)
            found += rows_of
            sized.append(one)
        put(LAKE, found)
    put(LAKE, grown(sized))


def measure(folder: Path, contacts: int, *, peer: bool) -> tuple[list[Row], Sized]:
    """Everything about a lake of this size."""
    home = Home.create(folder / "home")
    lake = Lake(home)
    many = f"{contacts // MILLION}M contacts"
    fill = cpu(lambda: filling.fill(home, contacts))
    lake.release()
    staging, storing = _at_once(folder, contacts)
    whole = staging + storing
    floor = cpu(lambda: _sorted_alone(home, contacts))
    stored = lake._tables["contacts"].stored()
    size = sum(each.size for each in stored) / sum(each.rows for each in stored)
    found = [Row(f"{many}: bytes per contact, 94 bytes of properties each", f"{size:.0f}", "–", "–", "≤ 70")]
    compared = contacts <= COMPARED_UP_TO
    more, drawn = asked(folder, home, lake.versions(), many, compared=compared, peer=peer and compared)
    found += more
    merged, derived, rebuild = merging(folder / "copy", home, contacts)
    staged = cpu(lambda: _stage_alone(home, lake, contacts))
    found += [
        Row(
            f"{many}: what follows from the next week’s 1 % derived, beside all (CPU s)",
            f"{derived:.2f}",
            f"all derived once more with it: {rebuild:.1f}",
            f"{rebuild / derived:.1f}× faster",
            "≥ 10×",
        ),
        Row(
            f"{many}: the same stored and derived, beside all derived and nothing stored (CPU s)",
            f"{merged - staged:.2f}",
            f"all derived once more with it: {rebuild:.1f}",
            f"{rebuild / (merged - staged):.1f}× faster",
            "≥ 10×",
        ),
        Row(
            f"{many}: the same staged, stored and derived, beside everything staged, stored and derived once more (CPU s)",
            f"{merged:.2f}",
            f"{whole:.1f}",
            f"{whole / merged:.1f}× faster",
            "≥ 10×",
        ),
    ]
    filling.add(home, lake, 9_000, contacts, contacts + contacts // 100, contacts)
    lake.release()
    found += one_person(home, lake, contacts, many)
    each = cpu(lambda: _week_after_week(home, lake, contacts)) / WEEKS
    found.append(
        Row(
            f"{many}: {WEEKS} more weeks one after the other, each with staging (CPU s each)",
            f"{each:.2f}",
            f"everything staged, stored and derived once more: {whole:.1f}",
            f"{whole / each:.1f}× faster",
            "≥ 10×",
        )
    )
    shutil.rmtree(folder)
    folder.mkdir()
    per = contacts / MILLION
    costs = (each / per for each in (fill, whole, storing, floor, rebuild, drawn))
    return found, Sized(contacts, *costs)


def asked(
    folder: Path, home: Home, versions: Versions, many: str, *, compared: bool, peer: bool
) -> tuple[list[Row], float]:
    """Questions about journeys, ours and, if `compared`, the textbook's in turn."""
    file = folder / "textbook.parquet"
    with (
        closing(duckdb.connect(config={"threads": 2, "memory_limit": "4GB"})) as book,
        Reader(home, versions) as reader,
    ):
        source = f"read_parquet('{home.lake}/contacts/*.parquet')"
        limit = "" if compared else " LIMIT 0"
        book.execute(
            "CREATE TABLE contacts AS SELECT entity_id::VARCHAR AS customer_no, journey_key::VARCHAR AS case_no, "
            f"'t' || touchpoint AS touchpoint, make_timestamp(ts_us) AS moment FROM {source} ORDER BY seq{limit}"
        )
        if peer:
            book.execute(f"COPY (FROM contacts SELECT case_no, touchpoint, moment) TO '{file}'")

        def theirs(query: str) -> Callable[[], object] | None:
            return (lambda: book.execute(query).fetchall()) if compared else None

        once = cpu(reader.line)
        held, line = reader.held(), reader.line()
        if held is None or line is None:
            raise SystemExit("So many contacts are not held in memory.")
        once += cpu(lambda: held.waits)
        whole = Picked(held)
        steps = graph(touchpoint_steps(reader.table("transitions")))
        expressed = cpu(lambda: reader.run(steps))
        drawn = median(cpu(lambda: follows.graph(Picked(held))) for _round in range(ROUNDS))
        flows = in_turn(lambda: medians(Picked(replace(held))), theirs(TEXTBOOK))
        paths = in_turn(lambda: ways.variants(whole, 20), theirs(VARIANTS))
        reached = in_turn(lambda: stepped(line), theirs(FUNNEL))
        within = in_turn(lambda: stepped(line), theirs(WITHIN))
        begin = time.perf_counter()
        alone = median(cpu(lambda: medians(some(reader, held))) for _round in range(ROUNDS))
        clock = (time.perf_counter() - begin) / ROUNDS
    found = [
        Row(f"{many}: held in memory, waits sorted, once per state (CPU s)", f"{once:.1f}", "–", "–", "–"),
        against(
            f"{many}: directly-follows with exact medians, all waits sorted anew (CPU s)", *flows, "≥ 12×"
        ),
        against(f"{many}: the twenty most frequent paths, against string_agg (CPU s)", *paths, "≥ 100×"),
        against(
            f"{many}: an ordered funnel of four within a month, the best of all beginnings per customer, against the first per case by joins (CPU s)",
            *reached,
            "≥ 30×",
        ),
        against(f"{many}: the same funnel, against the same asked by joins (CPU s)", *within, "≥ 30×"),
        Row(
            f"{many}: directly-follows of the journeys of one channel and period",
            f"{clock:.2f} s ({alone:.2f} CPU s, load {os.getloadavg()[0]:.0f})",
            "–",
            "–",
            "≤ 0.2 s",
        ),
        Row(
            f"{many}: the journey graph as it is shown, with customers and all intervals (CPU s)",
            f"{drawn:.1f}",
            f"the same as one expression: {expressed:.1f}",
            f"{expressed / drawn:.1f}× faster",
            "–",
        ),
    ]
    if peer:
        took = ask_peer(folder, file)
        ratio = f"{took / flows[0]:.0f}× faster" if took else "–"
        said = f"pm4py: {took:.1f}" if took else MISSING
        found.append(
            Row(
                f"{many}: directly-follows, how often and how long, against a library (CPU s)",
                f"{flows[0]:.3f}",
                said,
                ratio,
                "≥ 100×",
            )
        )
    return found, drawn


def medians(picked: Picked) -> NDArray[np.float64]:
    """Of each pair of touchpoints, exactly."""
    ordered, begin, count = follows.flow_steps(picked).waits()
    lower, upper = (ordered[np.minimum(begin + each // 2, len(ordered) - 1)] for each in (count - 1, count))
    middle: NDArray[np.float64] = (lower + upper) / 2
    return middle


def some(reader: Reader, held: Held) -> Picked:
    """The journeys of one channel from one day on, as a page picks them."""
    tables = (reader.table(name) for name in ("journeys", "transitions", "contacts"))
    chosen = selected_journeys(Selection(channel=2, since=date(2025, 1, 1)), *tables)
    return Picked(held, held.chosen(reader.run(chosen.select("journey"))))


def stepped(line: Line) -> NDArray[np.int64]:
    """How many customers get to each step."""
    walked = walks(line, Way(STEPS, Mode.ORDERED, 30), LAST_DAY)
    found = np.bincount(numbers(walked["reached"].chunk(0)), minlength=len(STEPS) + 1)
    return found[::-1].cumsum()[::-1][1:]


def one_person(home: Home, lake: Lake, contacts: int, many: str) -> list[Row]:
    """One history with ten fresh files, and erasing somebody."""
    begin = contacts + contacts // 100
    for number in range(USUAL.most_fresh - 1):
        filling.add(home, lake, 9_001 + number, begin + number * FEW, begin + (number + 1) * FEW, contacts)
    fresh = sum(each.bucket is None for each in lake._tables["contacts"].stored())
    some = columns.files(lake._tables["contacts"].schema, lake._tables["contacts"].files()[:3])
    with closing(connect(home)) as con:
        ids = [row[0] for row in rows(con, f"SELECT DISTINCT entity_id FROM {some} LIMIT {ASKED}")]
    whole, engine, versions = [], [], lake.versions()
    for person in ids:
        start, spent = time.perf_counter(), time.process_time()
        with Reader(home, versions, [person]) as reader:
            read_timeline({name: reader.read(name, wanted) for name, wanted in COLUMNS.items()}, LAST_DAY)
            whole.append((1000 * (time.perf_counter() - start), 1000 * (time.process_time() - spent)))
            again, spent = time.perf_counter(), time.process_time()
            reader.read("contacts", COLUMNS["contacts"])
            engine.append((1000 * (time.perf_counter() - again), 1000 * (time.process_time() - spent)))
    said = [told(each) for each in (engine, whole)]
    load = f"load {os.getloadavg()[0]:.0f}"
    return [
        Row(
            f"{many}: one person’s history, p50 and p99 of {ASKED}",
            f"its contacts {said[0]}; opened, with everything, and told {said[1]}; {fresh} fresh files, {load}",
            "–",
            "–",
            "≤ 10 and ≤ 50 ms",
        ),
        *_erased(home, lake, f"{many}: one person erased", load),
    ]


def _erased(home: Home, lake: Lake, what: str, load: str) -> list[Row]:
    """Somebody whose rows lie in buckets, and somebody who was there in the last weeks."""
    there = lake._tables["journeys"].stored()
    old, new = (
        columns.files(
            lake._tables["journeys"].schema, [each.path for each in there if (each.bucket is None) == late]
        )
        for late in (False, True)
    )
    with closing(connect(home)) as con:
        [(settled,)] = rows(
            con, f"SELECT person FROM {old} WHERE person NOT IN (SELECT person FROM {new}) LIMIT 1"
        )
        [(late,)] = rows(con, f"SELECT person FROM {new} LIMIT 1")
    found = []
    for person, whose in ((settled, "not seen lately"), (late, "seen in the last 1 % of contacts")):
        start, spent = time.perf_counter(), time.process_time()
        lake.erase([person])
        took, cost = time.perf_counter() - start, time.process_time() - spent
        found.append(Row(f"{what}, {whose}", f"{took:.2f} s ({cost:.2f} CPU s, {load})", "–", "–", "≤ 1 s"))
    return found


def merging(folder: Path, home: Home, contacts: int) -> tuple[float, float, float]:
    """Bringing in a hundredth more, what of it is deriving, and deriving everything once more, for the same result.

    Medians of three rounds that begin with the same lake.
    """
    rounds = []
    for _round in range(ROUNDS):
        shutil.copytree(home.path, folder, copy_function=os.link)
        copy = Home.open(folder)
        lake = Lake(copy)
        with deriving(lake) as derived:
            more = partial(filling.add, copy, lake, 9_000, contacts, contacts + contacts // 100, contacts)
            merged = cpu(more)
        rounds.append((merged, derived[0], cpu(lake.derive_again)))
        shutil.rmtree(folder)
    merged, deriving_it, anew = (median(each) for each in zip(*rounds, strict=True))
    return merged, deriving_it, anew


@contextmanager
def deriving(lake: Lake) -> Iterator[list[float]]:
    """What the lake spends on deriving meanwhile, in processor seconds."""
    spent: list[float] = []
    derived = lake._derived

    def timed(*given: Any, **named: Any) -> Any:
        begin = time.process_time()
        found = derived(*given, **named)
        spent.append(time.process_time() - begin)
        return found

    lake._derived = timed  # type: ignore[method-assign]
    try:
        yield spent
    finally:
        lake._derived = derived  # type: ignore[method-assign]


def _week_after_week(home: Home, lake: Lake, contacts: int) -> None:
    """Of a hundredth each: in between, rows go to buckets and everything is derived anew."""
    many = contacts // 100
    begin = contacts + many + USUAL.most_fresh * FEW
    for number in range(WEEKS):
        filling.add(home, lake, 9_101 + number, begin + number * many, begin + (number + 1) * many, contacts)
        lake.release()


def told(spent: list[tuple[float, float]]) -> str:
    """The middle and the hundredth, on the clock and of the processor."""
    clock, processor = (quantiles([each[at] for each in spent], n=100) for at in (0, 1))
    return f"{clock[49]:.1f} and {clock[98]:.1f} ms (CPU {processor[49]:.1f} and {processor[98]:.1f} ms)"


def grown(sized: list[Sized]) -> list[Row]:
    """What a contact costs at each size, beside the smallest."""
    if len(sized) < 2:
        return []
    names = " → ".join(f"{each.contacts // MILLION}M" for each in sized)

    def said(name: str) -> str:
        return " → ".join(f"{getattr(each, name):.2f}" for each in sized)

    def grows(name: str) -> float:
        more: float = getattr(sized[-1], name) / getattr(sized[0], name)
        return more

    def row(name: str, what: str) -> Row:
        return Row(
            f"{names}: {what} (CPU s per million contacts)",
            said(name),
            "–",
            f"{grows(name):.2f}× per contact",
            "≤ 1.1×",
        )

    whole = row("whole", "staged, stored and derived in one import")
    return [
        replace(
            whole,
            floor=f"DuckDB staging, sorting, writing: {said('floor')}, {grows('floor'):.2f}×",
            ratio=f"{whole.ratio}, {grows('whole') / grows('floor'):.2f}× the engine’s",
            target=f"{whole.target}; ≤ 1.25× the engine’s",
        ),
        row("storing", "the same without staging, which the benchmark does itself"),
        row("fill", "stored and derived, five million to an import, each of them derived"),
        row("rebuild", "derived anew"),
        row("graph", "the journey graph as it is shown"),
    ]


def against(what: str, ours: float, book: float | None, target: str) -> Row:
    """Ours beside the textbook's, where it was asked."""
    if book is None:
        return Row(what, f"{ours:.3f}", "–", "–", target)
    said = f"textbook over unsorted strings: {book:.2f}"
    return Row(what, f"{ours:.3f}", said, f"{book / ours:.1f}× faster", target)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object] | None) -> tuple[float, float | None]:
    """Medians of both, taken in turn; the first round warms up."""
    pairs = [(cpu(ours), cpu(theirs) if theirs else 0.0) for _round in range(ROUNDS + 1)][1:]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs) if theirs else None


def cpu(work: Callable[[], object]) -> float:
    """Processor seconds of all threads."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _at_once(folder: Path, contacts: int) -> tuple[float, float]:
    """What it takes to put this many before an empty lake, and to store and derive them."""
    home = Home.create(folder / "whole")
    lake = Lake(home)
    with closing(connect(home)) as con:
        staging = cpu(lambda: filling.stage(con, 0, contacts, contacts))
        storing = cpu(lambda: lake.drop_duplicates(con))
        storing += cpu(lambda: lake.append(con, 1, filling.GAP_DAYS, filling.ZONE))
    shutil.rmtree(folder / "whole")
    return staging, storing


def _sorted_alone(home: Home, contacts: int) -> None:
    """The least that storing takes, with the memory that we allow ourselves."""
    file = home.staging / "sorted.parquet"
    with closing(connect(home)) as con:
        filling.stage(con, 0, contacts, contacts)
        rows(
            con, f"COPY (FROM staged_contacts ORDER BY entity_id, ts_us, seq) TO '{file}' (COMPRESSION zstd)"
        )
    file.unlink()


def _stage_alone(home: Home, lake: Lake, contacts: int) -> None:
    with closing(connect(home)) as con:
        filling.stage(con, contacts, contacts + contacts // 100, contacts)
        lake.drop_duplicates(con)


if __name__ == "__main__":
    main()
