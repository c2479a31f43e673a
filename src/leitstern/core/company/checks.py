"""What a taxonomy may not say: every mistake at once, each with the place where it was made."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spellings
from leitstern.core.company.taxonomy import CLASSES, Kind, section
from leitstern.core.company.tree import ancestors, parents_of
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.core.company.taxonomy import Driver, Milestone, Taxonomy

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
CURRENCY = re.compile(r"[A-Z]{3}")
HIGHEST_CODE = 32_767  # codes are stored in 16 bits

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """`path` leads through keys and 0-based positions to the place; `given` is compared with `allowed`."""

    path: Path
    text: Text
    given: str = ""
    allowed: tuple[str, ...] = ()


UNKNOWN: dict[str, Text] = {
    "department": Text(en="There is no department “{slug}”.", de="Es gibt keinen Bereich „{slug}“."),
    "channel": Text(en="There is no channel “{slug}”.", de="Es gibt keinen Kanal „{slug}“."),
    "stage": Text(en="There is no stage “{slug}”.", de="Es gibt keine Phase „{slug}“."),
    "touchpoint": Text(en="There is no touchpoint “{slug}”.", de="Es gibt keinen Kontaktpunkt „{slug}“."),
    "promise": Text(en="There is no promise “{slug}”.", de="Es gibt kein Versprechen „{slug}“."),
    "map": Text(en="There is no map “{slug}”.", de="Es gibt keinen Reiseplan „{slug}“."),
    "persona": Text(en="There is no persona “{slug}”.", de="Es gibt keine Persona „{slug}“."),
    "facet": Text(en="There is no facet “{slug}”.", de="Es gibt keine Aussage „{slug}“."),
}


def unknown(kind: str, slug: str, path: Path, allowed: Sequence[str]) -> Iterator[Mistake]:
    """A mistake if `slug` is none of the `allowed` terms of `kind`."""
    if slug not in allowed:
        yield Mistake(path, UNKNOWN[kind].fill(slug=slug), slug, tuple(allowed))


def check_taxonomy(taxonomy: Taxonomy) -> list[Mistake]:
    """All mistakes of a taxonomy; an empty list means it can be used."""
    return [
        *_company(taxonomy),
        *_slugs(taxonomy),
        *_codes(taxonomy),
        *_spellings(taxonomy),
        *_tree(taxonomy),
        *_touchpoints(taxonomy),
        *_promises(taxonomy),
        *_maps(taxonomy),
        *_personas(taxonomy),
        *_milestones(taxonomy),
        *_drivers(taxonomy),
        *_reaches(taxonomy),
        *_earnings(taxonomy),
    ]


def _company(taxonomy: Taxonomy) -> Iterator[Mistake]:
    if taxonomy.journey_gap_days < 1:
        yield Mistake(("journey_gap_days",), AT_LEAST_ONE)


def _slugs(taxonomy: Taxonomy) -> Iterator[Mistake]:
    sections = {section(kind): [term.slug for term in taxonomy.terms(kind)] for kind in CLASSES}
    sections["facets"] = [facet.slug for facet in taxonomy.facets]
    sections["drivers"] = [driver.slug for driver in taxonomy.drivers]
    for name, slugs in sections.items():
        seen: set[str] = set()
        for position, slug in enumerate(slugs):
            path = (name, position, "slug")
            if not SLUG.fullmatch(slug):
                yield Mistake(path, BAD_SLUG)
            elif slug in seen:
                yield Mistake(path, TWICE.fill(slug=slug))
            seen.add(slug)


def _codes(taxonomy: Taxonomy) -> Iterator[Mistake]:
    for kind in CLASSES:
        terms = [((section(kind), position), term) for position, term in enumerate(taxonomy.terms(kind))]
        retired = [(("retired", i), term) for i, term in enumerate(taxonomy.retired) if term.kind == kind]
        codes = Counter(term.code for _, term in [*terms, *retired])
        for path, term in [*terms, *retired]:
            if not 1 <= term.code <= HIGHEST_CODE:
                yield Mistake((*path, "code"), CODE_RANGE)
            elif codes[term.code] > 1:
                yield Mistake((*path, "code"), CODE_TWICE.fill(code=term.code))
        in_use = {term.slug for _, term in terms}
        for path, term in retired:
            if term.slug in in_use:
                yield Mistake((*path, "slug"), STILL_USED.fill(slug=term.slug))


def _spellings(taxonomy: Taxonomy) -> Iterator[Mistake]:
    kinds: tuple[Kind, ...] = ("department", "channel", "touchpoint")  # what raw values are translated to
    for kind in kinds:
        first: dict[str, str] = {}
        for position, term in enumerate(taxonomy.terms(kind)):
            for spelling in dict.fromkeys(spellings(term)):
                other = first.setdefault(spelling, term.slug)
                if other != term.slug and spelling:
                    text = AMBIGUOUS.fill(spelling=spelling, one=other, other=term.slug)
                    yield Mistake((section(kind), position), text)


def _tree(taxonomy: Taxonomy) -> Iterator[Mistake]:
    parents = parents_of(taxonomy)
    for position, department in enumerate(taxonomy.departments):
        path = ("departments", position, "parent")
        if department.parent:
            yield from unknown("department", department.parent, path, list(parents))
        if department.slug in ancestors(parents, department.slug):
            yield Mistake(path, ABOVE_ITSELF.fill(slug=department.slug))


def _touchpoints(taxonomy: Taxonomy) -> Iterator[Mistake]:
    stages = [stage.slug for stage in taxonomy.stages]
    departments = [department.slug for department in taxonomy.departments]
    channels = [channel.slug for channel in taxonomy.channels]
    for position, touchpoint in enumerate(taxonomy.touchpoints):
        path = ("touchpoints", position)
        yield from unknown("stage", touchpoint.stage, (*path, "stage"), stages)
        yield from unknown("department", touchpoint.department, (*path, "department"), departments)
        if touchpoint.channel:
            yield from unknown("channel", touchpoint.channel, (*path, "channel"), channels)
        if not 0 < touchpoint.importance <= 1:
            yield Mistake((*path, "importance"), IMPORTANCE)


def _promises(taxonomy: Taxonomy) -> Iterator[Mistake]:
    touchpoints = _touchpoint_slugs(taxonomy)
    facets = [facet.slug for facet in taxonomy.facets]
    for position, promise in enumerate(taxonomy.promises):
        path = ("promises", position)
        yield from unknown("touchpoint", promise.touchpoint, (*path, "touchpoint"), touchpoints)
        yield from unknown("facet", promise.facet, (*path, "facet"), facets)
        if not 0 <= promise.share <= 1:
            yield Mistake((*path, "share"), SHARE)


def _maps(taxonomy: Taxonomy) -> Iterator[Mistake]:
    touchpoints = _touchpoint_slugs(taxonomy)
    for position, journey_map in enumerate(taxonomy.maps):
        if not journey_map.steps:
            yield Mistake(("maps", position, "steps"), NO_STEPS)
        for index, step in enumerate(journey_map.steps):
            yield from unknown("touchpoint", step.touchpoint, ("maps", position, "steps", index), touchpoints)


def _personas(taxonomy: Taxonomy) -> Iterator[Mistake]:
    for position, persona in enumerate(taxonomy.personas):
        if bool(persona.prop) != bool(persona.value):
            yield Mistake(("personas", position, "value" if persona.prop else "prop"), TOLD_BY_BOTH)


def _milestones(taxonomy: Taxonomy) -> Iterator[Mistake]:
    touchpoints = _touchpoint_slugs(taxonomy)
    for position, milestone in enumerate(taxonomy.milestones):
        path = ("milestones", position)
        if not _reachable(milestone):
            yield Mistake(path, MILESTONE)
        for key in ("at", "since"):
            if slug := getattr(milestone, key):
                yield from unknown("touchpoint", slug, (*path, key), touchpoints)
        for key in ("expects", "spoils"):
            for index, slug in enumerate(getattr(milestone, key)):
                yield from unknown("touchpoint", slug, (*path, key, index), touchpoints)
        if milestone.within_days < 1:
            yield Mistake((*path, "within_days"), AT_LEAST_ONE)


def _reachable(milestone: Milestone) -> bool:
    if milestone.at:
        return not milestone.since and not milestone.years
    return bool(milestone.since) and milestone.years >= 1


def _drivers(taxonomy: Taxonomy) -> Iterator[Mistake]:
    touchpoints = _touchpoint_slugs(taxonomy)
    promises = [promise.slug for promise in taxonomy.promises]
    for position, driver in enumerate(taxonomy.drivers):
        path = ("drivers", position)
        if len(_kinds(driver)) != 1:
            yield Mistake(path, DRIVER)
        for index, slug in enumerate(driver.wait or ()):
            yield from unknown("touchpoint", slug, (*path, "wait", index), touchpoints)
        for key in ("late", "early"):
            if slug := getattr(driver, key):
                yield from unknown("promise", slug, (*path, key), promises)


def _reaches(taxonomy: Taxonomy) -> Iterator[Mistake]:
    goals = {persona.slug: len(persona.goals) for persona in taxonomy.personas}
    slugs = {"touchpoint": _touchpoint_slugs(taxonomy)}
    slugs |= {"map": [each.slug for each in taxonomy.maps], "facet": [each.slug for each in taxonomy.facets]}
    for position, reach in enumerate(taxonomy.reaches):
        path = ("reaches", position)
        yield from unknown("persona", reach.persona, (*path, "persona"), list(goals))
        if reach.persona in goals and not 1 <= reach.goal <= goals[reach.persona]:
            yield Mistake((*path, "goal"), NO_GOAL.fill(persona=reach.persona, n=goals[reach.persona]))
        if bool(reach.map) == bool(reach.touchpoint) or bool(reach.touchpoint) != bool(reach.facet):
            yield Mistake(path, REACH)
        for kind, known in slugs.items():
            if slug := getattr(reach, kind):
                yield from unknown(kind, slug, (*path, kind), known)


def _earnings(taxonomy: Taxonomy) -> Iterator[Mistake]:
    seen: set[str] = set()
    for position, earning in enumerate(taxonomy.earnings):
        path = ("earnings", position)
        if not CURRENCY.fullmatch(earning.currency):
            yield Mistake((*path, "currency"), NO_CURRENCY)
        elif earning.currency in seen:
            yield Mistake((*path, "currency"), CURRENCY_TWICE.fill(currency=earning.currency))
        seen.add(earning.currency)
        if bool(earning.margin) == bool(earning.revenue) or bool(earning.revenue) != bool(
            earning.margin_share
        ):
            yield Mistake(path, EARNING)
        elif earning.revenue and not 0 < earning.margin_share <= 1:
            yield Mistake((*path, "margin_share"), MARGIN_SHARE)


def _kinds(driver: Driver) -> list[str]:
    return [key for key in ("wait", "late", "early", "prop") if getattr(driver, key)]


def _touchpoint_slugs(taxonomy: Taxonomy) -> list[str]:
    return [touchpoint.slug for touchpoint in taxonomy.touchpoints]


BAD_SLUG = Text(
    en="A short name has only small letters a–z, digits, “_” and “-”, starts with a letter or digit and has at most 63 characters.",
    de="Ein Kurzname besteht nur aus Kleinbuchstaben a–z, Ziffern, „_“ und „-“, beginnt mit Buchstabe oder Ziffer und hat höchstens 63 Zeichen.",
)
TWICE = Text(en="The short name “{slug}” is given twice.", de="Der Kurzname „{slug}“ ist zweimal vergeben.")
CODE_RANGE = Text(
    en="A code is a whole number from 1 to 32767.", de="Ein Code ist eine ganze Zahl von 1 bis 32767."
)
CODE_TWICE = Text(en="The code {code} is given twice.", de="Der Code {code} ist zweimal vergeben.")
STILL_USED = Text(
    en="“{slug}” is listed as retired and still used.",
    de="„{slug}“ steht unter „retired“ und wird noch verwendet.",
)
AMBIGUOUS = Text(
    en="“{spelling}” means both “{one}” and “{other}”; give one of them another name or synonym.",
    de="„{spelling}“ bedeutet sowohl „{one}“ als auch „{other}“; geben Sie einem der beiden einen anderen Namen oder ein anderes Synonym.",
)
ABOVE_ITSELF = Text(
    en="“{slug}” stands above itself: following the parents leads back to it.",
    de="„{slug}“ steht über sich selbst: Folgt man den übergeordneten Bereichen, kommt man dorthin zurück.",
)
IMPORTANCE = Text(
    en="Importance is a number above 0 and at most 1.",
    de="Die Wichtigkeit ist eine Zahl über 0 bis höchstens 1.",
)
SHARE = Text(
    en="A share is a number from 0 to 1; 0.95 means 95 of 100 customers.",
    de="Ein Anteil ist eine Zahl von 0 bis 1; 0.95 bedeutet 95 von 100 Kundinnen und Kunden.",
)
AT_LEAST_ONE = Text(en="At least 1 day is needed.", de="Es muss mindestens 1 Tag sein.")
NO_STEPS = Text(
    en="A journey map needs at least one step.", de="Ein Reiseplan braucht mindestens einen Schritt."
)
MILESTONE = Text(
    en="A milestone is reached either `at` a touchpoint, or `years` (1 or more) after the first contact `since`.",
    de="Ein Meilenstein wird entweder an einem Kontaktpunkt erreicht (`at`) oder `years` (mindestens 1) Jahre nach dem ersten Kontakt (`since`).",
)
DRIVER = Text(
    en="A driver has exactly one of `wait`, `late`, `early` and `prop`.",
    de="Ein sichtbarer Grund hat genau eines von `wait`, `late`, `early` und `prop`.",
)
NO_GOAL = Text(
    en="The persona “{persona}” has {n} goals; they count from 1.",
    de="Die Persona „{persona}“ hat {n} Ziele; sie zählen ab 1.",
)
REACH = Text(
    en="A goal is reached either with a `map`, or with a `facet` at a `touchpoint`.",
    de="Ein Ziel wird entweder mit einem Reiseplan (`map`) erreicht oder mit einer Aussage (`facet`) an einem Kontaktpunkt (`touchpoint`).",
)
NO_CURRENCY = Text(
    en="A currency is a code of three capital letters, such as EUR.",
    de="Eine Währung ist ein Kürzel aus drei Großbuchstaben, etwa EUR.",
)
CURRENCY_TWICE = Text(
    en="The currency {currency} is given twice.", de="Die Währung {currency} steht zweimal da."
)
EARNING = Text(
    en="What a contact earns is told either by the property that holds the `margin`, or by `revenue` and its `margin_share`.",
    de="Was ein Kontakt einbringt, sagt entweder die Eigenschaft mit dem Deckungsbeitrag (`margin`) oder die mit dem Umsatz (`revenue`) samt seinem Anteil (`margin_share`).",
)
MARGIN_SHARE = Text(
    en="A share of margin lies above 0 and is at most 1; 0.3 means 30 of 100.",
    de="Ein Anteil des Deckungsbeitrags liegt über 0 und ist höchstens 1; 0.3 bedeutet 30 von 100.",
)
TOLD_BY_BOTH = Text(
    en="A persona is told by a property and its value (`prop` and `value`): one without the other tells nobody.",
    de="Eine Persona erkennt man an einer Eigenschaft und deren Wert (`prop` und `value`): eines ohne das andere genügt nicht.",
)
