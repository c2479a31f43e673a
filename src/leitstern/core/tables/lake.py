"""The five tables of the lake: three of facts as they came in, two derived from them.

Conventions: `*_us` are microseconds since 1970 UTC; taxonomy codes are append-only and 0 means *unmapped*;
`local_*` are in the business time zone. Facts are ordered by (entity_id, ts_us, seq): `seq` is unique within the
lake and grows with arrival, so ties in time never depend on threads.
"""

from __future__ import annotations

import pyarrow as pa

_KEYS = [
    ("entity_id", pa.int64()),  # keyed 63-bit hash of the customer's strongest identifier
    ("journey_key", pa.int64()),  # keyed 63-bit hash of the explicit journey id; 0 = none given
    ("ts_us", pa.int64()),
    ("seq", pa.int64()),
    ("touchpoint", pa.int32()),
    ("channel", pa.int16()),
    ("department", pa.int16()),
]
_ORIGIN = [
    ("weight", pa.float64()),  # how many like it the row stands for; 1 unless the mapping says otherwise
    ("source", pa.int16()),
    ("import_id", pa.int32()),
    ("line", pa.int64()),  # in the source file, for "where does this come from?"
]

CONTACTS = pa.schema(
    [
        *_KEYS,
        ("local_date", pa.date32()),
        ("local_hour", pa.int8()),
        ("local_dow", pa.int8()),  # 1 = Monday
        ("flags", pa.int8()),  # see FLAG_*
        ("props", pa.string()),  # JSON object of what the mapping keeps, or null
        *_ORIGIN,
    ]
)

FEEDBACK = pa.schema(
    [
        *_KEYS,
        ("local_date", pa.date32()),
        ("kind", pa.string()),  # nps | csat | ces | rating
        ("facet", pa.string()),  # which statement it answers: satisfied, in_time, easy, …
        ("value", pa.float64()),
        ("low", pa.float64()),  # ends of the scale
        ("high", pa.float64()),
        ("good_from", pa.float64()),  # from here on the answer counts as agreement with the statement
        ("comment", pa.string()),  # masked, or null
        ("language", pa.string()),  # de, en, … or null
        *_ORIGIN,
    ]
)

PROMISES = pa.schema(
    [
        *_KEYS,  # ts_us: when it was made, or due if unknown
        ("promise", pa.int32()),
        ("due_us", pa.int64()),
        ("kept_us", pa.int64()),  # null = not (yet) kept
        ("late_days", pa.int32()),  # calendar days in the business time zone, negative = early; null = open
        ("due_date", pa.date32()),
        *_ORIGIN,
    ]
)

# Derived: one row per contact, with what came next in the same journey.
TRANSITIONS = pa.schema(
    [
        ("person", pa.int64()),
        ("journey", pa.int64()),
        ("ts_us", pa.int64()),
        ("seq", pa.int64()),
        ("position", pa.int32()),  # 0-based within the journey
        ("touchpoint", pa.int32()),
        ("channel", pa.int16()),
        ("department", pa.int16()),
        ("local_date", pa.date32()),
        ("next_touchpoint", pa.int32()),  # null at the journey's end
        ("next_channel", pa.int16()),
        ("next_department", pa.int16()),
        ("wait_us", pa.int64()),  # until the next contact
        ("wait_bucket", pa.int16()),  # floor(16·log2(1 + seconds)); equal on every engine
        (
            "since_same_us",
            pa.int64(),
        ),  # since the person's previous contact at the same touchpoint, any journey
        ("weight", pa.float64()),
    ]
)

JOURNEYS = pa.schema(
    [
        ("person", pa.int64()),
        ("journey", pa.int64()),
        ("start_us", pa.int64()),
        ("end_us", pa.int64()),
        ("start_date", pa.date32()),
        ("contacts", pa.int32()),
        ("path", pa.string()),  # one private-use character per contact: chr(0xF0000 + touchpoint)
        ("channel", pa.int16()),  # of the first contact
        ("departments", pa.int16()),  # distinct
        ("handoffs", pa.int32()),  # changes of department between neighbouring contacts
        ("repeats", pa.int32()),  # contacts at a touchpoint the person had visited within 7 days before
        ("wait_us", pa.int64()),  # sum over the journey
        ("promises", pa.int32()),
        ("promises_late", pa.int32()),
        ("weight", pa.float64()),
    ]
)

FACTS = {"contacts": CONTACTS, "feedback": FEEDBACK, "promises": PROMISES}
DERIVED = {"transitions": TRANSITIONS, "journeys": JOURNEYS}
LAKE = FACTS | DERIVED

FLAG_AMBIGUOUS_HOUR = 1  # the hour that exists twice at the end of summer time: the earlier was taken
FLAG_DATE_ONLY = 2  # no time of day in the source

TOLD_AGAIN = (
    "told_again"  # the property of contacts that says whether customers had to say again what we knew
)
TOLD = {True: "yes", False: "no"}  # its values; without it, nobody recorded that

PATH_BASE = 0xF0000
REPEAT_WINDOW_US = 7 * 86_400_000_000
