"""Taxonomies and mappings of every shape, for tests that hold for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from leitstern.collect.mapping import (
    Condition,
    ContactRule,
    Customer,
    FeedbackRule,
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
from leitstern.core.company.facets import Facet
from leitstern.core.company.taxonomy import (
    Channel,
    Department,
    Driver,
    JourneyMap,
    MapStep,
    Milestone,
    Persona,
    Promise,
    Retired,
    Stage,
    Taxonomy,
    Touchpoint,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
texts = st.builds(Text, en=words, de=words) | words.map(lambda word: Text(en=word, de=word))
slugs = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,5}", fullmatch=True)
shares = st.floats(0, 1)
zones = st.sampled_from(["Europe/Berlin", "America/Sao_Paulo", "UTC"])


@st.composite
def terms(draw: Callable[..., Any], build: Callable[..., Any], least: int = 1) -> tuple[Any, ...]:
    """A few terms of one kind, no two called alike, with codes in or out of order."""
    names = draw(st.lists(slugs, unique=True, min_size=least, max_size=4))
    codes = draw(st.just(range(1, len(names) + 1)) | st.permutations(range(3, len(names) + 3)))
    return tuple(
        draw(build(code=st.just(code), slug=st.just(slug), name=texts.map(_apart(slug))))
        for code, slug in zip(codes, names, strict=True)
    )


def _apart(slug: str) -> Callable[[Text], Text]:
    return lambda name: Text(en=f"{slug}: {name.en}", de=f"{slug}: {name.de}")


def _building(cls: type, **parts: Any) -> Callable[..., Any]:
    return lambda **given: st.builds(cls, **parts, **given)


def _choice(found: tuple[Any, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([term.slug for term in found])


@st.composite
def taxonomies(draw: Callable[..., Any]) -> Taxonomy:
    """A taxonomy without mistakes, of any shape."""
    synonyms = st.just(())
    departments = draw(
        terms(_building(Department, owner=st.none() | texts, synonyms=synonyms, back_office=st.booleans()))
    )
    channels = draw(
        terms(_building(Channel, digital=st.booleans(), synonyms=synonyms, people=st.none() | st.booleans()))
    )
    stages = draw(terms(_building(Stage)))
    touchpoints = draw(
        terms(
            _building(
                Touchpoint,
                stage=_choice(stages),
                department=_choice(departments),
                channel=st.just("") | _choice(channels),
                owner=st.none() | texts,
                importance=st.floats(0, 1, exclude_min=True),
                synonyms=synonyms,
                digital=st.none() | st.booleans(),
                leaving=st.booleans(),
                people=st.none() | st.booleans(),
            )
        )
    )
    places = _choice(touchpoints)
    facets = draw(
        st.lists(st.builds(Facet, slugs, texts, texts), max_size=2, unique_by=lambda facet: facet.slug)
    )
    kinds = st.sampled_from(["satisfied", "in_time", *(facet.slug for facet in facets)])
    promises = draw(terms(_promising(places, kinds)))
    steps = st.builds(MapStep, places, st.booleans(), st.booleans(), st.just("") | words)
    maps = draw(
        terms(_building(JourneyMap, steps=st.lists(steps, min_size=1, max_size=3).map(tuple)), least=0)
    )
    drivers = draw(
        st.lists(_drivers(places, _choice(promises)), max_size=3, unique_by=lambda driver: driver.slug)
    )
    return Taxonomy(
        company=draw(texts),
        time_zone=draw(zones),
        departments=departments,
        channels=channels,
        stages=stages,
        touchpoints=touchpoints,
        facets=tuple(facets),
        promises=promises,
        maps=maps,
        personas=draw(terms(_building(Persona, goals=st.lists(texts, max_size=2).map(tuple)), least=0)),
        milestones=draw(terms(_milestones(places), least=0)),
        drivers=tuple(drivers),
        journey_gap_days=draw(st.integers(1, 400)),
        retired=draw(
            st.just(()) | st.just((Retired("touchpoint", 99, "gone-for-good", Text(en="a", de="b")),))
        ),
    )


def _promising(places: st.SearchStrategy[str], kinds: st.SearchStrategy[str]) -> Callable[..., Any]:
    def build(code: Any, slug: Any, name: Any) -> Any:
        return st.builds(
            Promise,
            code,
            slug,
            touchpoint=places,
            facet=kinds,
            share=shares,
            text=name,
            source=st.just("") | words,
        )

    return build


def _milestones(places: st.SearchStrategy[str]) -> Callable[..., Any]:
    around = {
        "expects": st.lists(places, max_size=2).map(tuple),
        "spoils": st.lists(places, max_size=2).map(tuple),
        "within_days": st.integers(1, 90),
    }

    def build(**given: Any) -> Any:
        reached = st.builds(Milestone, at=places, **around, **given)
        return reached | st.builds(Milestone, since=places, years=st.integers(1, 30), **around, **given)

    return build


def _drivers(places: st.SearchStrategy[str], promises: st.SearchStrategy[str]) -> st.SearchStrategy[Driver]:
    return st.one_of(
        st.builds(Driver, slugs, texts, wait=st.tuples(places, places)),
        st.builds(Driver, slugs, texts, late=promises),
        st.builds(Driver, slugs, texts, early=promises),
        st.builds(Driver, slugs, texts, prop=words),
    )


def few(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """None to two of them."""
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


def pairs(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """Names with values, no name twice."""
    return st.dictionaries(words, values, min_size=least, max_size=2).map(lambda found: tuple(found.items()))


maybe = st.just("") | words
conditions = (
    st.builds(Condition, words, is_in=few(words, least=1), not_in=few(words))
    | st.builds(Condition, words, not_in=few(words, least=1))
    | st.builds(Condition, words, present=st.booleans())
)
formats = st.builds(
    Format,
    type=st.none() | st.sampled_from(["csv", "xlsx", "xes", "jsonl", "parquet", "ocel"]),
    delimiter=st.none() | st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.none() | st.sampled_from(["utf-8", "cp1252", "utf-16"]),
    decimal=st.none() | st.sampled_from([".", ","]),
    dates=few(st.sampled_from(["%d/%m/%Y", "%d.%m.%y %H:%M"])),
    sheet=st.none() | words,
    unnest=st.none() | words,
)
some_terms = st.builds(Term, slug=slugs) | st.builds(Term, column=words, values=pairs(words))
hows = st.sampled_from(["value", "count", "count_distinct", "sum", "min", "max"])
taken = st.lists(
    st.builds(Taken, words, words, hows), min_size=1, max_size=2, unique_by=lambda t: t.name
).map(tuple)
files = st.sampled_from(["orders.csv", "in/orders.xlsx", "log.xes.gz", "Aufträge 2026.csv"])
joins = st.builds(Join, files, words, words, taken, formats)
weights = st.builds(Weight, st.floats(0.001, 1e6), few(conditions, least=1))
contacts = st.builds(
    ContactRule,
    some_terms,
    words,
    st.none() | some_terms,
    st.none() | some_terms,
    few(conditions),
    pairs(words),
    few(words),
)
promises = st.builds(PromiseRule, slugs, words, maybe, maybe, few(conditions), few(words))
scales = st.tuples(st.integers(-10, 4), st.integers(6, 100)).map(
    lambda ends: (float(ends[0]), float(ends[1]))
)
feedback = st.builds(
    FeedbackRule,
    some_terms,
    st.sampled_from(["nps", "csat", "ces", "rating"]),
    words,
    words,
    scales,
    st.just(5.0) | st.just(5.5),
    slugs,
    few(words),
    maybe,
    few(conditions),
    few(words),
)


@st.composite
def sources(draw: Callable[..., Any]) -> Source:
    """A source that reads something."""
    return Source(
        name=draw(words),
        file=draw(files),
        customer=draw(st.builds(Customer, words, st.just("customer") | words)),
        journey=draw(st.none() | st.builds(Journey, words, st.just("") | words)),
        key=draw(few(words)),
        format=draw(formats),
        join=draw(st.just(()) | joins.map(lambda join: (join,))),
        where=draw(few(conditions)),
        weight=(*draw(few(weights)), *draw(st.just(()) | st.just((Weight(1.0),)))),
        contacts=draw(few(contacts)),
        promises=draw(few(promises)),
        feedback=draw(few(feedback, least=1)),
    )


mappings = st.builds(
    Mapping,
    zones,
    st.lists(sources(), min_size=1, max_size=2, unique_by=lambda source: source.name).map(tuple),
    st.just("") | st.just("taxonomy.yaml"),
)
