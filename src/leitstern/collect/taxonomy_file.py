"""The taxonomy as a YAML file that people write; `docs/reference/taxonomy.md` describes every key."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from leitstern.collect.worth_value import worth
from leitstern.collect.yaml_document import parse
from leitstern.collect.yaml_values import (
    Fields,
    Unreadable,
    Value,
    keys,
    number,
    one_of,
    text,
    time_zone,
    whole,
    word,
    yes_no,
)
from leitstern.collect.yaml_writer import dump, plain
from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.facets import complete
from leitstern.core.company.taxonomy import (
    CLASSES,
    Channel,
    Department,
    Driver,
    Earning,
    Facet,
    JourneyMap,
    Kind,
    MapStep,
    Milestone,
    Persona,
    Promise,
    Reach,
    Retired,
    Stage,
    Taxonomy,
    Touchpoint,
    section,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "1"
NOTHING = Text(en="", de="")


def load_taxonomy(path: Path) -> Taxonomy:
    """The taxonomy in a file. Raises InvalidFile with every mistake."""
    return read_taxonomy(path.read_bytes(), path.name)


def read_taxonomy(raw: bytes | str, file: str = "taxonomy.yaml") -> Taxonomy:
    """The taxonomy in `raw`; `file` is what messages call it. Raises InvalidFile with every mistake.

    Codes need not be written: terms without one are numbered in their order, after the highest code given.
    """
    document = parse(raw, file)
    fields = Value(document, document.root, ()).fields("version", *keys(Taxonomy))
    fields.need("version", one_of([VERSION]), VERSION)
    taxonomy = Taxonomy(
        company=fields.need("company", text, NOTHING),
        time_zone=fields.need("time_zone", time_zone, "UTC"),
        journey_gap_days=fields.get("journey_gap_days", whole, 30),
        departments=fields.rows("departments", _department, *keys(Department)),
        channels=fields.rows("channels", _channel, *keys(Channel)),
        stages=fields.rows("stages", _stage, *keys(Stage)),
        touchpoints=fields.rows("touchpoints", _touchpoint, *keys(Touchpoint)),
        facets=fields.rows("facets", _facet, *keys(Facet)),
        promises=fields.rows("promises", _promise, *keys(Promise)),
        maps=fields.rows("maps", _map, *keys(JourneyMap)),
        personas=fields.rows("personas", _persona, *keys(Persona)),
        milestones=fields.rows("milestones", _milestone, *keys(Milestone)),
        drivers=fields.rows("drivers", _driver, *keys(Driver)),
        reaches=fields.rows("reaches", _reach, *keys(Reach)),
        earnings=fields.rows("earnings", _earning, *keys(Earning)),
        retired=fields.rows("retired", _retired, *keys(Retired)),
    )
    taxonomy = _numbered(taxonomy)
    document.check(check_taxonomy(taxonomy))
    return taxonomy


@lru_cache(maxsize=8)  # the same few are compared with and handed out again and again
def write_taxonomy(taxonomy: Taxonomy) -> str:
    """The file `read_taxonomy` reads back to an equal taxonomy. Codes are written only where order does not tell."""
    written: dict[str, Any] = {"version": int(VERSION), **plain(taxonomy)}
    for kind in CLASSES:
        if _told_by_order(taxonomy, kind):
            for term in written.get(section(kind), ()):
                del term["code"]
    written["facets"] = plain(_own_facets(taxonomy))
    return dump({key: value for key, value in written.items() if value})


@plain.register(MapStep)
def _(step: MapStep) -> str | dict[str, Any]:
    if step == MapStep(step.touchpoint):
        return step.touchpoint
    marks = {key: getattr(step, key) for key in ("optional", "repeatable", "parallel") if getattr(step, key)}
    return {"touchpoint": step.touchpoint, **marks}


def _numbered(taxonomy: Taxonomy) -> Taxonomy:
    """Codes for terms that have none."""
    changed: dict[str, Any] = {}
    for kind in CLASSES:
        terms = taxonomy.terms(kind)
        retired = [term.code for term in taxonomy.retired if term.kind == kind]
        free = max([term.code for term in terms] + retired, default=0) + 1
        numbered = []
        for term in terms:
            numbered.append(term if term.code else replace(term, code=free))  # type: ignore[type-var]
            free += not term.code
        changed[section(kind)] = tuple(numbered)
    return replace(taxonomy, **changed)


def _told_by_order(taxonomy: Taxonomy, kind: Kind) -> bool:
    codes = [term.code for term in taxonomy.terms(kind)]
    return codes == list(range(1, len(codes) + 1)) and all(term.kind != kind for term in taxonomy.retired)


def _own_facets(taxonomy: Taxonomy) -> tuple[Facet, ...]:
    """What has to be written for the built-in facets to complete it to the same again."""
    facets = taxonomy.facets
    return next(facets[:count] for count in range(len(facets) + 1) if complete(facets[:count]) == facets)


def _term(fields: Fields) -> dict[str, Any]:
    return {
        "code": fields.get("code", _code, 0),
        "slug": fields.need("slug", word, ""),
        "name": fields.need("name", text, NOTHING),
    }


def _code(value: Value) -> int:
    code = whole(value)
    if code < 1:
        raise Unreadable(CODE_FROM_ONE)
    return code


def _department(fields: Fields) -> Department:
    return Department(
        **_term(fields),
        owner=fields.get("owner", text, None),
        synonyms=fields.each("synonyms", word, ""),
        back_office=fields.get("back_office", yes_no, False),
        parent=fields.get("parent", word, ""),
    )


def _channel(fields: Fields) -> Channel:
    return Channel(
        **_term(fields),
        digital=fields.need("digital", yes_no, False),
        synonyms=fields.each("synonyms", word, ""),
        people=fields.get("people", yes_no, None),
    )


def _stage(fields: Fields) -> Stage:
    return Stage(**_term(fields))


def _touchpoint(fields: Fields) -> Touchpoint:
    return Touchpoint(
        **_term(fields),
        stage=fields.need("stage", word, ""),
        department=fields.need("department", word, ""),
        channel=fields.get("channel", word, ""),
        owner=fields.get("owner", text, None),
        importance=fields.get("importance", number, 0.5),
        synonyms=fields.each("synonyms", word, ""),
        digital=fields.get("digital", yes_no, None),
        people=fields.get("people", yes_no, None),
        leaving=fields.get("leaving", yes_no, False),
    )


def _facet(fields: Fields) -> Facet:
    return Facet(
        slug=fields.need("slug", word, ""),
        name=fields.need("name", text, NOTHING),
        question=fields.need("question", text, NOTHING),
    )


def _promise(fields: Fields) -> Promise:
    return Promise(
        code=fields.get("code", _code, 0),
        slug=fields.need("slug", word, ""),
        touchpoint=fields.need("touchpoint", word, ""),
        facet=fields.need("facet", word, ""),
        share=fields.need("share", number, 0.0),
        text=fields.need("text", text, NOTHING),
        source=fields.get("source", word, ""),
    )


def _map(fields: Fields) -> JourneyMap:
    return JourneyMap(
        **_term(fields),
        steps=fields.each("steps", _step, MapStep("")),
        owner=fields.get("owner", text, None),
        worth=fields.get("worth", worth, None),
    )


def _step(value: Value) -> MapStep:
    if not value.is_mapping():
        return MapStep(word(value))
    fields = value.fields(*keys(MapStep))
    return MapStep(
        touchpoint=fields.need("touchpoint", word, ""),
        optional=fields.get("optional", yes_no, False),
        repeatable=fields.get("repeatable", yes_no, False),
        parallel=fields.get("parallel", word, ""),
    )


def _persona(fields: Fields) -> Persona:
    return Persona(
        **_term(fields),
        goals=fields.each("goals", text, NOTHING),
        prop=fields.get("prop", word, ""),
        value=fields.get("value", word, ""),
    )


def _milestone(fields: Fields) -> Milestone:
    return Milestone(
        **_term(fields),
        at=fields.get("at", word, ""),
        since=fields.get("since", word, ""),
        years=fields.get("years", whole, 0),
        expects=fields.each("expects", word, ""),
        spoils=fields.each("spoils", word, ""),
        within_days=fields.get("within_days", whole, 30),
    )


def _driver(fields: Fields) -> Driver:
    return Driver(
        slug=fields.need("slug", word, ""),
        name=fields.need("name", text, NOTHING),
        wait=fields.get("wait", _two_touchpoints, None),
        late=fields.get("late", word, ""),
        early=fields.get("early", word, ""),
        prop=fields.get("prop", word, ""),
    )


def _reach(fields: Fields) -> Reach:
    return Reach(
        persona=fields.need("persona", word, ""),
        goal=fields.need("goal", whole, 1),
        map=fields.get("map", word, ""),
        touchpoint=fields.get("touchpoint", word, ""),
        facet=fields.get("facet", word, ""),
    )


def _earning(fields: Fields) -> Earning:
    return Earning(
        currency=fields.need("currency", word, ""),
        margin=fields.get("margin", word, ""),
        revenue=fields.get("revenue", word, ""),
        margin_share=fields.get("margin_share", number, 0.0),
    )


def _two_touchpoints(value: Value) -> tuple[str, str]:
    entries = value.entries()
    if len(entries) != 2:
        raise Unreadable(TWO_TOUCHPOINTS)
    return word(entries[0]), word(entries[1])


def _retired(fields: Fields) -> Retired:
    return Retired(kind=fields.need("kind", one_of(tuple(CLASSES)), "touchpoint"), **_term(fields))


CODE_FROM_ONE = Text(en="A code is 1 or more.", de="Ein Code ist mindestens 1.")
TWO_TOUCHPOINTS = Text(
    en="A wait lies between exactly two touchpoints: [from, to].",
    de="Eine Wartezeit liegt zwischen genau zwei Kontaktpunkten: [von, bis].",
)
