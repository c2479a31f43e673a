"""Counts, paths and waits to the microsecond as another program finds them in two public logs. See README.md here."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.real import DATA, WABO, needs_real_data

from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import load_mapping
from leitstern.core.outside.flows import HOUR_US, flows, read_flows
from leitstern.core.outside.variants import decode, read_variants, variants
from leitstern.core.stats.estimate import Estimate
from leitstern.store.engine import connect
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.real, needs_real_data]

LOGS = {"bpi2012": DATA / "bpi2012" / "bpic2012.xes.gz", "wabo_permits": WABO / "env_permit.xes.gz"}
TAXONOMY = """
version: 1
company: {{de: Muster, en: Example}}
time_zone: Europe/Amsterdam
journey_gap_days: 365
departments: [{{slug: all, name: {{de: Muster, en: All}}}}]
channels: [{{slug: any, name: {{de: Muster, en: Any}}, digital: true}}]
stages: [{{slug: whole, name: {{de: Alles, en: All}}}}]
touchpoints:
{touchpoints}
"""
TOUCHPOINT = (
    "  - {{slug: {slug}, name: {{de: {name}, en: {name}}}, stage: whole, department: all, importance: 0.5}}"
)
MAPPING = """
version: 1
taxonomy: taxonomy.yaml
time_zone: Europe/Amsterdam
sources:
  - name: log
    file: {file}
    format: {{type: xes}}
    customer: {{column: "case:concept:name", kind: case}}
    journey: case:concept:name
    contacts:
      - touchpoint: {{column: concept:name}}
        at: time:timestamp
"""


@dataclass
class Brought:
    """A log brought in, and what was found in it by somebody else."""

    reader: Reader
    names: dict[int, str]
    golden: dict[str, Any]

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.reader.run(expression).to_pylist()
        return found


@pytest.fixture(scope="module", params=list(LOGS))
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brought]:
    golden = json.loads((Path(__file__).parent / f"{request.param}.json").read_text("utf-8"))
    folder, file = tmp_path_factory.mktemp(request.param), LOGS[request.param]
    slugs = {re.sub(r"\W+", "_", name.lower()): name for name in golden["activities"]}
    lines = [TOUCHPOINT.format(slug=slug, name=json.dumps(name)) for slug, name in slugs.items()]
    (folder / "taxonomy.yaml").write_text(TAXONOMY.format(touchpoints="\n".join(lines)), "utf-8")
    (folder / "mapping.yaml").write_text(MAPPING.format(file=file.name), "utf-8")
    mapping, taxonomy = load_mapping(folder / "mapping.yaml")
    assert taxonomy
    home = Home.create(folder / "home")
    with closing(connect(home)) as con:
        (source,) = prepare(home, con, mapping, file.parent, taxonomy, 1).sources
        assert (source.quarantined, source.unmapped) == (0, ())
        lake = Lake(home)
        lake.drop_duplicates(con)
        versions = lake.append(con, 1, taxonomy.journey_gap_days, taxonomy.time_zone)
    names = {each.code: slugs[each.slug] for each in taxonomy.touchpoints}
    with Reader(home, versions) as reader:
        yield Brought(reader, names, golden)


def test_every_event_and_every_case_is_there(log: Brought) -> None:
    journeys = log.rows(log.reader.table("journeys"))
    assert (sum(each["contacts"] for each in journeys), len(journeys)) == (
        log.golden["events"],
        log.golden["cases"],
    )
    paths = [decode(each["path"]) for each in journeys]
    assert Counter(log.names[path[0]] for path in paths) == log.golden["starts"]
    assert Counter(log.names[path[-1]] for path in paths) == log.golden["ends"]


def test_what_follows_what_and_after_how_long(log: Brought) -> None:
    """Beside the median of the table, the one we show: of an even number the lower one, never a time nobody waited."""
    steps = log.reader.table("transitions")
    going = steps.filter(steps.next_touchpoint.notnull())
    pair = ["touchpoint", "next_touchpoint"]
    found = log.rows(going.group_by(pair).agg(n=going.count(), median=going.wait_us.median()))
    told = {
        (log.names[row["touchpoint"]], log.names[row["next_touchpoint"]]): (row["n"], row["median"])
        for row in found
    }
    golden = {(one, other): rest for one, other, *rest in log.golden["follows"]}
    assert told == {each: (n, (low + high) / 2) for each, (n, low, high) in golden.items()}

    shown = {}
    for flow in read_flows(log.reader.run(flows(steps))):
        if flow.next_touchpoint is not None:
            assert isinstance(flow.wait_median, Estimate)
            each = log.names[flow.touchpoint], log.names[flow.next_touchpoint]
            shown[each] = flow.contacts, round(flow.wait_median.value * HOUR_US)
    assert shown == {each: (n, low) for each, (n, low, _high) in golden.items()}


def test_the_most_frequent_paths(log: Brought) -> None:
    found = read_variants(log.reader.run(variants(log.reader.table("journeys"), 20)))
    golden = {tuple(path): count for count, *path in log.golden["variants"]}
    assert found.distinct == log.golden["different"]
    assert [each.journeys for each in found.variants] == sorted(golden.values(), reverse=True)[:20]
    for each in found.variants:
        assert golden[tuple(log.names[code] for code in each.path)] == each.journeys


def test_how_long_cases_take(log: Brought) -> None:
    journeys = log.reader.table("journeys")
    took = sorted(row["took"] for row in log.rows(journeys.select(took=journeys.end_us - journeys.start_us)))
    golden, count = log.golden["durations"], len(took)
    assert (sum(took), took[-1]) == (golden["sum"], golden["longest"])
    assert [took[(count - 1) // 2], took[count // 2]] == golden["middle"]
