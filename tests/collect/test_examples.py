"""The examples can be copied: they hold no mistake, and fit the files they speak of."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import iterparse

import duckdb
import pytest
from tests.docs.pages import ROOT
from tests.real import OLIST, WABO, needs_real_data

from leitstern.collect.mapping_file import load_mapping, read_mapping
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.propose import Role, propose
from leitstern.collect.taxonomy_file import read_taxonomy, write_taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.collect.mapping import Mapping, Source
    from leitstern.core.company.taxonomy import Kind, Taxonomy

EXAMPLES = ROOT / "examples"
Log = list[dict[str, str]]


def example(name: str) -> tuple[Mapping, Taxonomy]:
    mapping, taxonomy = load_mapping(EXAMPLES / name / "mapping.yaml")
    assert taxonomy
    return mapping, taxonomy


def rows(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.mark.parametrize("name", ["minimal", "olist", "wabo"])
def test_an_example_has_no_mistakes_and_survives_writing(name: str) -> None:
    mapping, taxonomy = example(name)
    assert read_taxonomy(write_taxonomy(taxonomy)) == taxonomy
    assert read_mapping(write_mapping(mapping), taxonomy=taxonomy) == mapping


@pytest.mark.parametrize("name", ["minimal", "olist", "wabo"])
def test_every_term_of_an_example_has_its_own_german_and_english_name(name: str) -> None:
    _, taxonomy = example(name)
    kinds: tuple[Kind, ...] = ("touchpoint", "stage", "promise", "map")
    for kind in kinds:
        for term in taxonomy.terms(kind):
            assert term.name.de != term.name.en, term.slug


def test_the_first_file_looks_like_one_from_a_german_office() -> None:
    raw = (EXAMPLES / "minimal" / "kontakte.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    header, *found = rows(EXAMPLES / "minimal" / "kontakte.csv", "cp1252", ";")
    assert len(found) == 10
    assert {len(row) for row in found} == {len(header)}
    _, taxonomy = example("minimal")
    assert all(taxonomy.resolve("touchpoint", row[header.index("Kontakt")]) for row in found)
    assert all(taxonomy.resolve("channel", row[header.index("Kanal")]) for row in found)


def test_the_guided_import_reads_the_first_file_as_its_mapping_does() -> None:
    header, *found = rows(EXAMPLES / "minimal" / "kontakte.csv", "cp1252", ";")
    mapping, taxonomy = example("minimal")
    proposed = propose("kontakte.csv", header, found, taxonomy).to_mapping().sources[0]
    (written,) = mapping.sources
    assert proposed.customer.column == written.customer.column
    assert proposed.journey == written.journey
    assert proposed.promises == written.promises
    assert proposed.feedback == written.feedback
    assert [(rule.touchpoint, rule.at, rule.channel) for rule in proposed.contacts] == [
        (rule.touchpoint, rule.at, rule.channel) for rule in written.contacts
    ]


def test_the_shop_has_exactly_seven_reasons() -> None:
    _, taxonomy = example("olist")
    assert [driver.slug for driver in taxonomy.drivers] == [
        "approval_hours",
        "handling_hours",
        "shipping_hours",
        "days_late",
        "days_early",
        "items",
        "sellers",
    ]


def test_delivered_orders_of_the_shop_stand_for_all_that_were_left_out() -> None:
    mapping, _ = example("olist")
    for source in mapping.sources:
        delivered, others = source.weight
        assert delivered.value == (99_441 - 2_963) / 5_172
        assert delivered.when[0].is_in == ("delivered",)
        assert (others.value, others.when) == (1, ())


def columns(source: Source) -> Iterator[str]:
    """Every column a source names of its own file or of what it took before."""
    yield from (source.customer.column, *([source.journey.column] if source.journey else []), *source.key)
    yield from (condition.column for weight in source.weight for condition in weight.when)
    for contact in source.contacts:
        yield from (contact.at, *(column for _, column in contact.props))
        yield from (term.column for term in (contact.touchpoint, contact.channel, contact.department) if term)
    for promise in source.promises:
        yield from (
            promise.made,
            promise.due,
            promise.kept,
            *(condition.column for condition in promise.when),
        )
    for answer in source.feedback:
        yield from (answer.value, answer.at, *answer.comment)


@needs_real_data
@pytest.mark.real
def test_every_column_of_the_shop_is_there() -> None:
    mapping, _ = example("olist")
    for source in mapping.sources:
        there = set(rows(OLIST / source.file)[0])
        for join in source.join:
            assert join.left in there
            theirs = set(rows(OLIST / join.file)[0])
            assert {join.right, *(taken.column for taken in join.take)} <= theirs
            there |= {taken.name for taken in join.take}
        assert {column for column in columns(source) if column} <= there


@needs_real_data
@pytest.mark.real
def test_the_columns_of_the_shop_give_the_published_means() -> None:
    """Mean review by lateness in calendar days of delivered, reviewed orders."""
    mapping, _ = example("olist")
    promise, answer = mapping.sources[0].promises[0], mapping.sources[1].feedback[0]
    orders, reviews = (f"'{OLIST / source.file}'" for source in mapping.sources)
    found = duckdb.sql(f"""
        WITH late AS (
            SELECT {answer.value} AS score, datediff('day', {promise.due}::DATE, {promise.kept}::DATE) AS days
            FROM {reviews} JOIN {orders} USING (order_id)
            WHERE order_status = 'delivered' AND {promise.kept} IS NOT NULL
        )
        SELECT CASE WHEN days <= -15 THEN 1 WHEN days <= 0 THEN 2 WHEN days <= 3 THEN 3 ELSE 4 END AS band,
               count(*), round(avg(score), 3)
        FROM late GROUP BY band ORDER BY band
    """).fetchall()
    assert found == [(1, 1923, 4.318), (2, 2965, 4.248), (3, 101, 3.277), (4, 243, 1.716)]


@pytest.fixture(scope="module")
def log() -> Log:
    """The events of the permits, each with the attributes of its case."""
    found: Log = []
    case: dict[str, str] = {}
    events: Log = []
    with gzip.open(WABO / "env_permit.xes.gz") as file:
        for _, element in iterparse(file):
            name = element.tag.rpartition("}")[2]
            if name == "event":
                events.append({child.attrib["key"]: child.attrib["value"] for child in element})
            elif name == "trace":
                case = {f"case:{c.attrib['key']}": c.attrib["value"] for c in element if "key" in c.attrib}
                found += [case | event for event in events]
                events = []
                element.clear()
    return found


@needs_real_data
@pytest.mark.real
def test_every_event_of_the_permits_is_known(log: Log) -> None:
    mapping, taxonomy = example("wabo")
    (source,) = mapping.sources
    (contact,) = source.contacts
    assert len(log) == 8577
    assert source.journey
    assert len({event[source.journey.column] for event in log}) == 1434
    assert contact.channel
    assert contact.department
    channels = dict(contact.channel.values)
    for event in log:
        assert taxonomy.resolve("touchpoint", event[contact.touchpoint.column])
        group = event[contact.department.column]
        assert bool(taxonomy.resolve("department", group)) == (group != "EMPTY")
        raw = event[contact.channel.column]
        assert taxonomy.resolve("channel", channels.get(raw, raw))


@needs_real_data
@pytest.mark.real
def test_every_permit_was_promised_one_day(log: Log) -> None:
    mapping, _ = example("wabo")
    (promise,) = mapping.sources[0].promises
    (condition,) = promise.when
    chosen = [event for event in log if event[condition.column] in (condition.is_in or ())]
    assert len(chosen) == 1434
    late = Counter(
        event["case:channel"]
        for event in chosen
        if promise.kept in event and event[promise.kept][:10] > event[promise.due][:10]
    )
    closed = Counter(event["case:channel"] for event in chosen if promise.kept in event)
    shares = {channel: round(late[channel] / closed[channel], 3) for channel in closed}
    assert shares == {"Internet": 0.235, "Desk": 0.271, "Post": 0.288, "e-mail": 0.381, "Intern": 0.0}


@needs_real_data
@pytest.mark.real
def test_the_guided_import_understands_the_real_files(log: Log) -> None:
    header, *found = rows(OLIST / "olist_orders_dataset.csv")[:1001]
    orders = propose("olist_orders_dataset.csv", header, found).roles
    assert [column for column, role in orders.items() if role is Role.STEP] == [
        "order_purchase_timestamp",
        "order_approved_at",
        "order_delivered_carrier_date",
        "order_delivered_customer_date",
    ]
    assert orders["order_estimated_delivery_date"] is Role.DUE
    names = list(dict.fromkeys(name for event in log[:1000] for name in event))
    permits = propose(
        "env_permit.xes.gz", names, [[event.get(name) for name in names] for event in log[:1000]]
    )
    roles = {role: column for column, role in permits.roles.items() if role is not Role.IGNORE}
    assert (roles[Role.DUE], roles[Role.DONE]) == ("case:enddate_planned", "case:enddate")
    assert roles[Role.CHANNEL] == "case:channel"
    assert roles[Role.DEPARTMENT] == "org:group"
