"""Values that came in without a term: where from, how often, since when, and what they may mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.app.common.days import day_of
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.taxonomy.models import Decision, Outcome
from leitstern.collect.items import REST
from leitstern.collect.mapping_file import read_mapping
from leitstern.core.company.likeness import most_alike
from leitstern.core.company.lookup import UNMAPPED, spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leitstern.collect.mapping import Source, Term
    from leitstern.core.company.likeness import Like
    from leitstern.core.company.taxonomy import Kind, Taxonomy

KINDS: tuple[Kind, ...] = ("touchpoint", "channel", "department")
NO_KIND = Text(
    en="Values are touchpoints, channels or departments (`touchpoint`, `channel`, `department`).",
    de="Werte sind Kontaktpunkte, Kanäle oder Bereiche (`touchpoint`, `channel`, `department`).",
)


@dataclass(frozen=True, slots=True)
class Came:
    """A value of one column of one import that no term stood for when it came in."""

    import_id: int
    source: str
    column: str
    kind: Kind
    value: str
    entries: int
    day: date
    means: str  # what the mapping makes of it, before the taxonomy is asked


@dataclass(frozen=True, slots=True)
class Waiting:
    """A value that waits: nobody has decided yet what it means."""

    kind: Kind
    value: str
    entries: int
    first: date
    last: date
    places: tuple[tuple[str, str], ...]  # source and column
    alike: tuple[Like, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.kind, spelt_alike(self.value)


@dataclass
class _Heap:
    values: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)
    places: dict[tuple[str, str], None] = field(default_factory=dict)


def came() -> list[Came]:
    """Everything that came in without a term, of all imports that are stored."""
    return once("came without a term", lambda: list(_came()))


def waiting(taxonomy: Taxonomy) -> list[Waiting]:
    """What no term stands for now and nobody has decided about, what came most often first."""
    decided = {(each.kind, each.spelling) for each in standing()}
    heaps: dict[tuple[Kind, str], _Heap] = {}
    for each in came():
        key = (each.kind, spelt_alike(each.value))
        if key in decided or each.value == REST or taxonomy.resolve(each.kind, each.means) != UNMAPPED:
            continue
        heap = heaps.setdefault(key, _Heap())
        heap.values[each.value] += each.entries
        heap.days.append(each.day)
        heap.places[each.source, each.column] = None
    found = [
        Waiting(
            kind,
            heap.values.most_common(1)[0][0],
            heap.values.total(),
            min(heap.days),
            max(heap.days),
            tuple(heap.places),
            most_alike(heap.values.most_common(1)[0][0], taxonomy.terms(kind)),
        )
        for (kind, _), heap in heaps.items()
    ]
    return sorted(found, key=lambda each: (-each.entries, KINDS.index(each.kind), each.value))


def kind_named(name: str) -> Kind:
    """A kind of term by its name in files. Raises NotFound."""
    return or_not_found(next((each for each in KINDS if each == name), None), NO_KIND)


def not_listed() -> int:
    """Entries whose values are not known one by one: of each column only the most frequent are."""
    return sum(each.entries for each in came() if each.value == REST)


def standing() -> list[Decision]:
    """The decisions that hold, the newest first."""
    return list(Decision.objects.filter(withdrawn=None).select_related("version"))


def left_out() -> list[Decision]:
    """What is left out on purpose."""
    return [each for each in standing() if each.outcome == Outcome.LEFT_OUT]


def by_word(taxonomy: Taxonomy) -> dict[tuple[str, str], int]:
    """Entries that wait, by kind and word."""
    return {(each.kind, each.value): each.entries for each in waiting(taxonomy)}


def _came() -> Iterator[Came]:
    runs = Import.objects.filter(state=ImportState.DONE).order_by("id")
    for run in runs.only("id", "mapping", "sources", "finished", "created"):
        nameless = {
            name: counted["unmapped"] for name, counted in run.sources.items() if counted.get("unmapped")
        }
        if not nameless:
            continue
        day = day_of(run.finished or run.created)
        for source in read_mapping(run.mapping).sources:
            for kind, term in _terms(source):
                start = f"{term.column}: "
                means = {spelt_alike(raw): slug for raw, slug in term.values}
                for said, entries in nameless.get(source.name, {}).items():
                    if said.startswith(start):
                        value = said.removeprefix(start)
                        means_now = means.get(spelt_alike(value), value)
                        yield Came(run.pk, source.name, term.column, kind, value, entries, day, means_now)


def _terms(source: Source) -> list[tuple[Kind, Term]]:
    """The columns of a source that name a touchpoint, channel or department, each once."""
    rules = [*source.contacts, *source.feedback]
    found: dict[tuple[Kind, str], Term] = {}
    for kind in KINDS:
        for rule in rules:
            term = getattr(rule, kind, None)
            if term is not None and term.column:
                found.setdefault((kind, term.column), term)
    return [(kind, term) for (kind, _), term in found.items()]
