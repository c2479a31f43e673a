"""The company of the desk's tests: what it is called, and a contact as somebody types it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.desk.counting import count_now
from leitstern.app.desk.typed import Typed
from leitstern.app.intake.queries import latest_snapshot, versions_of
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from leitstern.store.home import Home

TAXONOMY = """
version: 1
company: Probe
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}, {slug: claims, name: {de: Schaden, en: Claims}}]
channels: [{slug: phone, name: Telefon, digital: false}, {slug: letter, name: Brief, digital: false}, {slug: web, name: Web, digital: true}]
stages: [{slug: help, name: Hilfe}]
touchpoints:
  - {slug: portal, name: Portal, stage: help, department: service, channel: web}
  - {slug: call, name: Anruf, stage: help, department: service, channel: phone, synonyms: [Telefonat]}
  - {slug: post, name: Post, stage: help, department: claims, channel: letter}
facets: [{slug: recommend, name: Empfehlung, question: {de: Wie viele?, en: How many?}}]
promises: [{slug: call_back, touchpoint: call, facet: in_time, share: 0.95, text: {de: Wir rufen zurück, en: We call back}}]
"""


def typed(number: str = "K-1", **more: str) -> Typed:
    """A call, as it is typed in a hurry."""
    return replace(Typed(number=number, kind="customer", touchpoint="call"), **more)


def count() -> int:
    """Count all that waits."""
    return count_now(COMMAND_LINE)


def lake(home: Home, table: str) -> list[dict[str, Any]]:
    """The rows of a table as pages see them."""
    snapshot = latest_snapshot()
    if snapshot is None:
        return []
    with Reader(home, versions_of(snapshot)) as reader:
        found: list[dict[str, Any]] = reader.run(reader.table(table)).to_pylist()
    return sorted(found, key=lambda row: row["seq"])
