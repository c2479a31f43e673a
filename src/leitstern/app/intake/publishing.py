"""What pages show: published states of the lake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.findings import anew
from leitstern.app.company.queries import require_version
from leitstern.app.intake.models import Snapshot
from leitstern.app.intake.queries import LATEST, versions_of
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from datetime import date

    from leitstern.store.home import Home
    from leitstern.store.lake import Lake
    from leitstern.store.reader import Versions

    type Days = tuple[date | None, date | None]

KEPT_SNAPSHOTS = 3  # older states can no longer be opened
DATED = ("contacts", "feedback")


def measured_days(home: Home, versions: Versions) -> Days:
    """The first and the last day of a state. Histories reach back decades; measuring begins with the first answer."""
    from ibis import _

    with Reader(home, versions) as reader:
        days = {
            name: reader.run(
                reader.table(name).aggregate(first=_.local_date.min(), last=_.local_date.max())
            ).to_pylist()[0]
            for name in DATED
        }
    first = days["feedback"]["first"] or days["contacts"]["first"]
    return first, max(filter(None, (found["last"] for found in days.values())), default=None)


def publish(versions: Versions, days: Days) -> Snapshot:
    """Make this state of the lake what pages show from now on. Call it in the transaction of what led to it."""
    first, last = days
    anew(LATEST)
    return Snapshot.objects.create(
        versions={name: getattr(versions, name) for name in versions.__slots__},
        taxonomy=require_version(),
        first_date=first,
        as_of=last,
    )


def release(lake: Lake, kept: int = KEPT_SNAPSHOTS) -> None:
    """Delete the files of states nobody opens any more; `kept` is how many may still be open on somebody's page."""
    lake.release([versions_of(snapshot) for snapshot in Snapshot.objects.order_by("-id")[:kept]])
