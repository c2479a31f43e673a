"""The whole way: the company's files through the ordinary importer into a lake, and its truths out of it again."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.collect.example.files import LOST_TIMES, TWICE
from leitstern.collect.example.voice import NAMES
from leitstern.collect.example.write import ExampleFiles, write_example
from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import load_mapping
from leitstern.core.company.taxonomy import Department, Touchpoint
from leitstern.core.outside.milestones import milestone_examples, milestone_record, moments, read_milestone
from leitstern.core.stats.estimate import Estimate
from leitstern.store.engine import connect
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.reader import Reader, Versions

if TYPE_CHECKING:
    import pyarrow as pa

    from leitstern.collect.prepared import Prepared
    from leitstern.core.company.taxonomy import Taxonomy

UNTIL = date(2026, 6, 30)


@dataclass(frozen=True)
class Imported:
    files: ExampleFiles
    taxonomy: Taxonomy
    prepared: Prepared
    duplicates: dict[tuple[str, int], int]
    home: Home
    versions: Versions

    def rows(self, table: str) -> pa.Table:
        with Reader(self.home, self.versions) as reader:
            return reader.run(reader.table(table))

    def code(self, touchpoint: str) -> int:
        found = self.taxonomy.lookup(Touchpoint).slug(touchpoint)
        assert found
        return found.code


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("lindenberg")
    files = write_example(folder / "files", seed=3, customers=1_200, contacts=16_000, until=UNTIL)
    home = Home.create(folder / "home")
    mapping, taxonomy = load_mapping(files.mapping)
    assert taxonomy
    with closing(connect(home)) as con:
        prepared = prepare(home, con, mapping, files.folder, taxonomy, 1)
        lake = Lake(home)
        duplicates = lake.drop_duplicates(con)
        versions = lake.append(con, 1, taxonomy.journey_gap_days, taxonomy.time_zone)
    return Imported(files, taxonomy, prepared, duplicates, home, versions)


def test_everything_arrives_but_the_flaws_of_the_exports(imported: Imported) -> None:
    stored = {table: len(imported.rows(table)) for table in ("contacts", "promises", "feedback")}
    assert stored == {
        "contacts": imported.files.contacts,
        "promises": imported.files.promises,
        "feedback": imported.files.answers,
    }
    sources = imported.prepared.sources
    assert {source.name: source.quarantined for source in sources if source.quarantined} == {
        "contact_centre": LOST_TIMES
    }
    assert sum(imported.duplicates.values()) == TWICE
    assert sum(source.received for source in sources) == sum(stored.values()) + LOST_TIMES + TWICE


def test_nothing_is_unknown_to_the_taxonomy(imported: Imported) -> None:
    assert [source.unmapped for source in imported.prepared.sources if source.unmapped] == []
    contacts = imported.rows("contacts")
    assert 0 not in contacts["touchpoint"].to_pylist()
    assert set(imported.rows("feedback")["touchpoint"].to_pylist()) <= set(contacts["touchpoint"].to_pylist())


def test_no_name_number_or_address_survives_in_a_comment(imported: Imported) -> None:
    comments = [comment for comment in imported.rows("feedback")["comment"].to_pylist() if comment]
    assert len(comments) > 100
    assert not [c for c in comments if "@" in c or "9999 9999" in c or any(name in c for name in NAMES)]
    assert sum("[name]" in c for c in comments) > 5


def test_whoever_paid_off_a_mortgage_hears_nothing_but_an_offer(imported: Imported) -> None:
    milestone = next(m for m in imported.taxonomy.milestones if m.slug == "mortgage_paid_off")
    with Reader(imported.home, imported.versions) as reader:
        reached = moments(reader.table("contacts"), milestone, imported.taxonomy, UNTIL)
        record = reader.run(milestone_record(reached))
        found = read_milestone(record, reader.run(milestone_examples(reached, 5)), UNTIL)
    assert found.reached == 6
    assert isinstance(found.answered, Estimate)
    assert isinstance(found.spoiled, Estimate)
    assert found.answered.value < 0.2 < 0.8 < found.spoiled.value
    assert len(found.examples) == 5


def test_a_claim_is_one_journey_with_its_handoff(imported: Imported) -> None:
    transitions = imported.rows("transitions").to_pylist()
    assessed, reported = imported.code("claim_assessment"), imported.code("claim_report")
    waits = sorted(
        row["wait_us"] / 3.6e9
        for row in transitions
        if (row["touchpoint"], row["next_touchpoint"]) == (reported, assessed)
    )
    departments = imported.taxonomy.lookup(Department)
    row = next(row for row in transitions if row["touchpoint"] == assessed)
    handed = departments.code(row["department"])
    assert handed
    assert handed.slug == "claims_assessment"
    assert len(waits) > 120
    assert waits[len(waits) // 2] > 24 * 4
