"""From roles to a mapping, and to the taxonomy that knows its terms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from statistics import mean
from typing import TYPE_CHECKING

from leitstern.collect.mapping import (
    ContactRule,
    Customer,
    FeedbackRule,
    Journey,
    Mapping,
    PromiseRule,
    Source,
    Term,
)
from leitstern.collect.propose.draft import Draft
from leitstern.collect.propose.evidence import CATEGORIES, examine
from leitstern.collect.propose.formats import date_formats, fitting_scale
from leitstern.collect.propose.roles import SCORES, Role
from leitstern.collect.propose.said import NEW, Said
from leitstern.collect.propose.words import overlap, plain_name, slug, title
from leitstern.core.company.scales import SCALES
from leitstern.core.company.taxonomy import UNMAPPED

if TYPE_CHECKING:
    from leitstern.collect.mapping import Format
    from leitstern.core.company.taxonomy import Kind, Taxonomy

NOTHING = frozenset(
    [
        "empty",
        "unknown",
        "null",
        "none",
        "n/a",
        "na",
        "nan",
        "-",
        "--",
        "?",
        "k.a.",
        "k. a.",
        "unbekannt",
        "leer",
    ]
)
Sample = dict[str, tuple[str | None, ...]]


@dataclass
class Plan:
    """One reading of a file: its columns with a sample, and the role of each.

    With `invent`, every value of the touchpoint, channel and department columns becomes a term; without, values the
    taxonomy does not know stay unmapped, unless `said` explains them, and only what the mapping has to name is added.
    """

    file: str
    sample: Sample
    roles: dict[str, Role]
    start: Taxonomy
    invent: bool
    format: Format
    said: Said

    def build(self) -> tuple[Mapping, Taxonomy]:
        """The mapping, and a taxonomy it fits."""
        source = Source(
            name=slug(self.title),
            file=self.file,
            format=replace(self.format, dates=self.format.dates or date_formats(self._times())),
            customer=self._customer(),
            journey=Journey(case) if (case := self.first(Role.JOURNEY)) else None,
            key=self._key(),
            contacts=self._contacts(),
            promises=tuple(self._promise(due) for due in self.all(Role.DUE)),
            feedback=tuple(self._feedback(column, i) for i, column in enumerate(self.all(*SCORES))),
        )
        taxonomy = self._draft.taxonomy.evolve(self.start)
        return Mapping(time_zone=taxonomy.time_zone, sources=(source,)), taxonomy

    def all(self, *roles: Role) -> list[str]:
        """The columns with these roles, in the order of the file."""
        return [column for column in self.sample if self.roles.get(column) in roles]

    def first(self, role: Role) -> str:
        """The column with this role, or nothing."""
        return next(iter(self.all(role)), "")

    def values(self, column: str) -> list[str]:
        """The different values of a column, the most frequent first; stand-ins for "nothing" are none."""
        found = Counter(value.strip() for value in self.sample[column] if value and value.strip())
        return [value for value, _ in found.most_common() if value.casefold() not in NOTHING]

    @cached_property
    def _draft(self) -> Draft:
        return Draft(self.start)

    @property
    def title(self) -> str:
        """What the file is called, as a name."""
        return title(PurePosixPath(self.file).name.split(".")[0])

    def _times(self) -> list[tuple[str | None, ...]]:
        return [self.sample[column] for column in self.all(Role.TIME, Role.STEP, Role.DUE, Role.DONE)]

    def _customer(self) -> Customer:
        column = self.first(Role.CUSTOMER)
        if not column:
            return Customer(self.first(Role.JOURNEY), "journey")
        evidence = examine(column, self.sample[column])
        return Customer(column, "email" if evidence.emails > evidence.filled / 2 else "customer")

    def _key(self) -> tuple[str, ...]:
        """What identifies a row for ever: its number; in a wide file also the journey, of which it is the only row."""
        journey = self.first(Role.JOURNEY)
        if row := self.all(Role.ROW):
            return (
                (*row, journey) if journey else tuple(row)
            )  # a sample cannot prove that the number is unique
        alone = journey and len(self.values(journey)) == len(self.sample[journey])
        return (journey,) if alone and self._steps else ()

    @cached_property
    def _steps(self) -> dict[str, str]:
        """Touchpoint of each column that is a step of a wide file."""
        columns = self.all(Role.STEP)
        words = [frozenset(plain_name(column).split()) for column in columns]
        shared = frozenset.intersection(*words) if len(words) > 1 else frozenset()
        return {column: self._draft.need_touchpoint(title(column, shared)) for column in columns}

    @cached_property
    def _touchpoint(self) -> Term:
        """Where the contact of a row took place: the value of a column, else what the file is about."""
        column = self.first(Role.TOUCHPOINT)
        if not column:
            chosen = self.said.place if self.said.place != NEW else ""
            return Term(slug=chosen or self._draft.need_touchpoint(self.title))
        if self.invent:
            for value in self._in_order(column)[:CATEGORIES]:
                department = self._usual(column, value, Role.DEPARTMENT)
                channel = self._usual(column, value, Role.CHANNEL)
                self._draft.need_touchpoint(
                    value,
                    self._draft.need_department(department) if department else "",
                    self._draft.need_channel(channel) if channel else "",
                )
        return self._term("touchpoint", column)

    def _in_order(self, column: str) -> list[str]:
        """The values of a column as journeys usually meet them, as far as the order of the rows shows it."""
        journeys: dict[str | None, list[str | None]] = {}
        of = self.first(Role.JOURNEY) or self.first(Role.CUSTOMER)
        for journey, value in zip(self.sample[of], self.sample[column], strict=True):
            journeys.setdefault(journey, []).append(value.strip() if value else None)
        places: dict[str | None, list[float]] = {}
        for values in journeys.values():
            for position, value in enumerate(values):
                places.setdefault(value, []).append(position / len(values))
        return sorted(self.values(column), key=lambda value: mean(places[value]))

    def _usual(self, column: str, value: str, role: Role) -> str:
        """The most frequent value of the column with that role where `column` has `value`."""
        other = self.first(role)
        if not other:
            return ""
        pairs = zip(self.sample[column], self.sample[other], strict=True)
        found = Counter(there.strip() for here, there in pairs if here and there and here.strip() == value)
        return next((name for name, _ in found.most_common() if name and name.casefold() not in NOTHING), "")

    def unknown(self) -> list[tuple[Kind, str]]:
        """The values of columns of terms that the taxonomy does not know, nor anything spelt much like them."""
        if self.invent:
            return []
        found: list[tuple[Kind, str]] = []
        kinds: dict[Kind, Role] = {
            "touchpoint": Role.TOUCHPOINT,
            "channel": Role.CHANNEL,
            "department": Role.DEPARTMENT,
        }
        for kind, role in kinds.items():
            values = self.values(column) if (column := self.first(role)) else []
            near = dict(Draft(self.start).near(kind, values))
            found += [
                (kind, raw) for raw in values if self.start.resolve(kind, near.get(raw, raw)) == UNMAPPED
            ]
        return found

    def _term(self, kind: Kind, column: str) -> Term:
        """The column with its translations: values that are misspelt, and those somebody explained."""
        values = self.values(column)
        told = {raw: chosen for (of, raw), chosen in self.said.terms.items() if of == kind and raw in values}
        near = self._draft.near(kind, values)
        for raw, chosen in told.items():
            if chosen == NEW:
                self._need(kind, raw)
        known = ((raw, chosen) for raw, chosen in told.items() if chosen != NEW)
        return Term(column=column, values=(*near, *known))

    def _need(self, kind: Kind, name: str) -> str:
        needs = {
            "touchpoint": self._draft.need_touchpoint,
            "channel": self._draft.need_channel,
            "department": self._draft.need_department,
        }
        return needs[kind](name)

    def _of_row(self, kind: Kind, role: Role) -> Term | None:
        """The channel or department a row names itself."""
        column = self.first(role)
        if not column:
            return None
        if self.invent:
            for value in self.values(column)[:CATEGORIES]:
                self._need(kind, value)
        return self._term(kind, column)

    def _contacts(self) -> tuple[ContactRule, ...]:
        places = [(Term(slug=touchpoint), column) for column, touchpoint in self._steps.items()]
        if clock := self.first(Role.TIME):
            places.append((self._touchpoint, clock))
        channel, department = (
            self._of_row("channel", Role.CHANNEL),
            self._of_row("department", Role.DEPARTMENT),
        )
        props = tuple((slug(column), column) for column in self.all(Role.NUMBER))
        return tuple(
            ContactRule(touchpoint, at, channel=channel, department=department, props=props if not i else ())
            for i, (touchpoint, at) in enumerate(places)
        )

    def _promise(self, due: str) -> PromiseRule:
        candidates = self.all(Role.DONE) or list(self._steps)
        kept = max(
            candidates, key=lambda column: (overlap(due, column), candidates.index(column)), default=""
        )
        made = self.first(Role.TIME) or next(iter(self._steps), "")
        touchpoint = self._steps.get(kept) or self._usual_touchpoint(due)
        return PromiseRule(
            promise=self._draft.need_promise(title(due), touchpoint),
            due=due,
            made=made if made != kept else "",
            kept=kept,
            key=self._once_per_journey(due),
        )

    def _usual_touchpoint(self, due: str) -> str:
        """Where most rows with something due took place."""
        if self._steps and not self.first(Role.TIME):
            return list(self._steps.values())[-1]
        column = self._touchpoint.column
        if not column:
            return self._touchpoint.slug
        pairs = zip(self.sample[column], self.sample[due], strict=True)
        found = Counter(where.strip() for where, when in pairs if where and when and where.strip())
        touchpoints = self._draft.taxonomy.touchpoints
        for name, _ in found.most_common():
            code = self._draft.taxonomy.resolve("touchpoint", dict(self._touchpoint.values).get(name, name))
            if known := next((touchpoint for touchpoint in touchpoints if touchpoint.code == code), None):
                return known.slug
        return touchpoints[0].slug if touchpoints else self._draft.need_touchpoint(self.title)

    def _once_per_journey(self, due: str) -> tuple[str, ...]:
        """A promise of the journey that is repeated on every row of it is still one promise."""
        journey = self.first(Role.JOURNEY)
        if not journey or self._steps:
            return ()
        pairs = Counter(
            pair for pair in zip(self.sample[journey], self.sample[due], strict=True) if all(pair)
        )
        return (journey, due) if any(times > 1 for times in pairs.values()) else ()

    def _feedback(self, column: str, position: int) -> FeedbackRule:
        role = self.roles[column]
        scale = fitting_scale(SCALES[role.value], examine(column, self.sample[column]))  # type: ignore[index]
        clock = self.first(Role.TIME)
        step = max(
            self._steps, key=lambda name: (overlap(column, name), list(self._steps).index(name)), default=""
        )
        return FeedbackRule(
            touchpoint=self._touchpoint if clock else Term(slug=self._steps[step]),
            kind=scale.kind,
            value=column,
            at=clock or step,
            scale=(scale.low, scale.high),
            good_from=scale.good_from,
            facet=self._draft.need_facet(scale.facet),
            comment=tuple(self.all(Role.COMMENT)) if position == 0 else (),
            language=self.first(Role.LANGUAGE),
        )
