"""The placement in words: one sentence that says it, one that says what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.counting import from_counted
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.org_types import IS, NAMES, OrgType
from leitstern.core.inside.ratings import AXES, VIEWS, View
from leitstern.core.inside.wording import decimal, listed, percent
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.inside.illusion import Illusion
    from leitstern.core.inside.seeing import Seen
    from leitstern.core.stats.estimate import Measured

NOBODY = Text(en="Nobody has looked yet where you stand.", de="Noch hat niemand hingesehen, wo Sie stehen.")
ONE_AXIS = Text(
    en="A placement needs both axes; no view has looked at {axis} yet.",
    de="Eine Verortung braucht beide Achsen; auf die {axis} hat noch keine Sicht geschaut.",
)
DECLARED = Text(en="You are {type} ({share}).", de="Sie sind {type} ({share}).")
BY_YOURSELVES = Text(
    en="Going by yourselves alone, allowing for how self-images err, you are {type} ({share}).",
    de="Allein nach Ihrem Selbstbild, um den üblichen Überschwang bereinigt, sind Sie {type} ({share}).",
)
BORDERLINE = Text(
    en="Borderline: {first} ({share}) or {second} ({other}).",
    de="Ein Grenzfall: {first} ({share}) oder {second} ({other}).",
)
HELD = Text(
    en="You are still {type} ({share}): a declared type is left only when the border is passed by {margin} levels.",
    de="Sie sind weiterhin {type} ({share}): Ein festgestellter Typ wechselt erst, wenn die Grenze um {margin} Stufen überschritten ist.",
)
HELD_AGAINST = Text(
    en="You still count as {type}: a declared type is left only when the border is passed by {margin} levels. Today {likeliest} ({share}) would be likelier.",
    de="Sie gelten weiterhin als {type}: Ein festgestellter Typ wechselt erst, wenn die Grenze um {margin} Stufen überschritten ist. Heute wäre {likeliest} ({share}) wahrscheinlicher.",
)
PLACED = Text(
    en="Culture {culture} and technology {technology} of 4, from {views}.",
    de="Kultur {culture} und Technologie {technology} von 4, aus {views}.",
)
SO_FAR = Text(en="So far from {views}.", de="Bisher aus {views}.")
PROOF = Text(en="Level of culture by view: {told}.", de="Stufe der Kultur je Sicht: {told}.")
TOLD = Text(en="{view} {level}", de="{view} {level}")
WITH_INTERVAL = Text(en="{value} [{low}–{high}]", de="{value} [{low}–{high}]")
_AND = Text(en="and", de="und")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of the type; `held` if it is declared only because it was before, by up to `margin` levels."""

    probabilities: Mapping[OrgType, float]
    declared: OrgType | None
    candidates: Sequence[OrgType]
    held: bool
    margin: float


def sentence(verdict: Verdict, illusion: Illusion, sees: Mapping[Axis, bool]) -> Text:
    """The finding. An illusion comes before everything else."""
    if not any(sees.values()):
        return NOBODY
    if illusion.state == "illusion":
        return illusion.sentence
    if not verdict.probabilities:
        blind = next(axis for axis in Axis if not sees[axis])
        return ONE_AXIS.fill(axis=Text(AXES[blind].en.lower(), AXES[blind].de))
    shares, declared = verdict.probabilities, verdict.declared
    first = verdict.candidates[0]
    if declared and verdict.held:
        margin = decimal(verdict.margin)
        if first is declared:
            return HELD.fill(type=IS[declared], share=percent(shares[declared]), margin=margin)
        return HELD_AGAINST.fill(
            type=IS[declared], likeliest=IS[first], share=percent(shares[first]), margin=margin
        )
    if declared:
        frame = BY_YOURSELVES if illusion.state == "self-image only" else DECLARED
        return frame.fill(type=IS[declared], share=percent(shares[declared]))
    second = verdict.candidates[1]
    return BORDERLINE.fill(
        first=NAMES[first],
        share=percent(shares[first]),
        second=NAMES[second],
        other=percent(shares[second]),
    )


def evidence_sentence(
    seen: Sequence[Seen], culture: Measured | None, technology: Measured | None, illusion: Illusion
) -> Text:
    """What it rests on: both axes with their intervals, and who looked; an illusion with its proof first."""
    if not seen:
        return Text("", "")
    views = sorted(seen, key=lambda each: list(View).index(each.ratings.view))
    names = listed([from_counted(each.ratings) for each in views], _AND)
    if culture is None or technology is None:
        return SO_FAR.fill(views=names)
    placed = PLACED.fill(culture=interval(culture), technology=interval(technology), views=names)
    if illusion.state != "illusion":
        return placed
    told = [
        TOLD.fill(view=VIEWS[each.ratings.view], level=decimal(each.culture.mean, 1))
        for each in views
        if each.culture
    ]
    proof = PROOF.fill(told=listed(told, _AND))
    return Text(f"{proof.en} {placed.en}", f"{proof.de} {placed.de}")


def interval(measured: Measured) -> Text:
    """A level with its interval, one decimal."""
    if isinstance(measured, Missing):
        return measured.reason
    low, value, high = (decimal(each, 1) for each in (measured.low, measured.value, measured.high))
    return WITH_INTERVAL.fill(value=value, low=low, high=high)
