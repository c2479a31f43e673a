"""A whole import: typed, hashed, deduplicated, sorted, synced, derived. `python -m tests.bench.bring_in FILE HOME`."""

from __future__ import annotations

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
    customer: {{column: customer, kind: customer_no}}
    journey: case_no
    {rest}
"""
NARROW = "contacts: [{touchpoint: {column: touchpoint}, at: moment, props: [seconds]}]"
NUMBERED = (
    "key: [contact_no]\n    contacts: [{touchpoint: {column: touchpoint}, channel: {column: channel}, "
    "department: {column: department}, at: moment, props: [seconds, product]}]"
)
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


def bring_in(file: Path, folder: Path) -> None:
    """Import `file` into a new home in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    home, taxonomy = Home.create(folder), read_taxonomy(TAXONOMY)
    with file.open(encoding="utf-8") as lines:
        rest = NUMBERED if next(lines).startswith("contact_no,") else NARROW
    mapping = read_mapping(MAPPING.format(file=file.name, rest=rest), taxonomy=taxonomy)
    con = engine.connect(home)
    try:
        lake = Lake(home)
        prepare(home, con, mapping, file.parent, taxonomy, 1)
        lake.drop_duplicates(con)
        lake.append(con, 1, taxonomy.journey_gap_days, taxonomy.time_zone)
    finally:
        con.close()


if __name__ == "__main__":
    bring_in(Path(sys.argv[1]), Path(sys.argv[2]))
