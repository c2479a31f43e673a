"""A mapping written as the YAML that `mapping_file` reads back to an equal mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.collect.mapping import Condition, ContactRule, Customer, Join, Journey, Taken, Term
from leitstern.collect.yaml_writer import changed_fields, dump, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.collect.mapping import Mapping


def write_mapping(mapping: Mapping) -> str:
    """The file for a mapping, as short as it can be said."""
    top = {"version": mapping.version, "taxonomy": mapping.taxonomy, "time_zone": mapping.time_zone}
    return dump({key: value for key, value in top.items() if value} | {"sources": plain(mapping.sources)})


@plain.register(Condition)
def _(condition: Condition) -> dict[str, Any]:
    written: dict[str, Any] = {"column": condition.column}
    if condition.is_in is not None:
        one = len(condition.is_in) == 1
        written |= {"is": condition.is_in[0]} if one else {"in": list(condition.is_in)}
    if condition.not_in:
        written["not_in"] = list(condition.not_in)
    if condition.present is not None:
        written["present"] = condition.present
    return written


@plain.register(Join)
def _(join: Join) -> dict[str, Any]:
    on = join.left if join.left == join.right else {join.left: join.right}
    take = [(taken.name, _taken(taken)) for taken in join.take]
    return changed_fields(join, "file", "format") | {"on": on, "take": _renamed(take)}


def _taken(taken: Taken) -> str | dict[str, str]:
    return taken.column if taken.how == "value" else {taken.how: taken.column}


@plain.register(Term)
def _(term: Term) -> str | dict[str, Any]:
    if not term.column:
        return term.slug
    return {"column": term.column} | ({"values": dict(term.values)} if term.values else {})


@plain.register(Customer)
def _(customer: Customer) -> str | dict[str, Any]:
    return (
        customer.column if customer.kind == "customer" else {"column": customer.column, "kind": customer.kind}
    )


@plain.register(Journey)
def _(journey: Journey) -> str | dict[str, Any]:
    return {"column": journey.column, "kind": journey.kind} if journey.kind else journey.column


@plain.register(ContactRule)
def _(rule: ContactRule) -> dict[str, Any]:
    written = changed_fields(rule, "touchpoint", "at", "channel", "department", "when", "key", "told_again")
    return written | ({"props": _renamed(rule.props)} if rule.props else {})


def _renamed(pairs: Iterable[tuple[str, Any]]) -> list[str] | dict[str, Any]:
    """A plain list where nothing is renamed."""
    named = dict(pairs)
    return list(named) if all(name == column for name, column in named.items()) else named
