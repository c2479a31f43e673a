"""What a file changes: what is new, what differs and in which fields, and what it no longer names."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from leitstern.core.company.money import Money
from leitstern.core.inside.stack.finding import day, plain
from leitstern.core.inside.stack.inventory import Gap, Integration, kind_of
from leitstern.core.inside.stack.terms import (
    CATEGORIES,
    LEVELS,
    LIFECYCLES,
    WAYS,
    Category,
    Kind,
    Level,
    Lifecycle,
    Way,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.inside.stack.inventory import Thing

FIELDS: dict[str, Text] = {
    "name": Text("name", "Name"),
    "category": Text("category", "Art"),
    "lifecycle": Text("lifecycle", "Lebensphase"),
    "units": Text("departments", "Bereiche"),
    "owner": Text("who answers", "wer verantwortlich ist"),
    "it_owner": Text("who answers in IT", "wer in der IT verantwortlich ist"),
    "vendor": Text("vendor", "Anbieter"),
    "cost": Text("cost per year", "Kosten im Jahr"),
    "acquired": Text("acquired on", "angeschafft am"),
    "live_since": Text("live since", "im Einsatz seit"),
    "outcome": Text("what customers reach", "was die Kundschaft erreicht"),
    "touchpoints": Text("touchpoints", "Kontaktpunkte"),
    "applications": Text("applications", "Anwendungen"),
    "people": Text("people", "Menschen"),
    "process": Text("processes", "Abläufe"),
    "technology": Text("technology", "Technologie"),
    "gaps": Text("gaps", "Lücken"),
    "leading": Text("leading source", "führende Quelle"),
    "kept_in": Text("kept in", "gespeichert in"),
    "purpose": Text("purpose", "Zweck"),
    "used": Text("last used", "zuletzt genutzt"),
    "way": Text("how", "wie"),
    "objects": Text("data", "Daten"),
    "note": Text("note", "Notiz"),
}
NOTHING = Text("nothing", "nichts")
ARROW = Text(en="{field}: {before} → {after}", de="{field}: {before} → {after}")

type Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing as it was and as it would be, and what differs, in words."""

    before: Thing
    after: Thing
    fields: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything a file does to the inventory."""

    added: tuple[Thing, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Thing, ...]
    same: int

    @property
    def nothing(self) -> bool:
        """Whether it would change nothing at all."""
        return not (self.added or self.changed or self.gone)


def difference(
    there: Mapping[Key, Thing], brought: Sequence[Thing], *, whole: Sequence[Kind] = ()
) -> Difference:
    """What bringing these things would do. Of `whole` kinds everything that is there and not brought would be gone."""
    keys = {(kind_of(each), each.slug): each for each in brought}
    changed = tuple(
        Changed(there[key], each, said)
        for key, each in keys.items()
        if key in there and (said := changes(there[key], each))
    )
    added = tuple(each for key, each in keys.items() if key not in there)
    gone = tuple(each for key, each in there.items() if key[0] in whole and key not in keys)
    return Difference(added, changed, gone, len(keys) - len(added) - len(changed))


def changes(before: Thing, after: Thing) -> tuple[Text, ...]:
    """Every field that differs, with both values."""
    return tuple(
        ARROW.fill(field=FIELDS[each.name], before=said(was), after=said(now))
        for each in fields(after)
        if each.name in FIELDS and (was := getattr(before, each.name)) != (now := getattr(after, each.name))
    )


def said(value: object) -> Text:
    """A value of a field in words."""
    match value:
        case None | "" | ():
            return NOTHING
        case Money():
            return value.said
        case Category():
            return CATEGORIES[value]
        case Lifecycle():
            return LIFECYCLES[value]
        case Level():
            return LEVELS[value]
        case Way():
            return WAYS[value]
        case tuple():
            return plain(", ".join(each.text if isinstance(each, Gap) else str(each) for each in value))
        case date():
            return day(value)
        case _:
            return plain(str(value))


def title(thing: Thing, names: Mapping[str, str]) -> str:
    """What a thing is called; an integration by its two ends."""
    if isinstance(thing, Integration):
        return f"{names.get(thing.source, thing.source)} → {names.get(thing.target, thing.target)}"
    return thing.name
