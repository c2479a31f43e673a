"""Everything as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.change.involving import subject_names, subjects_of
from leitstern.app.change.queries import agreed_fewest, as_item, took_part
from leitstern.core.bridge.change.participation import NONE_OUT
from leitstern.core.bridge.change.pulse import SAID, Asked
from leitstern.core.bridge.change.talk import ANSWERS, CHANNELS, Answer, Channel
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leitstern.app.change.models import Message, Shaping
    from leitstern.app.change.pulses import Pulsed
    from leitstern.app.change.reaching import ByRole
    from leitstern.core.bridge.change.coverage import Coverage
    from leitstern.core.bridge.change.involvement import Involvement
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

COVERAGE_HEADER = [
    *("id", "initiative", "unit", "department", "role", "told", "brief of", "changed"),
    *("copies", "opened", "low", "high", "not shown"),
]
CALENDAR_HEADER = [
    "id",
    "day",
    "what",
    "initiative",
    "answer",
    "channel",
    "who",
    "departments",
    "roles",
    "said on",
    "note",
]
SHAPINGS_HEADER = [
    "id",
    "day",
    "workshop",
    "initiative",
    "departments",
    "invited",
    "took part",
    "customers",
    "shaped",
    "taken up",
    "not taken up",
]
INVOLVED_HEADER = ["place", "slug", "name", "customers took part", "workshops", "last with customers"]
PULSE_HEADER = ["unit", "department", "question", "asked", "n", "share", "low", "high", "hidden"]


def coverage_rows(
    found: Coverage, reach: ByRole, names: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per affected role of each initiative; one for an initiative of which nobody said whom it affects.

    With how many of the copies the role was handed were opened, as far as that may be told.
    """
    for each in found.told:
        head: list[object] = [each.key, each.title]
        days = [day.isoformat() if day else "" for day in (each.published, each.changed)]
        if not each.affected:
            yield [*head, "", "", "", None, *days, None, None, None, None, ""]
        for role in each.affected:
            name = names[role.unit].to(language) if role.unit in names else role.unit
            opened = _opened(reach.get((each.key, role), NONE_OUT), language)
            yield [*head, role.unit, name, role.name, role in each.answered, *days, *opened]


def calendar_rows(
    rows: Iterable[Message], names: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per entry."""
    for row in rows:
        item = as_item(row)
        units = (names[unit].to(language) if unit in names else unit for unit in item.units)
        yield [
            row.pk,
            row.day.isoformat(),
            row.title,
            row.initiative.title if row.initiative else "",
            ANSWERS[Answer(row.answer)].to(language),
            CHANNELS[Channel(row.channel)].to(language),
            row.who,
            "; ".join(units),
            "; ".join(role.name for role in item.roles),
            row.done.isoformat() if row.done else "",
            row.note,
        ]


def shaping_rows(rows: Iterable[Shaping], names: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """One row per workshop and group of departments that may be shown together."""
    fewest, called = agreed_fewest(), subject_names()
    for row in rows:
        head: list[object] = [
            row.pk,
            row.day.isoformat(),
            row.title,
            row.initiative.title if row.initiative else "",
        ]
        shaped = "; ".join(
            called[each].to(language) if each in called else each.slug for each in sorted(subjects_of(row))
        )
        came = [sum(each.taken_up is yes for each in row.consequences.all()) for yes in (True, False)]
        shown = took_part(row, fewest).shown
        if not shown:
            yield [*head, "", None, None, row.customers > 0, shaped, *came]
        for each in shown:
            units = dict.fromkeys(
                names[one.unit].to(language) if one.unit in names else one.unit for one in each.of
            )
            yield [*head, "; ".join(units), each.invited, each.took_part, row.customers > 0, shaped, *came]


def involved_rows(found: Involvement, language: str) -> Iterator[list[object]]:
    """One row per piece of work that serves customers."""
    for each in found.lines:
        last = max((one.day for one in each.with_customers), default=None)
        yield [
            each.work.place.value,
            each.work.slug,
            each.work.name.to(language),
            each.yes,
            len(each.workshops),
            last.isoformat() if last else "",
        ]


def pulse_rows(found: Pulsed, language: str) -> Iterator[list[object]]:
    """One row per department and question, hidden ones with their reason."""
    for each in (found.company, *found.units):
        for asked in Asked:
            share = each.share(asked)
            head: list[object] = [each.unit, each.name.to(language), asked.value, SAID[asked].to(language)]
            if isinstance(share, Estimate):
                yield [*head, share.n, share.value, share.low, share.high, ""]
            else:
                yield [*head, None, None, None, None, share.reason.to(language)]


def _opened(share: Measured, language: str) -> list[object]:
    if isinstance(share, Estimate):
        return [share.n, round(share.value, 4), round(share.low, 4), round(share.high, 4), ""]
    return [None, None, None, None, share.reason.to(language)]
