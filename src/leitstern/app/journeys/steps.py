"""What comes before a touchpoint and after it, of one selection or of one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.forms import ViewForm
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest, value
from leitstern.app.journeys.pages import Built
from leitstern.charts.step_sankey import Band, Stop, step_sankey
from leitstern.core.company.taxonomy import UNMAPPED, Touchpoint
from leitstern.core.outside.few import FEWEST, shown
from leitstern.core.outside.steps_around import (
    OTHER,
    OUTSIDE,
    REACH,
    STEPS,
    Kept,
    Link,
    Place,
    around_first,
    around_last,
    kept_places,
    links,
    places,
    read_links,
    read_places,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ibis import Table

    from leitstern.app.journeys.asking import Chosen, Side
    from leitstern.app.journeys.forms import Offered

HEADER = ("step", "node", "customers", "share", "low", "high", "n", *BESIDE)
Found = tuple[tuple[Lined[Place], ...], tuple[Link, ...]]
NEXT = Text(
    en="Right after {here}, {share} [{low}–{high}] of 100 journeys go to {after}; {over} end there (n {n} customers).",
    de="Gleich nach {here} gehen {share} [{low}–{high}] von 100 Reisen zu {after}; {over} enden dort (n {n} Kundinnen und Kunden).",
)
ENDS = Text(
    en="{over} of 100 journeys end at {here} (n {n} customers).",
    de="{over} von 100 Reisen enden bei {here} (n {n} Kundinnen und Kunden).",
)
DIFFERS = Text(
    en="The selections differ most here: {step}, {node}: {share} of 100 journeys here, {other} there, {points} points "
    "[{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen hier: {step}, {node}: hier {share} von 100 Reisen, dort {other}, {points} "
    "Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="At no step do the two selections differ for sure.",
    de="Bei keinem Schritt unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="Fewer than five customers of this selection come to {here}.",
    de="Zu {here} kommen in dieser Auswahl weniger als fünf Kundinnen und Kunden.",
)
ONLY_HERE = Text(
    en="The selections differ most here: {step}, {node}: {share} [{low}–{high}] of 100 journeys here (n {n}), fewer than "
    "five customers there.",
    de="Am meisten unterscheiden sich die Auswahlen hier: {step}, {node}: hier {share} [{low}–{high}] von 100 Reisen (n {n}), "
    "dort weniger als fünf Kundinnen und Kunden.",
)
BEFORE = Text(en="{n} before", de="{n} davor")
AFTER = Text(en="{n} after", de="{n} danach")
HERE = Text(en="here", de="hier")
NOT_YET, OVER = Text(en="not begun yet", de="noch nicht begonnen"), Text(en="over", de="vorbei")
OTHERS = Text(en="… others", de="… andere")


class StepsForm(ViewForm):
    """The touchpoint to look from, which of its contacts in a journey, and how many places a step shows."""

    at = forms.ChoiceField(label=_("Around"))
    occurrence = forms.ChoiceField(
        label=_("Counted from"),
        choices=(("first", _("the first time")), ("last", _("the last time"))),
        initial="first",
    )
    most = forms.ChoiceField(
        label=_("Places per step"), choices=(("3", "3"), ("5", "5"), ("8", "8")), initial="5"
    )

    def __init__(self, data: Mapping[str, str], offered: Offered) -> None:
        super().__init__(data, offered)
        language = offered.traits.language
        named = sorted(
            ((term.slug, term.name.to(language)) for term in offered.taxonomy.touchpoints),
            key=lambda each: each[1],
        )
        field = self.fields["at"]
        if isinstance(field, forms.ChoiceField):
            field.choices = named
        weightiest = max(offered.taxonomy.touchpoints, key=lambda term: term.importance, default=None)
        if weightiest is not None and "at" not in self.data:
            self.data = {**self.data, "at": weightiest.slug}


class StepPlaceOut(Schema):
    """`step` contacts after (before: negative) the one looked from: `share` of 0–1 journeys are at `node`.

    `node` is a touchpoint, `outside` (not begun yet, or over) or `others`.
    """

    step: int
    node: str
    share: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class StepLinkOut(Schema):
    """Of 0–1 journeys at `node`, the `share` that is at `next_node` one step later."""

    step: int
    node: str
    next_node: str
    customers: int
    share: Number


class StepsAroundOut(Schema):
    sentence: TextOut
    places: list[StepPlaceOut]
    links: list[StepLinkOut]


def found_steps(chosen: Chosen) -> Found:
    """The places at every step in both selections, and what joins them in the first; the same places for both."""
    here, as_of = _here(chosen), chosen.state.as_of
    asked = chosen.view.cleaned_data if chosen.view else {}
    build = around_last if asked["occurrence"] == "last" else around_first
    most, how = int(asked["most"]), (here.code, asked["occurrence"])

    def around(one: Side) -> Table:
        return build(one.transitions, here.code)

    def choose(one: Side) -> Kept:
        return kept_places(read_places(one.ask.run(places(around(one))), as_of), most)

    kept = chosen.alone.find("steps kept", choose, *how, most).a or ()

    def place(one: Side) -> tuple[Place, ...]:
        found = read_places(one.ask.run(places(around(one), kept)), as_of)
        return tuple(shown(each) for each in found if each.customers >= FEWEST)

    def link(one: Side) -> tuple[Link, ...]:
        return read_links(one.ask.run(links(around(one), kept)), as_of)

    sides = chosen.find("steps places", place, *how, kept)
    found = lined_up(sides, lambda each: (each.step, each.node), lambda each: each.share)
    if not any(isinstance(each.share, Estimate) for each in found):
        return (), ()
    joined = chosen.alone.find("steps links", link, *how, kept).a or ()
    return tuple(sorted(found, key=lambda each: each.either.step)), joined


def sentence(chosen: Chosen, found: Found) -> Text:
    """Where most go right after it, or what differs most for sure."""
    here = _here(chosen).name
    if not found[0]:
        return NOBODY.fill(here=here)
    if chosen.compared:
        there = [each for each in found[0] if each.either.node != OUTSIDE]
        most, only = surest(there), _only_here(found[0])
        if (
            only
            and isinstance(only.share, Estimate)
            and (most is None or only.share.value > _apart(most[0], there))
        ):
            new = only.either
            return ONLY_HERE.fill(step=step_name(new.step), node=_name(chosen, new), **of_hundred(only.share))
        if most is None:
            return ALIKE
        place, told = most
        return DIFFERS.fill(step=step_name(place.step), node=_name(chosen, place), **told)
    after = [each for each in found[0] if each.either.step == 1 and isinstance(each.share, Estimate)]
    over = next((each.share for each in after if each.either.node == OUTSIDE), None)
    ended = round(over.value * 100) if isinstance(over, Estimate) else 0
    for each in after:
        if each.either.node >= 0 and isinstance(each.share, Estimate):
            share = each.share
            named = {"share": share.value, "low": share.low, "high": share.high}
            told = {name: round(value * 100) for name, value in named.items()}
            return NEXT.fill(
                here=here, after=_name(chosen, each.either), over=ended, n=grouped(share.n), **told
            )
    n = next((each.share.n for each in found[0] if isinstance(each.share, Estimate)), 0)
    return ENDS.fill(here=here, over=ended, n=grouped(n))


def _only_here(found: Sequence[Lined[Place]]) -> Lined[Place] | None:
    """The place with the most journeys that hardly anybody of the other selection comes to.

    There it is fewer than five customers; this is told only where four could not be as many by chance.
    """
    many = {
        each.either.step: each.beside.b.n
        for each in found
        if each.beside and isinstance(each.beside.b, Estimate)
    }
    sure = []
    for each in found:
        n, share = many.get(each.either.step), each.share
        if each.there is None and each.either.node > UNMAPPED and n and isinstance(share, Estimate):
            _, highest = wilson((FEWEST - 1) / n, n)
            sure += [(share.value, each)] if highest < share.low else []
    return max(sure, key=lambda pair: pair[0])[1] if sure else None


def _apart(place: Place, found: Sequence[Lined[Place]]) -> float:
    beside = next((each.beside for each in found if each.either == place), None)
    return abs(value(beside.difference)) if beside else 0.0


def steps_page(chosen: Chosen) -> Built:
    """The picture with its table."""
    found = found_steps(chosen)
    rows = [(each, step_name(each.either.step), _name(chosen, each.either)) for each in found[0]]
    table = [
        [
            each.either.step,
            _slug(chosen, each.either.node),
            each.here.customers if each.here else None,
            *numbers(each.here.share if each.here else None, n=True),
            *each.cells,
        ]
        for each in found[0]
    ]
    context = {"rows": rows, "chart": _drawn(chosen, found), "here": _here(chosen).name}
    return Built(sentence(chosen, found), HEADER, table, context)


def steps_document(chosen: Chosen) -> StepsAroundOut:
    """The same for programs."""
    found = found_steps(chosen)
    return StepsAroundOut(
        sentence=both(sentence(chosen, found)),
        places=[
            StepPlaceOut(
                step=each.either.step,
                node=_slug(chosen, each.either.node),
                share=number(each.share),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found[0]
        ],
        links=[
            StepLinkOut(
                step=each.step,
                node=_slug(chosen, each.node),
                next_node=_slug(chosen, each.next_node),
                customers=each.customers,
                share=number(each.share),
            )
            for each in found[1]
        ],
    )


def step_name(step: int) -> Text:
    """How far from the contact looked from."""
    return HERE if step == 0 else (BEFORE if step < 0 else AFTER).fill(n=abs(step))


def _here(chosen: Chosen) -> Touchpoint:
    asked = chosen.view.cleaned_data if chosen.view else {}
    found = chosen.state.taxonomy.lookup(Touchpoint).slug(asked["at"])
    if found is None:
        raise AssertionError("The form offers touchpoints of the taxonomy only.")
    return found


def _name(chosen: Chosen, place: Place) -> Text:
    if place.node == OUTSIDE:
        return NOT_YET if place.step < 0 else OVER
    return OTHERS if place.node == OTHER else chosen.state.taxonomy.name("touchpoint", place.node)


def _slug(chosen: Chosen, node: int) -> str:
    if node == OUTSIDE:
        return "outside"
    term = chosen.state.taxonomy.lookup(Touchpoint).code(node)
    return term.slug if term else "others"


def _drawn(chosen: Chosen, found: Found) -> str:
    seen = [each for each in found[0] if isinstance(each.share, Estimate)]
    if not seen:
        return ""
    place = {(each.either.step, each.either.node): at for at, each in enumerate(seen)}
    stops = [
        Stop(
            each.either.step + REACH,
            words(_name(chosen, each.either)),
            side(each.share),
            each.either.node < 0,
            side(each.beside.b) if each.beside else None,
            side(each.beside.difference) if each.beside else None,
            each.sure,
        )
        for each in seen
    ]
    bands = [
        Band(source, target, each.share.value, each.customers)
        for each in found[1]
        if (source := place.get((each.step, each.node))) is not None
        and (target := place.get((each.step + 1, each.next_node))) is not None
        and isinstance(each.share, Estimate)
        and not each.node == each.next_node == OUTSIDE
    ]
    return fitted(
        lambda sheet: step_sankey(stops, bands, [words(step_name(step)) for step in STEPS], sheet),
        "steps",
        gettext("Three steps before and after"),
        gettext("A bar is as high as the share of journeys that are there; the bands lead on from it."),
    )
