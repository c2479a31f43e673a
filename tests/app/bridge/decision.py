"""What the company decides in these tests, and how later answers come in."""

from __future__ import annotations

from datetime import date, timedelta

from leitstern.core.bridge.draft import MeasureDraft

WHERE = "call_help", "satisfied"
TODAY = date(2026, 7, 1)  # the day after the last answer that is known
DUE = TODAY + timedelta(days=30)
DRAFT = MeasureDraft(
    choice="act",
    owner="Head of Customer Service",
    due=DUE,
    outcome="My problem is solved on the first call.",
    why="A third of all callers have to call again.",
    daily_work="Whoever takes the call keeps it until it is solved.",
    principles="Solving comes before speaking fast.",
    stop="Handing callers on to a queue.",
    measure_again=DUE + timedelta(days=90),
)
NOTHING = MeasureDraft(choice="do nothing", reason="The letters are rewritten in autumn.")
MAPPING = """
version: 1
time_zone: Europe/Berlin
sources:
  - name: later
    file: later.csv
    customer: {column: customer, kind: customer_no}
    feedback:
      - {touchpoint: call_help, kind: csat, scale: [1, 5], good_from: 4, facet: satisfied, value: score, at: at}
"""
