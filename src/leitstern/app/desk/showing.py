"""How entries are told on pages: in the words of the taxonomy, on the company's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language

from leitstern.app.company.queries import require_taxonomy
from leitstern.app.desk.told import QUESTIONS
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.tables.lake import FLAG_DATE_ONLY
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.desk.models import Entry
    from leitstern.core.company.codes import Kind
    from leitstern.core.company.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Named:
    """An entry in words."""

    entry: Entry
    at: date | datetime
    touchpoint: Text
    channel: Text
    promise: Text
    department: Text
    asked: Text

    @property
    def token(self) -> str:
        """The customer as they stand in addresses."""
        return f"{self.entry.entity:x}"


def named(entry: Entry) -> Named:
    """An entry with the names of what it is about."""
    taxonomy = require_taxonomy()
    return Named(
        entry,
        moment_of(entry, taxonomy),
        name_of(taxonomy, "touchpoint", entry.touchpoint),
        name_of(taxonomy, "channel", entry.channel),
        name_of(taxonomy, "promise", entry.promise),
        name_of(taxonomy, "department", entry.department),
        QUESTIONS.get(entry.scale, Text("", "")),
    )


def moment_of(entry: Entry, taxonomy: Taxonomy) -> date | datetime:
    """When it was, or only the day where only the day is known."""
    here = entry.at.astimezone(ZoneInfo(taxonomy.time_zone))
    return here.date() if entry.flags & FLAG_DATE_ONLY else here


def spoken(entry: Entry, taxonomy: Taxonomy) -> str:
    """Where and when, in the reader's language."""
    at = moment_of(entry, taxonomy)
    shape = "SHORT_DATETIME_FORMAT" if isinstance(at, datetime) else "SHORT_DATE_FORMAT"
    where = name_of(taxonomy, "touchpoint", entry.touchpoint).to(get_language() or "en")
    return f"{where}, {date_format(at, shape)}"


def name_of(taxonomy: Taxonomy, kind: Kind, slug: str) -> Text:
    """What a term is called now; its short name if it is no more, nothing for none."""
    found = taxonomy.lookup(CLASSES[kind]).slug(slug)
    return found.name if found else Text(slug, slug)
