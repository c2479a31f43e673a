"""What changed from one taxonomy to another: term by term, field by field, in words."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from leitstern.core.company.editing import EDITED, values_of
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.company.editing import Entry
    from leitstern.core.company.taxonomy import Taxonomy


class How(StrEnum):
    """What became of a term."""

    ADDED = "added"
    RETIRED = "retired"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a term, before and after, as people read it."""

    field: str
    name: Text
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Change:
    """One term that is new, gone or different. `sort` is also `map`, `driver` or `company` (then without a short name)."""

    sort: str
    slug: str
    name: Text
    how: How
    fields: tuple[Field, ...] = ()


SORTS: dict[str, Text] = {
    "touchpoint": Text(en="touchpoint", de="Kontaktpunkt"),
    "department": Text(en="department", de="Bereich"),
    "channel": Text(en="channel", de="Kanal"),
    "stage": Text(en="stage", de="Phase"),
    "promise": Text(en="promise", de="Versprechen"),
    "facet": Text(en="statement", de="Aussage"),
    "persona": Text(en="persona", de="Persona"),
    "milestone": Text(en="milestone", de="Meilenstein"),
    "map": Text(en="map", de="Reiseplan"),
    "driver": Text(en="visible reason", de="sichtbarer Grund"),
    "company": Text(en="company", de="Unternehmen"),
}
MANY: dict[str, Text] = {
    "touchpoint": Text(en="Touchpoints", de="Kontaktpunkte"),
    "department": Text(en="Departments", de="Bereiche"),
    "channel": Text(en="Channels", de="Kanäle"),
    "stage": Text(en="Stages", de="Phasen"),
    "promise": Text(en="Promises", de="Versprechen"),
    "facet": Text(en="Statements", de="Aussagen"),
    "persona": Text(en="Personas", de="Personas"),
    "milestone": Text(en="Milestones", de="Meilensteine"),
}
FIELDS: dict[str, Text] = {
    "name": Text(en="Name", de="Name"),
    "owner": Text(en="Owner", de="Verantwortliche Person"),
    "synonyms": Text(en="Synonyms", de="Synonyme"),
    "back_office": Text(en="Back office", de="Backoffice"),
    "parent": Text(en="Part of", de="Gehört zu"),
    "digital": Text(en="Digital", de="Digital"),
    "people": Text(en="Customers meet an employee", de="Jemand aus dem Unternehmen ist da"),
    "stage": Text(en="Stage", de="Phase"),
    "department": Text(en="Department", de="Bereich"),
    "channel": Text(en="Channel", de="Kanal"),
    "importance": Text(en="Importance", de="Wichtigkeit"),
    "question": Text(en="Question", de="Frage"),
    "touchpoint": Text(en="Touchpoint", de="Kontaktpunkt"),
    "facet": Text(en="Statement", de="Aussage"),
    "share": Text(en="Of 100 customers", de="Von 100 Kundinnen und Kunden"),
    "text": Text(en="Wording", de="Wortlaut"),
    "source": Text(en="Where it was promised", de="Wo es zugesagt wurde"),
    "steps": Text(en="Steps", de="Schritte"),
    "goals": Text(en="Goals", de="Ziele"),
    "prop": Text(en="Property", de="Eigenschaft"),
    "value": Text(en="Value", de="Wert"),
    "at": Text(en="Reached at", de="Erreicht bei"),
    "since": Text(en="Years since the first contact at", de="Jahre seit dem ersten Kontakt bei"),
    "years": Text(en="Years", de="Jahre"),
    "expects": Text(en="Deserves an answer at", de="Verdient eine Antwort bei"),
    "spoils": Text(en="Made worse by", de="Verschlimmert durch"),
    "within_days": Text(en="Within days", de="Innerhalb von Tagen"),
    "wait": Text(en="Wait between", de="Wartezeit zwischen"),
    "late": Text(en="Days late", de="Tage verspätet"),
    "early": Text(en="Days early", de="Tage vorzeitig"),
    "leaving": Text(en="Customers leave here", de="Kundinnen und Kunden gehen hier"),
    "worth": Text(en="Worth to the company", de="Wert für das Unternehmen"),
    "reaches": Text(en="How goals of personas are reached", de="Woran Ziele von Personas erreicht sind"),
    "earnings": Text(en="What contacts earn", de="Was Kontakte einbringen"),
    "company": Text(en="Company", de="Unternehmen"),
    "time_zone": Text(en="Time zone", de="Zeitzone"),
    "journey_gap_days": Text(
        en="Days without a contact that end a journey", de="Tage ohne Kontakt, nach denen eine Reise endet"
    ),
    "order": Text(en="Order", de="Reihenfolge"),
}
NOTHING = Text(en="–", de="–")
YES, NO = Text(en="yes", de="ja"), Text(en="no", de="nein")
ORDER = Text(en="Order of the stages", de="Reihenfolge der Phasen")
REFERS: dict[str, str] = {  # fields that name another term, and of which sort
    "parent": "department",
    "department": "department",
    "channel": "channel",
    "stage": "stage",
    "touchpoint": "touchpoint",
    "facet": "facet",
    "at": "touchpoint",
    "since": "touchpoint",
    "expects": "touchpoint",
    "spoils": "touchpoint",
    "wait": "touchpoint",
    "late": "promise",
    "early": "promise",
}
ALL = (*EDITED, "map", "driver")
TERMS = {"retired", *(f"{sort}s" for sort in ALL)}  # fields of the taxonomy that are told term by term


def differences(before: Taxonomy, after: Taxonomy) -> tuple[Change, ...]:
    """Everything that differs, in the order of the sorts: new, gone and changed terms, then what holds for all."""
    found: list[Change] = []
    for sort in ALL:
        old = {each.slug: each for each in _terms(before, sort)}
        new = {each.slug: each for each in _terms(after, sort)}
        found += [
            Change(sort, slug, new[slug].name, How.ADDED, tuple(_told(new[slug], after)))
            for slug in new
            if slug not in old
        ]
        found += [Change(sort, slug, old[slug].name, How.RETIRED) for slug in old if slug not in new]
        for slug, term in new.items():
            if slug in old and (changed := tuple(_changed(old[slug], term, before, after))):
                found.append(Change(sort, slug, term.name, How.CHANGED, changed))
    found += _order(before, after)
    if settings := tuple(_settings(before, after)):
        found.append(Change("company", "", after.company, How.CHANGED, settings))
    return tuple(found)


def said(field: str, value: object, taxonomy: Taxonomy) -> Text:
    """A field's value as people read it; names instead of short names."""
    if value is None or value in {"", ()}:
        return NOTHING
    if isinstance(value, Text):
        return value
    if isinstance(value, bool):
        return YES if value else NO
    if field == "share" and isinstance(value, float):
        return said("", f"{value * 100:g}", taxonomy)
    if isinstance(value, tuple):
        parts = [said(field, each, taxonomy) for each in value]
        return Text(en=", ".join(each.en for each in parts), de=", ".join(each.de for each in parts))
    if isinstance(value, float):
        return Text(en=f"{value:g}", de=f"{value:g}".replace(".", ","))
    if is_dataclass(value):
        return _parts(value, taxonomy)
    return _names(taxonomy, REFERS.get(field, "")).get(str(value), Text(en=str(value), de=str(value)))


def _parts(thing: Any, taxonomy: Taxonomy) -> Text:
    """A step of a map, and whatever else has parts: those that say something, by the names of what they refer to."""
    told = [said(each.name, getattr(thing, each.name), taxonomy) for each in fields(thing)]
    given = [each for each in told if each not in {NOTHING, NO}]
    return Text(en=" · ".join(each.en for each in given), de=" · ".join(each.de for each in given))


def _terms(taxonomy: Taxonomy, sort: str) -> Sequence[Entry]:
    found: Sequence[Entry] = getattr(taxonomy, f"{sort}s")
    return found


def _names(taxonomy: Taxonomy, sort: str) -> Mapping[str, Text]:
    if not sort:
        return {}
    gone = {each.slug: each.name for each in taxonomy.retired if each.kind == sort}
    return gone | {each.slug: each.name for each in _terms(taxonomy, sort)}


def _told(term: Entry, taxonomy: Taxonomy) -> Iterator[Field]:
    for field, value in values_of(term).items():
        shown = said(field, value, taxonomy)
        if shown is not NOTHING and value is not False:
            yield Field(field, called(field), NOTHING, shown)


def _changed(old: Entry, new: Entry, before: Taxonomy, after: Taxonomy) -> Iterator[Field]:
    was = values_of(old)
    for field, value in values_of(new).items():
        if value != was[field]:
            yield Field(field, called(field), said(field, was[field], before), said(field, value, after))


def _order(before: Taxonomy, after: Taxonomy) -> Iterator[Change]:
    old, new = ({each.slug: each.name for each in taxonomy.stages} for taxonomy in (before, after))
    stayed = [slug for slug in old if slug in new]
    if stayed != [slug for slug in new if slug in old]:
        field = Field(
            "order",
            FIELDS["order"],
            said("", tuple(old.values()), before),
            said("", tuple(new.values()), after),
        )
        yield Change("stage", "", ORDER, How.MOVED, (field,))


def _settings(before: Taxonomy, after: Taxonomy) -> Iterator[Field]:
    for field in (each.name for each in fields(before) if each.name not in TERMS):
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield Field(field, called(field), said("", was, before), said("", now, after))


def called(field: str) -> Text:
    """What a field is called; by its key in files where it has no other name."""
    return FIELDS.get(field, Text(en=field, de=field))
