"""What was entered by hand, what waits to be counted, and what is still to be done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.desk import told
from leitstern.app.desk.models import TAKEN_OUT, Entry
from leitstern.app.intake.models import ImportState
from leitstern.app.intake.queries import customer_kinds
from leitstern.core.company.taxonomy import Promise, Touchpoint
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date, datetime

    from leitstern.core.company.taxonomy import Taxonomy

FIRST_KIND = "customer"  # of the number, where nothing was brought in yet
LATELY = 10
# What the lake does not say as it stands here: new or changed, or of an import that failed.
WAITS = Q(waits_since__isnull=False) | Q(import_run__state=ImportState.FAILED)
OUT = Q(import_run__state__in=TAKEN_OUT)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something agreed with a customer that is still to be done, by a department."""

    entry: Entry
    what: Literal["step", "promise"]
    said: Text
    department: str
    due: date
    days_late: int  # from 1 on it is overdue


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many entries wait to be counted, and since when the first one does."""

    entries: int
    since: datetime | None


def kinds() -> list[str]:
    """The kinds of customer numbers that can be entered: those that were brought in."""
    return customer_kinds() or [FIRST_KIND]


def entry_by_id(entry_id: int) -> Entry:
    """One entry. Raises NotFound."""
    found = Entry.objects.select_related("import_run", "corrects", "corrected").filter(pk=entry_id).first()
    return or_not_found(found, told.NOT_THERE)


def lately() -> list[Entry]:
    """The newest entries, whoever made them."""
    return list(Entry.objects.select_related("import_run")[:LATELY])


def to_count() -> QuerySet[Entry]:
    """The entries that the lake does not know as they stand here."""
    return Entry.objects.filter(WAITS).exclude(OUT)


def waiting() -> Waiting:
    """How much waits."""
    found = to_count()
    return Waiting(found.count(), found.aggregate(first=Min("waits_since"))["first"])


def known_here(entity: int) -> list[Entry]:
    """What was entered of a customer and is not counted yet, newest first."""
    mine = to_count().filter(entity=entity, withdrawn=None)
    return list(mine.select_related("import_run"))


def agreed(department: str = "") -> list[Agreed]:
    """Next steps and promises that are open, the first due first; of one department, or of all."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return []
    today = timezone.localdate(timezone=ZoneInfo(taxonomy.time_zone))
    standing = Entry.objects.filter(withdrawn=None)
    steps = standing.exclude(step="").filter(step_done=None, step_due__isnull=False)
    promises = standing.exclude(promise="").filter(kept=None, due__isnull=False)
    found = [
        Agreed(entry, "step", Text(entry.step, entry.step), entry.department, day, (today - day).days)
        for entry in steps
        if (day := entry.step_due)
    ]
    found += [
        Agreed(entry, "promise", *_promised(taxonomy, entry), day, (today - day).days)
        for entry in promises
        if (day := entry.due)
    ]
    mine = (each for each in found if not department or each.department == department)
    return sorted(mine, key=lambda each: (each.due, each.entry.pk, each.what))


def by_department(found: list[Agreed]) -> list[tuple[str, Text, int, int]]:
    """Per department with something open its name, how much is open, and how much of it overdue."""
    taxonomy = require_taxonomy()
    many = Counter(each.department for each in found)
    late = Counter(each.department for each in found if each.days_late > 0)
    known = [(d.slug, d.name) for d in taxonomy.departments if d.slug in many]
    gone = [(slug, Text(slug, slug)) for slug in sorted(many.keys() - {slug for slug, _ in known})]
    return [(slug, name, many[slug], late[slug]) for slug, name in [*known, *gone]]


def _promised(taxonomy: Taxonomy, entry: Entry) -> tuple[Text, str]:
    """The promise in its words, and the department that gives it."""
    promise = taxonomy.lookup(Promise).slug(entry.promise)
    if promise is None:
        return Text(entry.promise, entry.promise), ""
    point = taxonomy.lookup(Touchpoint).slug(promise.touchpoint)
    return promise.text, point.department if point else ""
