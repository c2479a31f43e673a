"""What a change of an assumption would change, before anybody makes it: placement, route, evidence; before and after."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from leitstern.app.evidence.queries import Line, lines
from leitstern.app.placement.assumed import assumed, assuming
from leitstern.app.placement.queries import placement, route_choice, settling
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.route_words import ROUTES
from leitstern.core.inside.wording import decimal, listed, percent
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.progress import Settled
    from leitstern.core.inside.routes import Choice
    from leitstern.core.stats.estimate import Measured

OR = Text(en="or", de="oder")
BORDERLINE = Text(en="borderline: {types}", de="Grenzfall: {types}")
NONE_YET = Text(en="none yet", de="noch keine")
MONTHS = Text(en="{p50} [{p10}–{p90}] months", de="{p50} [{p10}–{p90}] Monate")
OF = Text(en="{n} of {all}", de="{n} von {all}")
ROUTE = Text(en="{route} · {name}", de="{route} · {name}")
TYPE = Text(en="Type", de="Typ")
CULTURE = Text(en="Culture, all views", de="Kultur, alle Sichten")
TECHNOLOGY = Text(en="Technology, all views", de="Technologie, alle Sichten")
WAY = Text(en="Route", de="Route")
TAKES = Text(en="How long it takes", de="Wie lange sie dauert")
IMAGE = Text(en="Self-image", de="Selbstbild")
CREDITED = Text(en="Credited levels in sum", de="Belegte Stufen in Summe")
QUESTIONED = Text(en="Claimed levels that draw a question", de="Selbsteinstufungen, zu denen wir nachfragen")
SETTLED = Text(en="Waves above the target, of those needed", de="Wellen über dem Ziel, von den nötigen")

NOTHING = Text(
    en="Placement, route and evidence would stay as they are.",
    de="Verortung, Route und Belege blieben, wie sie sind.",
)
FIGURES = Text(
    en="Type and route would stay; only figures would move.",
    de="Typ und Route blieben; nur Zahlen würden sich bewegen.",
)
TYPE_CHANGES = Text(
    en="The type would change: {after}, not {before}.", de="Der Typ würde wechseln: {after} statt {before}."
)
ROUTE_CHANGES = Text(
    en="The route would change: “{after}”, not “{before}”.",
    de="Die Route würde wechseln: „{after}“ statt „{before}“.",
)
BOTH = Text(en="{first} {second}", de="{first} {second}")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from what is assumed. No placement while nobody has looked; no route while an axis is not seen."""

    placement: Placement | None
    choice: Choice | None
    settled: Settled
    waves: int
    evidence: tuple[Line, ...]

    @property
    def credited(self) -> dict[str, int]:
        """Credited levels of the whole organisation by dimension."""
        return {line.dimension.slug: line.credit.credited for line in self.evidence if line.credit}

    @property
    def questioned(self) -> int:
        """Claimed levels far above what is credited, or ticked off."""
        return sum(line.too_high or line.ticked_off for line in self.evidence)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing before and after."""

    name: Text
    before: Text
    after: Text

    @property
    def changes(self) -> bool:
        """Whether anybody would see a difference."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Trial:
    """A value that is not assumed yet, and what it would change."""

    slug: str
    value: float
    before: Outlook
    after: Outlook
    rows: tuple[Row, ...]

    @property
    def sentence(self) -> Text:
        """What it would change, in words."""
        moved = {row.name: row for row in self.rows if row.changes}
        said = [
            words.fill(before=moved[name].before, after=moved[name].after)
            for name, words in ((TYPE, TYPE_CHANGES), (WAY, ROUTE_CHANGES))
            if name in moved
        ]
        if not said:
            return FIGURES if moved else NOTHING
        return said[0] if len(said) == 1 else BOTH.fill(first=said[0], second=said[1])


def trial(slug: str, value: float) -> Trial:
    """What assuming `value` would change. Nothing is kept. Raises NotFound, and InvalidInput out of range."""
    assumed(slug)
    before = _outlook()
    with assuming({slug: value}):
        after = _outlook()
    told = {True: _told(before), False: _told(after)}
    names = reduce(or_, (dict.fromkeys(each) for each in told.values()))
    rows = (Row(name, told[True].get(name, NONE_YET), told[False].get(name, NONE_YET)) for name in names)
    return Trial(slug, value, before, after, tuple(rows))


def _outlook() -> Outlook:
    found = placement()
    return Outlook(found, route_choice(found) if found else None, *settling(), lines())


def _told(seen: Outlook) -> dict[Text, Text]:
    """Everything that an assumption may change, in words."""
    found, choice = seen.placement, seen.choice
    told: dict[Text, Text] = {}
    if found and found.fused:
        told[TYPE] = _type(found)
        told |= {NAMES[kind]: percent(found.probabilities[kind]) for kind in OrgType}
        told |= {CULTURE: _level(found.fused.culture), TECHNOLOGY: _level(found.fused.technology)}
    if found:
        told[IMAGE] = found.illusion.sentence
    if choice:
        told[WAY] = ROUTE.fill(route=choice.route, name=ROUTES[choice.route])
        told[TAKES] = MONTHS.fill(
            p50=round(choice.chosen.p50), p10=round(choice.chosen.p10), p90=round(choice.chosen.p90)
        )
    if seen.waves:
        told[SETTLED] = OF.fill(n=seen.settled.waves, all=seen.settled.needed)
    if seen.credited:
        told[CREDITED] = Text(*[str(sum(seen.credited.values()))] * 2)
        told[QUESTIONED] = Text(*[str(seen.questioned)] * 2)
    return told


def _type(found: Placement) -> Text:
    if found.declared:
        return NAMES[found.declared]
    return BORDERLINE.fill(types=listed([NAMES[kind] for kind in found.candidates], OR))


def _level(measured: Measured) -> Text:
    if isinstance(measured, Missing):
        return measured.reason
    value, low, high = (decimal(each, 2) for each in (measured.value, measured.low, measured.high))
    return Text(en="{value} [{low}–{high}]", de="{value} [{low}–{high}]").fill(
        value=value, low=low, high=high
    )
