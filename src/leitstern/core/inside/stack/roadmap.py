"""Step by step: which decisions may be carried out now, and what has to be there before the next ones.

Source: Bingemer, "Technologie ist nicht die Antwort": methodically and in stages; more personalisation only once data and
systems are joined, which is a task of leadership. Culture goes before technology.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.finding import Ground, Row, plain
from leitstern.core.inside.stack.islands import unowned_finding
from leitstern.core.inside.stack.sources import integration_score, sources
from leitstern.core.inside.stack.terms import Kind, Way
from leitstern.core.inside.wording import percent
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.stack.inventory import Inventory
    from leitstern.core.stats.estimate import Estimate


class Stage(StrEnum):
    """The stages, in their order."""

    OWNERS = "owners"
    SOURCES = "sources"
    UPGRADE = "upgrade"
    POINT = "point"
    PERSONALISE = "personalise"
    REPLACE = "replace"


STAGES = {
    Stage.OWNERS: Text(en="Somebody answers for everything", de="Für alles ist jemand verantwortlich"),
    Stage.SOURCES: Text(en="One source that is right", de="Eine Quelle, die recht hat"),
    Stage.UPGRADE: Text(en="Extend what is there", de="Ausbauen, was da ist"),
    Stage.POINT: Text(en="Special solutions for one purpose", de="Punktlösungen für einen Zweck"),
    Stage.PERSONALISE: Text(en="Personalise", de="Personalisieren"),
    Stage.REPLACE: Text(en="Replace, as the exception", de="Ersetzen, als Ausnahme"),
}
RUNNING_OWNED = Text(
    en="Every application that runs has somebody who answers for it.",
    de="Für jede Anwendung im Einsatz ist jemand verantwortlich.",
)
CAPABLE_OWNED = Text(
    en="Every capability has somebody who answers for it.", de="Für jede Fähigkeit ist jemand verantwortlich."
)
SOURCED = Text(
    en="At least {needed} of all data objects have one leading source that reaches everybody (now {now}).",
    de="Mindestens {needed} aller Datenobjekte haben eine führende Quelle, die alle erreicht (jetzt {now}).",
)
NO_DATA = Text(
    en="It is written down which data objects there are and which source leads.",
    de="Es steht da, welche Datenobjekte es gibt und welche Quelle führt.",
)
NO_HANDS = Text(
    en="No data about customers is carried by hand in spreadsheets.",
    de="Keine Daten über die Kundschaft werden von Hand als Tabelle weitergereicht.",
)
CULTURE = Text(
    en="In no department does technology run ahead of its people.",
    de="In keinem Bereich eilt die Technologie den Menschen voraus.",
)
BEFORE = Text(en="Of the stages before: {name}.", de="Aus den Stufen davor: {name}.")
PASSES = Text(
    en="Each initiative that personalises has what its own gate asks for besides.",
    de="Jede Initiative, die personalisiert, hat, was ihr eigenes Tor darüber hinaus verlangt.",
)
TOO_FEW_SOURCES = Text(
    en="It personalises, and {now} of all data objects have one leading source that reaches everybody; {needed} is needed.",
    de="Sie personalisiert, und {now} aller Datenobjekte haben eine führende Quelle, die alle erreicht; nötig sind {needed}.",
)
NO_SOURCES = Text(
    en="It personalises, and nobody has written down which data objects there are and which source leads.",
    de="Sie personalisiert, und niemand hat aufgeschrieben, welche Datenobjekte es gibt und welche Quelle führt.",
)
NAMED = Text(
    en="A named person said why this is the exception.",
    de="Eine namentlich genannte Person hat gesagt, warum dies die Ausnahme ist.",
)
PLAN = Text(en="{name}: {why}", de="{name}: {why}")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that stands: about which thing, and what."""

    kind: Kind
    slug: str
    name: str
    option: Option


@dataclass(frozen=True, slots=True)
class Personalising:
    """An initiative that personalises, and what its own gate says against that besides the sources."""

    title: str
    against: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the roadmap goes by besides the inventory."""

    needed: float  # integration score
    hasty: tuple[Text, ...] = ()  # departments in which technology runs ahead of its people
    personalising: tuple[Personalising, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Something a gate asks for; `rows` are what stands against it."""

    text: Text
    met: bool
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One stage: its gate, and what is to be done in it."""

    stage: Stage
    gate: tuple[Condition, ...]
    items: tuple[Decided, ...] = ()
    plans: tuple[str, ...] = ()  # initiatives by title

    @property
    def open(self) -> bool:
        """Whether everything the gate asks for is there."""
        return all(each.met for each in self.gate)


def roadmap(ground: Ground, decided: Sequence[Decided], around: Around) -> tuple[Step, ...]:
    """All stages. The first two are foundations: their gates say what is to be done in them."""
    owners = (_owned(ground), _capable(ground))
    joined = (_sourced(ground, around.needed), _no_hands(ground))
    culture = Condition(CULTURE, not around.hasty, tuple(Row(each) for each in around.hasty))
    founded = _all_of(Stage.OWNERS, owners)
    connected = _all_of(Stage.SOURCES, joined)

    def of(option: Option) -> tuple[Decided, ...]:
        return tuple(each for each in decided if each.option is option)

    replacing = of(Option.REPLACE)
    named = (Condition(NAMED, met=True),) if replacing else ()  # it cannot be decided otherwise
    refused = tuple(
        Row(PLAN.fill(name=plain(each.title), why=why))
        for each in around.personalising
        for why in each.against
    )
    return (
        Step(Stage.OWNERS, owners),
        Step(Stage.SOURCES, joined),
        Step(Stage.UPGRADE, (founded, culture), of(Option.UPGRADE)),
        Step(Stage.POINT, (founded, culture, connected), of(Option.POINT)),
        Step(
            Stage.PERSONALISE,
            (culture, joined[0], Condition(PASSES, not refused, refused)),
            plans=tuple(each.title for each in around.personalising),
        ),
        Step(Stage.REPLACE, (founded, culture, connected, *named), replacing),
    )


def _all_of(stage: Stage, gate: Sequence[Condition]) -> Condition:
    return Condition(BEFORE.fill(name=STAGES[stage]), all(each.met for each in gate))


def _owned(ground: Ground) -> Condition:
    rows = tuple(
        Row(plain(each.name), Kind.APPLICATION, each.slug)
        for each in ground.inventory.applications
        if each.runs and not ground.answers(each.owner)
    )
    return Condition(RUNNING_OWNED, bool(ground.inventory.applications) and not rows, rows)


def _capable(ground: Ground) -> Condition:
    found = unowned_finding(ground)
    return Condition(CAPABLE_OWNED, found is not None and not found.rows, found.rows if found else ())


def sources_against(inventory: Inventory, needed: float, today: date) -> tuple[Text, ...]:
    """What sources say against any initiative that personalises: the same that keeps the stage shut."""
    score = integration_score(inventory, today)
    if isinstance(score, Missing):
        return (NO_SOURCES,)
    if _enough(score, needed):
        return ()
    return (TOO_FEW_SOURCES.fill(now=_counted(score), needed=percent(needed)),)


def _enough(score: Estimate, needed: float) -> bool:
    return score.value >= needed - 1e-9


def _counted(score: Estimate) -> Text:
    """A share counted, not estimated: 0 % and 100 % may be said."""
    share = round(100 * score.value)
    return Text(en=f"{share}%", de=f"{share} %")


def _sourced(ground: Ground, needed: float) -> Condition:
    score = integration_score(ground.inventory, ground.today)
    if isinstance(score, Missing):
        return Condition(NO_DATA, met=False)
    rows = tuple(
        Row(plain(each.data.name), Kind.DATA, each.data.slug)
        for each in sources(ground.inventory)
        if not each.sound
    )
    return Condition(SOURCED.fill(needed=percent(needed), now=_counted(score)), _enough(score, needed), rows)


def _no_hands(ground: Ground) -> Condition:
    names = ground.inventory.names
    rows = tuple(
        Row(
            plain(f"{names.get(each.source, each.source)} → {names.get(each.target, each.target)}"),
            Kind.INTEGRATION,
            each.slug,
        )
        for each in ground.inventory.integrations
        if each.way is Way.BY_HAND
    )
    return Condition(NO_HANDS, not rows, rows)
