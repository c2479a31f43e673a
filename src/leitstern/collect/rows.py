"""One pass over a file: what its rows mean, as a table of numbers and hashes, and the first fault of each row.

The pass is a projection and nothing else. DuckDB keeps the order of a file through it, so a row's place in the result
is its place in the file; whatever could change the order (joins, terms) comes before, with lines, or after.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.collect import hashes
from leitstern.collect.columns import uses
from leitstern.collect.conditions import all_hold, said, weigh
from leitstern.collect.language import spoken
from leitstern.collect.mapping import ContactRule, FeedbackRule, PromiseRule
from leitstern.collect.masking import mask
from leitstern.collect.numerals import kept, number
from leitstern.collect.sql import first_of, layer, text
from leitstern.collect.times import Clock, Moment
from leitstern.core.tables.lake import TOLD_AGAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leitstern.collect.columns import Columns
    from leitstern.collect.mapping import Source
    from leitstern.collect.readers.dialect import Decimal
    from leitstern.collect.readers.relation import Relation

Rule = ContactRule | PromiseRule | FeedbackRule
Key = tuple[str, ...]
WHOLE: Key = ()  # no key: all the row says tells it from others


@dataclass(frozen=True, slots=True)
class Fault:
    """What can be wrong with a row, when it is, and what `quarantine.reasons` needs to say so."""

    code: str
    holds: str
    column: str
    value: str = "NULL"
    allowed: str = ""


@dataclass(frozen=True)
class Rows:
    """What a source makes of its rows. The SQL of `select` gives a table with

    `line` (only if the relation is numbered), `entity`, `journey`, `weight`, `fault` (0 or the number of one in
    `faults`, from 1), `given` (the value at fault); per time column `m0_us`, `m0_flags`; per key `k0`; and per rule
    `i0` (whether the row is such an item), `p0` (properties), `v0`, `x0`, `l0` (answer, masked comment, language).
    """

    source: Source
    columns: Columns
    decimal: Decimal
    clock: Clock

    @cached_property
    def rules(self) -> list[Rule]:
        """All rules in the order in which a row's items count."""
        return [*self.source.contacts, *self.source.promises, *self.source.feedback]

    @cached_property
    def moments(self) -> dict[str, Moment]:
        """The columns of times, by their name in the mapping."""
        names = dict.fromkeys(column for rule in self.rules for column in times_of(rule))
        return {name: Moment(f"m{i}", self._sql(name), self.clock) for i, name in enumerate(names)}

    @cached_property
    def keys(self) -> dict[Key, str]:
        """What tells one row from others, and the column that holds its hash."""
        return {key: f"k{i}" for i, key in enumerate(dict.fromkeys(map(self.key, self.rules)))}

    @cached_property
    def terms(self) -> dict[str, str]:
        """The columns whose values are terms, by their name in the mapping."""
        names = dict.fromkeys(
            term.column
            for rule in self.rules
            for kind in ("touchpoint", "channel", "department")
            if (term := getattr(rule, kind, None)) and term.column
        )
        return {name: f"w{i}" for i, name in enumerate(names)}

    @cached_property
    def faults(self) -> list[Fault]:
        """Everything that can be wrong; the first that holds is the row's fault."""
        return [*self._identity_faults(), *self._time_faults(), *self._value_faults()]

    @cached_property
    def own(self) -> list[str]:
        """The file's own columns that are needed."""
        if WHOLE in self.keys:
            return list(self.columns.own.values())
        needed = {self._sql(column) for _, column in uses(self.source)}
        needed |= {self._sql(join.left) for join in self.source.join}
        return [column for column in self.columns.own.values() if column in needed]

    def key(self, rule: Rule) -> Key:
        """The columns that tell the rule's items apart."""
        return rule.key or self.source.key

    def select(self, relation: Relation) -> str:
        """The pass as a query; see above for what it gives."""
        brought = self.columns.taken.values() if self.source.join else ()
        base = [
            *(["_line"] if relation.numbered else []),
            *(f"{text(c)} AS {c}" for c in [*self.own, *brought]),
        ]
        query = f"SELECT {', '.join(base)} FROM {relation.sql}"
        moments = self.moments.values()
        query = layer(query, **_merged(m.form for m in moments), **self._items())
        query = layer(query, **_merged(m.wall for m in moments), **self._values())
        query = layer(query, **_merged(m.placed for m in moments))
        faults = [(fault.holds, str(number)) for number, fault in enumerate(self.faults, start=1)]
        query = layer(query, fault=f"{first_of(faults, '0')}::SMALLINT")
        listed = ", ".join(f"{sql} AS {name}" for name, sql in self._result(relation).items())
        return f"SELECT {listed} FROM ({query})"

    def _result(self, relation: Relation) -> dict[str, str]:
        given = [(f"fault = {n}", f.value) for n, f in enumerate(self.faults, start=1) if f.value != "NULL"]
        result = {"line": "_line"} if relation.numbered else {}
        result |= {
            "entity": hashes.customer(self.source.customer.kind, self._sql(self.source.customer.column)),
            "journey": self._journey(),
            "weight": weigh(self.source.weight, self._sql),
            "fault": "fault",
            "given": f"({first_of(given)})::VARCHAR",
        }
        for moment in self.moments.values():
            result |= {f"{moment.name}_us": moment.us, f"{moment.name}_flags": f"{moment.flags}::TINYINT"}
        result |= {name: f"coalesce({self._sql(column)}, '')" for column, name in self.terms.items()}
        result |= {name: hashes.message(*self._content(key)) for key, name in self.keys.items()}
        for n, rule in enumerate(self.rules):
            result[f"i{n}"] = f"i{n}"
            if isinstance(rule, ContactRule):
                result[f"p{n}"] = self._kept(rule)
            elif isinstance(rule, FeedbackRule):
                comment = self._comment(rule)
                result |= {f"v{n}": f"v{n}", f"x{n}": mask(comment), f"l{n}": self._language(rule, comment)}
        return result

    def _items(self) -> dict[str, str]:
        chosen = all_hold(self.source.where, self._sql)
        items = {}
        for n, rule in enumerate(self.rules):
            filled = self._sql(anchor(rule))
            items[f"i{n}"] = f"({chosen} AND {all_hold(rule.when, self._sql)} AND {filled} IS NOT NULL)"
        return items

    def _values(self) -> dict[str, str]:
        answers = ((n, rule) for n, rule in enumerate(self.rules) if isinstance(rule, FeedbackRule))
        return {f"v{n}": number(self._sql(rule.value), self.decimal) for n, rule in answers}

    def _identity_faults(self) -> Iterator[Fault]:
        customer = self.source.customer.column
        missing = f"{self._sql(customer)} IS NULL"
        yield Fault("customer-missing", f"{missing} AND {self._any(lambda _: True)}", customer)
        for key in self.keys:
            if key != WHOLE:
                missing = " AND ".join(f"{self._sql(column)} IS NULL" for column in key)
                mine = self._any(lambda rule, key=key: self.key(rule) == key)
                yield Fault("key-missing", f"{missing} AND {mine}", ", ".join(key))

    def _time_faults(self) -> Iterator[Fault]:
        for name, moment in self.moments.items():
            x = moment.text
            mine = self._any(lambda rule, name=name: name in times_of(rule))
            for code, holds in moment.faults:
                yield Fault(code, f"{x} IS NOT NULL AND {holds} AND {mine}", name, x)
        for n, rule in enumerate(self.rules):
            if isinstance(rule, FeedbackRule):
                yield Fault("time-missing", f"{self._sql(rule.at)} IS NULL AND i{n}", rule.at)

    def _value_faults(self) -> Iterator[Fault]:
        for n, rule in enumerate(self.rules):
            if isinstance(rule, FeedbackRule):
                x, (low, high) = self._sql(rule.value), rule.scale
                yield Fault("value-unreadable", f"v{n} IS NULL AND i{n}", rule.value, x)
                outside = f"v{n} NOT BETWEEN {low} AND {high} AND i{n}"
                yield Fault("value-outside", outside, rule.value, x, f"{low:g}/{high:g}")

    def _any(self, wanted: Callable[..., bool]) -> str:
        return f"({' OR '.join(f'i{n}' for n, rule in enumerate(self.rules) if wanted(rule))})"

    def _content(self, key: Key) -> list[str]:
        """What is hashed: the values of the key, else of all the file's columns by name, so that their order is free."""
        return [self._sql(column) for column in key] or [
            self.columns.own[name] for name in sorted(self.columns.own)
        ]

    def _journey(self) -> str:
        named = self.source.journey
        return hashes.journey(named.kind, self._sql(named.column)) if named else "0::BIGINT"

    def _kept(self, rule: ContactRule) -> str:
        named = {name: self._sql(column) for name, column in rule.props}
        if rule.told_again:
            named[TOLD_AGAIN] = said(rule.told_again, self._sql)
        return kept(named, self.decimal) if named else "NULL::VARCHAR"

    def _comment(self, rule: FeedbackRule) -> str:
        parts = ", ".join(self._sql(column) for column in rule.comment)
        return f"nullif(concat_ws(chr(10), {parts}), '')" if parts else "NULL::VARCHAR"

    def _language(self, rule: FeedbackRule, comment: str) -> str:
        return spoken(self._sql(rule.language) if rule.language else "NULL::VARCHAR", comment)

    def _sql(self, column: str) -> str:
        return self.columns.sql(column)


def times_of(rule: Rule) -> list[str]:
    """The columns of times that a rule reads."""
    if isinstance(rule, PromiseRule):
        return [column for column in (rule.due, rule.made, rule.kept) if column]
    return [rule.at]


def anchor(rule: Rule) -> str:
    """The column that has to be filled for a row to be such an item."""
    if isinstance(rule, ContactRule):
        return rule.at
    return rule.due if isinstance(rule, PromiseRule) else rule.value


def _merged(layers: Iterator[dict[str, str]]) -> dict[str, str]:
    return {name: sql for one in layers for name, sql in one.items()}
