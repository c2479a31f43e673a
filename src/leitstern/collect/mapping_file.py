"""The mapping as a YAML file that people write; `docs/reference/mapping.md` describes every key."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from leitstern.collect.mapping import (
    Aggregate,
    Condition,
    ContactRule,
    Customer,
    Decimal,
    FeedbackRule,
    FileType,
    Format,
    Join,
    Journey,
    Mapping,
    PromiseRule,
    Source,
    Taken,
    Term,
    Weight,
)
from leitstern.collect.mapping_checks import check_mapping, leads_outside
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.taxonomy_file import load_taxonomy
from leitstern.collect.yaml_document import Document, parse
from leitstern.collect.yaml_values import (
    Fields,
    Unreadable,
    Value,
    each,
    each_named,
    keys,
    number,
    one_of,
    time_zone,
    word,
    yes_no,
)
from leitstern.core.company.scales import SCALES
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.company.scales import ScaleKind
    from leitstern.core.company.taxonomy import Taxonomy

VERSION = "1"
KINDS: tuple[ScaleKind, ...] = tuple(SCALES)
TYPES: tuple[FileType, ...] = ("csv", "xlsx", "xes", "jsonl", "parquet", "ocel")
DECIMALS: tuple[Decimal, ...] = (".", ",")
AGGREGATES: tuple[Aggregate, ...] = ("count", "count_distinct", "sum", "min", "max")


def load_mapping(path: Path, taxonomy: Taxonomy | None = None) -> tuple[Mapping, Taxonomy | None]:
    """The mapping in a file and the taxonomy it speaks of: the one it names beside itself, else `taxonomy`.

    Raises InvalidFile with every mistake of both files.
    """
    document, mapping = _compose(path.read_bytes(), path.name)
    problems: tuple[Problem, ...] = ()
    if mapping.taxonomy and not leads_outside(mapping.taxonomy):
        try:
            taxonomy = load_taxonomy(path.parent / mapping.taxonomy)
        except InvalidFile as wrong:
            taxonomy, problems = None, wrong.problems
        except FileNotFoundError:
            document.unreadable(("taxonomy",), NO_SUCH_FILE.fill(name=mapping.taxonomy))
            taxonomy = None
    try:
        document.check(check_mapping(mapping, taxonomy))
    except InvalidFile as wrong:
        problems = (*wrong.problems, *problems)
    if problems:
        raise InvalidFile(problems)
    return mapping, taxonomy


def read_mapping(raw: bytes | str, file: str = "mapping.yaml", taxonomy: Taxonomy | None = None) -> Mapping:
    """The mapping in `raw`; `file` is what messages call it. Raises InvalidFile with every mistake.

    With a taxonomy, touchpoints, channels, departments, promises and facets have to be known to it.
    """
    document, mapping = _compose(raw, file)
    document.check(check_mapping(mapping, taxonomy))
    return mapping


def _compose(raw: bytes | str, file: str) -> tuple[Document, Mapping]:
    document = parse(raw, file)
    fields = Value(document, document.root, ()).fields(*keys(Mapping))
    fields.need("version", one_of([VERSION]), VERSION)
    mapping = Mapping(
        time_zone=fields.need("time_zone", time_zone, "UTC"),
        sources=fields.rows("sources", _source, *keys(Source)),
        taxonomy=fields.get("taxonomy", word, ""),
    )
    return document, mapping


def _source(fields: Fields) -> Source:
    return Source(
        name=fields.need("name", word, ""),
        file=fields.need("file", word, ""),
        format=fields.get("format", _format, Format()),
        join=fields.rows("join", _join, "file", "format", "on", "take"),
        where=_conditions(fields, "where"),
        weight=fields.rows("weight", _weight, *keys(Weight)),
        customer=fields.need("customer", _customer, Customer("")),
        journey=fields.get("journey", _journey, None),
        key=fields.each("key", word, ""),
        contacts=fields.rows("contacts", _contact, *keys(ContactRule)),
        promises=fields.rows("promises", _promise, *keys(PromiseRule)),
        feedback=fields.rows("feedback", _feedback, *keys(FeedbackRule)),
    )


def _format(value: Value) -> Format:
    fields = value.fields(*keys(Format))
    return Format(
        type=fields.get("type", one_of(TYPES), None),
        delimiter=fields.get("delimiter", _one_character, None),
        encoding=fields.get("encoding", _encoding, None),
        decimal=fields.get("decimal", one_of(DECIMALS), None),
        dates=fields.each("dates", word, ""),
        sheet=fields.get("sheet", word, None),
        unnest=fields.get("unnest", word, None),
    )


def _one_character(value: Value) -> str:
    typed = word(value)
    if len(typed) != 1:
        raise Unreadable(ONE_CHARACTER)
    return typed


def _encoding(value: Value) -> str:
    typed = word(value)
    try:
        codecs.encode("", typed)
    except (LookupError, ValueError, TypeError):  # unknown, or none for text
        raise Unreadable(NO_ENCODING.fill(typed=typed)) from None
    return typed


def _join(fields: Fields) -> Join:
    left, right = fields.need("on", _on, ("", ""))
    return Join(
        file=fields.need("file", word, ""),
        left=left,
        right=right,
        take=fields.need("take", _take, ()),
        format=fields.get("format", _format, Format()),
    )


def _on(value: Value) -> tuple[str, str]:
    if not value.is_mapping():
        return word(value), word(value)
    pairs = each_named(value, word, "")
    if len(pairs) != 1:
        raise Unreadable(ONE_PAIR)
    return pairs[0]


def _take(value: Value) -> tuple[Taken, ...]:
    if not value.is_mapping():
        return tuple(Taken(column, column) for column in each(value, word, ""))
    return tuple(taken for _, taken in each_named(value, _taken, Taken("", "")))


def _taken(value: Value) -> Taken:
    name = str(value.path[-1])
    if not value.is_mapping():
        return Taken(name, word(value))
    fields = value.fields(*AGGREGATES)
    given = [how for how in AGGREGATES if fields.has(how)]
    if len(given) != 1:
        raise Unreadable(ONE_AGGREGATE, allowed=AGGREGATES)
    return Taken(name, fields.get(given[0], word, ""), given[0])


def _conditions(fields: Fields, key: str = "when") -> tuple[Condition, ...]:
    return fields.rows(key, _condition, "column", "is", "in", "not_in", "present")


def _one_condition(value: Value) -> Condition:
    return _condition(value.fields("column", "is", "in", "not_in", "present"))


def _condition(fields: Fields) -> Condition:
    return Condition(
        column=fields.need("column", word, ""),
        is_in=_is_in(fields),
        not_in=fields.each("not_in", word, ""),
        present=fields.get("present", yes_no, None),
    )


def _is_in(fields: Fields) -> tuple[str, ...] | None:
    if fields.has("in"):
        if fields.has("is"):
            fields.wrong("is", IS_AND_IN)
        return fields.each("in", word, "")
    return (fields.get("is", word, ""),) if fields.has("is") else None


def _weight(fields: Fields) -> Weight:
    return Weight(value=fields.need("value", number, 1.0), when=_conditions(fields))


def _customer(value: Value) -> Customer:
    if not value.is_mapping():
        return Customer(word(value))
    fields = value.fields(*keys(Customer))
    return Customer(fields.need("column", word, ""), fields.get("kind", word, "customer"))


def _journey(value: Value) -> Journey:
    if not value.is_mapping():
        return Journey(word(value))
    fields = value.fields(*keys(Journey))
    return Journey(fields.need("column", word, ""), fields.get("kind", word, ""))


def _term(value: Value) -> Term:
    if not value.is_mapping():
        return Term(slug=word(value))
    fields = value.fields("column", "values")
    return Term(
        column=fields.need("column", word, "?"),
        values=fields.get("values", lambda values: each_named(values, word, ""), ()),
    )


def _contact(fields: Fields) -> ContactRule:
    return ContactRule(
        touchpoint=fields.need("touchpoint", _term, Term()),
        at=fields.need("at", word, ""),
        channel=fields.get("channel", _term, None),
        department=fields.get("department", _term, None),
        when=_conditions(fields),
        props=fields.get("props", _props, ()),
        key=fields.each("key", word, ""),
        told_again=fields.get("told_again", _one_condition, None),
    )


def _props(value: Value) -> tuple[tuple[str, str], ...]:
    if not value.is_mapping():
        return tuple((column, column) for column in each(value, word, ""))
    return each_named(value, word, "")


def _promise(fields: Fields) -> PromiseRule:
    return PromiseRule(
        promise=fields.need("promise", word, ""),
        due=fields.need("due", word, ""),
        made=fields.get("made", word, ""),
        kept=fields.get("kept", word, ""),
        when=_conditions(fields),
        key=fields.each("key", word, ""),
    )


def _feedback(fields: Fields) -> FeedbackRule:
    kind: ScaleKind = fields.need("kind", one_of(KINDS), "rating")
    usual = SCALES[kind]
    if fields.has("scale") and not fields.has("good_from"):
        fields.wrong("good_from", NO_GOOD_FROM)
    return FeedbackRule(
        touchpoint=fields.need("touchpoint", _term, Term()),
        kind=kind,
        value=fields.need("value", word, ""),
        at=fields.need("at", word, ""),
        scale=fields.get("scale", _scale, (usual.low, usual.high)),
        good_from=fields.get("good_from", number, usual.good_from),
        facet=fields.get("facet", word, "satisfied"),
        comment=fields.each("comment", word, ""),
        language=fields.get("language", word, ""),
        when=_conditions(fields),
        key=fields.each("key", word, ""),
    )


def _scale(value: Value) -> tuple[float, float]:
    ends = each(value, number, 0.0)
    if len(ends) != 2:
        raise Unreadable(TWO_ENDS)
    return ends[0], ends[1]


NO_SUCH_FILE = Text(
    en="There is no file “{name}” beside this one.", de="Neben dieser Datei liegt keine Datei „{name}“."
)
ONE_CHARACTER = Text(
    en='Exactly one character is expected here, such as `";"` or `"\\t"`.',
    de='Hier wird genau ein Zeichen erwartet, zum Beispiel `";"` oder `"\\t"`.',
)
NO_ENCODING = Text(
    en="“{typed}” is no text encoding; usual are utf-8, cp1252 and utf-16.",
    de="„{typed}“ ist keine Zeichenkodierung; üblich sind utf-8, cp1252 und utf-16.",
)
ONE_PAIR = Text(
    en="A join matches on one column, or on one pair: {our_column: its_column}.",
    de="Verbunden wird über eine Spalte oder ein Paar: {unsere_spalte: deren_spalte}.",
)
ONE_AGGREGATE = Text(
    en="A column is taken as it is, or by exactly one of these.",
    de="Eine Spalte wird so übernommen, wie sie ist, oder mit genau einer dieser Rechenarten.",
)
IS_AND_IN = Text(en="Give either `is` or `in`.", de="Geben Sie entweder `is` oder `in` an.")
NO_GOOD_FROM = Text(
    en="With a scale of your own, “good_from” says from where on an answer agrees.",
    de="Zu einer eigenen Skala sagt „good_from“, ab wo eine Antwort zustimmt.",
)
TWO_ENDS = Text(en="A scale has two ends: [1, 5].", de="Eine Skala hat zwei Enden: [1, 5].")
