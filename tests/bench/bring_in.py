"""A whole import: typed, hashed, deduplicated, sorted, synced, derived. `python -m tests.bench.bring_in FILE HOME RULES`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import read_mapping
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.store import engine
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from tests.bench.contacts import CHANNELS, TOUCHPOINTS

MAPPING = """
version: 1
time_zone: Europe/Berlin
sources:
  - name: calls
    file: {file}
    {rest}
"""
ROW = "customer: {column: customer, kind: customer_no}\n    journey: case_no\n    "
EXPORT = (
    "contacts: [{touchpoint: {column: %s}, channel: {column: channel}, department: {column: department}, "
    "at: %s, props: [seconds, product]}]"
)
CALL = EXPORT % ("touchpoint", "moment")
RULES = {
    "numbered": f"{ROW}key: [contact_no]\n    {CALL}",
    "unnumbered": ROW + CALL,
    "narrow": f"{ROW}contacts: [{{touchpoint: {{column: touchpoint}}, at: moment, props: [seconds]}}]",
    "nested": "customer: {column: customer.no, kind: customer_no}\n    journey: customer.case.no\n    "
    f"key: [contact_no]\n    {CALL}",
    "xes": 'customer: {column: "case:concept:name", kind: customer_no}\n    journey: case_no\n    '
    f"key: [contact_no]\n    {EXPORT % ('"concept:name"', '"time:timestamp"')}",
    "ocel": 'customer: {column: "object:customer", kind: customer_no}\n    journey: "object:case"\n    '
    f'key: ["ocel:eid"]\n    {EXPORT % ('"ocel:activity"', '"ocel:timestamp"')}',
}
TAXONOMY = (
    """
version: 1
company: Bench
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}, {slug: sales, name: Sales}]
channels: ["""
    + ", ".join(f"{{slug: {name}, name: {name}, digital: false}}" for name in CHANNELS)
    + """]
stages: [{slug: help, name: Help}]
touchpoints:
"""
    + "".join(
        f"  - {{slug: t{i}, name: Touchpoint {i}, stage: help, department: {'service' if i % 2 else 'sales'}, channel: phone}}\n"
        for i in range(TOUCHPOINTS)
    )
)


def bring_in(file: Path, folder: Path, rules: str) -> None:
    """Import `file` into a new home in `folder` by one of RULES."""
    shutil.rmtree(folder, ignore_errors=True)
    home, taxonomy = Home.create(folder), read_taxonomy(TAXONOMY)
    mapping = read_mapping(MAPPING.format(file=file.name, rest=RULES[rules]), taxonomy=taxonomy)
    con = engine.connect(home, threads=min(2, len(os.sched_getaffinity(0))))
    try:
        lake = Lake(home)
        prepare(home, con, mapping, file.parent, taxonomy, 1)
        lake.drop_duplicates(con)
        lake.append(con, 1, taxonomy.journey_gap_days, taxonomy.time_zone)
    finally:
        con.close()


if __name__ == "__main__":
    bring_in(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
