"""Published and recounted figures of real data: a marketplace's orders and a town's building permits."""

from __future__ import annotations

import gzip
from collections import defaultdict
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import duckdb
import numpy as np
import pytest
from tests.core.outside.small_lake import SmallLake, run
from tests.real import OLIST, WABO, needs_real_data

from leitstern.core.company.taxonomy import Driver, Promise, Taxonomy, Touchpoint
from leitstern.core.outside.drivers import Answers, contrast_promise, explain, read_answers
from leitstern.core.outside.flows import flows, read_flows
from leitstern.core.outside.handoffs import handoffs_per_journey, read_handoffs_per_journey
from leitstern.core.outside.lineage import with_journey_channel
from leitstern.core.outside.lived import lived_statistics, read_lived
from leitstern.core.outside.promises import PromiseRecord, promise_records, read_promise_records
from leitstern.core.outside.reasons import drivers_of, reasons
from leitstern.core.outside.scores import read_scores, scores
from leitstern.core.outside.variants import read_variants, variants
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

pytestmark = [pytest.mark.real, needs_real_data]

NAME = Text(en="–", de="–")
PURCHASE, APPROVAL, HANDOVER, DELIVERY = 1, 2, 3, 4
OLIST_TODAY = date(2018, 10, 31)  # after the last entry
DRIVERS = (
    Driver("approval_hours", NAME, wait=("purchase", "approval")),
    Driver("handling_hours", NAME, wait=("approval", "handover")),
    Driver("shipping_hours", NAME, wait=("handover", "delivery")),
    Driver("days_late", NAME, late="delivery_by_date"),
    Driver("days_early", NAME, early="delivery_by_date"),
    Driver("items", NAME, prop="items"),
    Driver("sellers", NAME, prop="sellers"),
)
MARKET = Taxonomy(
    company=NAME,
    time_zone="America/Sao_Paulo",
    touchpoints=tuple(
        Touchpoint(code, slug, NAME, "", "")
        for code, slug in enumerate(("purchase", "approval", "handover", "delivery"), start=1)
    ),
    promises=(Promise(1, "delivery_by_date", "delivery", "in_time", 1.0, NAME),),
    drivers=DRIVERS,
)

ORDERS = """
CREATE TABLE items AS
    SELECT order_id, count(*) AS items, count(DISTINCT seller_id) AS sellers
    FROM read_csv('{folder}/olist_order_items_dataset.csv', all_varchar=true) GROUP BY ALL;
CREATE TABLE orders AS
    SELECT o.*, c.customer_unique_id, hash(customer_unique_id) // 2 AS entity_id, hash(o.order_id) // 2 AS journey_key,
        CASE order_status WHEN 'delivered' THEN 96478 / 5172 ELSE 1 END AS weight,
        '{{"items": ' || items || ', "sellers": ' || sellers || '}}' AS props
    FROM read_csv('{folder}/olist_orders_dataset.csv', all_varchar=true) o
    JOIN read_csv('{folder}/olist_customers_dataset.csv', all_varchar=true) c USING (customer_id)
    LEFT JOIN items USING (order_id);
CREATE TABLE reviews AS
    SELECT DISTINCT ON (review_id, order_id) o.*, review_score::double AS score, review_answer_timestamp AS answered
    FROM read_csv('{folder}/olist_order_reviews_dataset.csv', all_varchar=true) r JOIN orders o USING (order_id);
"""
COLUMNS = """
    entity_id::bigint AS entity_id, journey_key::bigint AS journey_key, epoch_us(moment) AS ts_us,
    row_number() OVER (ORDER BY order_id, touchpoint, moment) AS seq, touchpoint, 1 AS channel, touchpoint AS department,
    moment::date AS local_date, weight, 1 AS source, 1 AS import_id, 1 AS line
"""
CONTACTS = f"""
WITH contacts AS (
    SELECT *, unnest([1, 2, 3, 4]) AS touchpoint,
        unnest([order_purchase_timestamp, order_approved_at, order_delivered_carrier_date,
            order_delivered_customer_date])::timestamp AS moment
    FROM orders
)
SELECT {COLUMNS}, CASE touchpoint WHEN 1 THEN props END AS props, 0 AS flags, 0 AS local_hour, 1 AS local_dow
FROM contacts WHERE moment IS NOT NULL
"""
PROMISES = f"""
WITH promises AS (
    SELECT *, 4 AS touchpoint, order_purchase_timestamp::timestamp AS moment,
        order_estimated_delivery_date::timestamp AS due, order_delivered_customer_date::timestamp AS kept
    FROM orders WHERE order_status <> 'canceled'
)
SELECT {COLUMNS}, 1 AS promise, epoch_us(due) AS due_us, epoch_us(kept) AS kept_us, due::date AS due_date,
    date_diff('day', due::date, kept::date) AS late_days
FROM promises
"""
FEEDBACK = f"""
WITH answers AS (SELECT *, 4 AS touchpoint, answered::timestamp AS moment FROM reviews {{where}})
SELECT {COLUMNS}, 'rating' AS kind, 'satisfied' AS facet, score AS value, 1::double AS low, 5::double AS high, 4::double AS good_from
FROM answers
"""
DELIVERED = "WHERE order_status = 'delivered' AND order_delivered_customer_date IS NOT NULL"


@pytest.fixture(scope="module")
def orders() -> Any:
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(ORDERS.format(folder=OLIST))
        yield con


@pytest.fixture(scope="module")
def market(orders: duckdb.DuckDBPyConnection) -> SmallLake:
    """All orders, and the reviews of those that were delivered."""
    return SmallLake(
        *(
            orders.sql(query).to_arrow_table().to_pylist()
            for query in (CONTACTS, FEEDBACK.format(where=DELIVERED), PROMISES)
        )
    )


@pytest.fixture(scope="module")
def delivered(market: SmallLake) -> Answers:
    rows = run(reasons(market.feedback, market.contacts, market.transitions, market.promises, MARKET))
    (answers,) = read_answers(rows, drivers_of(MARKET))
    return answers


def test_every_reviewed_delivery_has_a_history(delivered: Answers) -> None:
    assert len(delivered.outcome) == 5232


def test_lateness_explains_most_and_time_on_the_way_little(delivered: Answers) -> None:
    found = explain(delivered, np.random.default_rng(0))
    assert isinstance(found.attribution, Attribution)
    shares = {driver.slug: driver.share for driver in found.attribution.drivers}
    assert set(shares) == {driver.slug for driver in DRIVERS}
    assert shares["days_late"].value > 0.5
    assert shares["shipping_hours"].high < 0.2
    assert found.attribution.explained.value == pytest.approx(0.19, abs=0.01)
    late = found.attribution.drivers[0]
    assert (late.slug, late.direction) == ("days_late", -1)


def test_shares_with_hindsight_are_the_published_ones(orders: duckdb.DuckDBPyConnection) -> None:
    """With the whole history, also what came after the answer: lateness 55 %, earliness 22 %, shipping 9 %, handling 4.5 %."""
    table = orders.sql(
        f"""
        SELECT score, row_number() OVER () AS customer,
            epoch(order_approved_at::timestamp - order_purchase_timestamp::timestamp) / 3600 AS approval,
            epoch(order_delivered_carrier_date::timestamp - order_approved_at::timestamp) / 3600 AS handling,
            epoch(order_delivered_customer_date::timestamp - order_delivered_carrier_date::timestamp) / 3600 AS shipping,
            late, -late AS early, items, sellers
        FROM (SELECT *, date_diff('day', order_estimated_delivery_date::date, order_delivered_customer_date::date) AS late
            FROM reviews LEFT JOIN items USING (order_id) {DELIVERED})
        """
    ).to_arrow_table()
    names = ["approval", "handling", "shipping", "late", "early", "items", "sellers"]
    lived = np.column_stack([table[name].to_numpy().astype(float) for name in names])
    answers = Answers(
        touchpoint=DELIVERY,
        facet="satisfied",
        slugs=tuple(names),
        lived=lived,
        outcome=table["score"].to_numpy(),
        good=table["score"].to_numpy() >= 4,
        weights=np.ones(len(lived)),
        customers=table["customer"].to_numpy(),
    )
    found = explain(answers, np.random.default_rng(0)).attribution
    assert isinstance(found, Attribution)
    assert found.explained.value == pytest.approx(0.20, abs=0.005)
    shares = {driver.slug: driver.share.value for driver in found.drivers}
    published = {"late": 0.55, "early": 0.22, "shipping": 0.09, "handling": 0.045}
    assert {name: shares[name] for name in published} == pytest.approx(published, abs=0.006)


def test_mean_review_by_lateness(market: SmallLake) -> None:
    days = {row["journey_key"]: row["late_days"] for row in market._promises}
    classes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for answer in market._feedback:
        late = days[answer["journey_key"]]
        name = "15 early" if late <= -15 else "early" if late <= 0 else "late" if late <= 3 else "3 late"
        classes[name].append(answer)
    found = {}
    for name, answers in classes.items():
        (score,) = read_scores(run(scores(SmallLake([], answers, []).feedback, [])), [])
        assert isinstance(score.mean, Estimate)
        assert score.mean.low < score.mean.value < score.mean.high
        found[name] = (round(score.mean.value, 3), score.answers)
    assert found == {
        "15 early": (4.318, 1923),
        "early": (4.248, 2965),
        "late": (3.277, 101),
        "3 late": (1.716, 243),
    }


def test_a_broken_promise_hurts_whatever_the_time_on_the_way(delivered: Answers) -> None:
    contrast = contrast_promise(delivered, late="days_late", within="shipping_hours")
    assert len(contrast.strata) == 4
    for stratum in contrast.strata:
        assert isinstance(stratum.difference, Estimate)
        assert stratum.difference.low > 0
    assert isinstance(contrast.overall, Estimate)
    assert contrast.overall.low > 0.3


def test_weights_give_back_the_whole_market(market: SmallLake) -> None:
    total = sum(
        flow.weighted for flow in read_flows(run(flows(market.transitions))) if flow.touchpoint == PURCHASE
    )
    assert total == pytest.approx(96478 + 2963, rel=1e-9)


def test_nearly_everybody_takes_the_same_path(market: SmallLake) -> None:
    found = read_variants(run(variants(market.journeys, 3)))
    assert found.journeys == 8135
    assert found.variants[0].path == (PURCHASE, APPROVAL, HANDOVER, DELIVERY)
    assert isinstance(found.variants[0].share, Estimate)
    assert found.variants[0].share.low > 0.9


def test_lived_shares_of_the_market(market: SmallLake) -> None:
    lived = {
        one.facet: one
        for one in read_lived(run(lived_statistics(market.feedback, market.promises, OLIST_TODAY)))
    }
    assert lived["satisfied"].agreement.answers == 5232
    assert 0.7 < lived["satisfied"].agreement.share < 0.85
    assert 0.9 < lived["in_time"].agreement.share < 0.95
    assert isinstance(lived["satisfied"].depth, Estimate)


WABO_TODAY = date(2012, 1, 23)  # the last entry of the log
CHANNELS = ("Internet", "Desk", "Post", "e-mail", "Intern")


@pytest.fixture(scope="module")
def town() -> SmallLake:
    """Every event of every application; the promise is the day on which the case was planned to end."""
    lake = SmallLake()
    seq = 0
    with gzip.open(WABO / "env_permit.xes.gz") as file:
        traces = [element for element in ElementTree.parse(file).getroot() if element.tag.endswith("trace")]
    for number, trace in enumerate(traces, start=1):
        case = {child.get("key"): child.get("value") for child in trace if child.get("key")}
        base = {
            "entity_id": number,
            "journey_key": number,
            "source": 1,
            "import_id": 1,
            "line": number,
            "weight": 1.0,
        }
        base["channel"] = CHANNELS.index(case["channel"]) + 1
        for event in trace:
            if not event.tag.endswith("event"):
                continue
            seq += 1
            said = {child.get("key"): child.get("value") for child in event}
            at = datetime.fromisoformat(said["time:timestamp"])
            lake._contacts.append(
                base
                | {"ts_us": int(at.timestamp() * 1e6), "seq": seq, "touchpoint": 1, "local_date": at.date()}
                | {
                    "department": sum(map(ord, said["org:group"])),
                    "flags": 0,
                    "local_hour": 0,
                    "local_dow": 1,
                    "props": None,
                }
            )
        due, kept = (
            datetime.fromisoformat(case[key]) if key in case else None
            for key in ("enddate_planned", "enddate")
        )
        if due:
            seq += 1
            lake._promises.append(
                base
                | {
                    "ts_us": int(due.timestamp() * 1e6),
                    "seq": seq,
                    "touchpoint": 2,
                    "department": 1,
                    "promise": 1,
                }
                | {"due_us": int(due.timestamp() * 1e6), "due_date": due.date()}
                | {"kept_us": int(kept.timestamp() * 1e6) if kept else None}
                | {"late_days": (kept.date() - due.date()).days if kept else None}
            )
    return lake


def test_all_journeys_and_contacts_are_there(town: SmallLake) -> None:
    assert run(town.journeys).num_rows == 1434
    assert run(town.contacts).num_rows == 8577


def late_by_channel(town: SmallLake, promises: Any) -> dict[str, PromiseRecord]:
    linked = with_journey_channel(promises, town.contacts, town.transitions, town.journeys)
    by = ["journey_channel"]
    records = read_promise_records(run(promise_records(linked, by, WABO_TODAY)), by, WABO_TODAY)
    return {CHANNELS[record.group[0] - 1]: record for record in records}


def test_late_by_the_calendar_and_what_is_overdue(town: SmallLake) -> None:
    """A decision on the very day it was promised for is in time; 74 that were never taken are overdue."""
    records = late_by_channel(town, town.promises)
    late = {name: records[name].late for name in ("Desk", "Post", "Internet")}
    assert {name: round(share.value, 3) for name, share in late.items()} == {
        "Desk": 0.278,
        "Post": 0.288,
        "Internet": 0.26,
    }
    assert all(
        isinstance(share, Estimate) and share.low < share.value < share.high for share in late.values()
    )
    assert records["Desk"].late.n == 108
    assert sum(record.promises for record in records.values()) == 1434


def test_late_per_case_as_published(town: SmallLake) -> None:
    """Desk .38, Post .32, Internet .26 of all cases: late from the first minute of the day promised, open ones never."""
    decided = town.promises
    decided = decided.filter(decided.kept_us.notnull())
    minutes = decided.mutate(late_days=(decided.kept_us > decided.due_us).cast("int32"))
    cases = {name: record.promises for name, record in late_by_channel(town, town.promises).items()}
    late = late_by_channel(town, minutes)
    found = {
        name: round(late[name].late.value * late[name].promises / cases[name], 2)
        for name in ("Desk", "Post", "Internet")
    }
    assert found == {"Desk": 0.38, "Post": 0.32, "Internet": 0.26}


def test_an_application_is_handed_on_three_times(town: SmallLake) -> None:
    (found,) = read_handoffs_per_journey(run(handoffs_per_journey(town.journeys)))
    assert isinstance(found.median, Estimate)
    slow = np.median(run(town.journeys)["handoffs"].to_numpy())
    assert found.median.value == slow
    assert found.median.n == 1434
