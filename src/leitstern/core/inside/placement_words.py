"""The placement in words: one sentence that says it, one that says what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.org_types import IS, NAMES, OrgType
from leitstern.core.inside.ratings import AXES, LEADERS, OUTSIDERS, VIEWS, View
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
PLACED = Text(
    en="Culture {culture} and technology {technology} of 4, from {views}.",
    de="Kultur {culture} und Technologie {technology} von 4, aus {views}.",
)
SO_FAR = Text(en="So far from {views}.", de="Bisher aus {views}.")
PROOF = Text(en="Level of culture by view: {told}.", de="Stufe der Kultur je Sicht: {told}.")
TOLD = Text(en="{view} {level}", de="{view} {level}")
WITH_INTERVAL = Text(en="{value} [{low}–{high}]", de="{value} [{low}–{high}]")
COUNTED: dict[View, tuple[Text, Text]] = {  # one, several
    View.EXECUTIVES: (
        Text(en="one executive", de="einer Person der Geschäftsleitung"),
        Text(en="{n} executives", de="{n} Personen der Geschäftsleitung"),
    ),
    View.MANAGERS: (
        Text(en="one manager", de="einer Führungskraft"),
        Text(en="{n} managers", de="{n} Führungskräften"),
    ),
    View.STAFF: (
        Text(en="one member of staff", de="einer mitarbeitenden Person"),
        Text(en="{n} members of staff", de="{n} Mitarbeitenden"),
    ),
    View.EVIDENCE: (Text(en="evidence", de="Belegen"), Text(en="evidence", de="Belegen")),
    View.INDEPENDENT: (
        Text(en="one independent look", de="einem unabhängigen Blick"),
        Text(en="{n} independent looks", de="{n} unabhängigen Blicken"),
    ),
    View.CUSTOMERS: (
        Text(en="one customer", de="einer Kundin oder einem Kunden"),
        Text(en="{n} customers", de="{n} Kundinnen und Kunden"),
    ),
}
_AND = Text(en="and", de="und")


def sentence(
    probabilities: Mapping[OrgType, float],
    declared: OrgType | None,
    candidates: Sequence[OrgType],
    illusion: Illusion,
    sees: Mapping[Axis, bool],
) -> Text:
    """The finding. An illusion comes before everything else."""
    if not any(sees.values()):
        return NOBODY
    if illusion.state == "illusion":
        return illusion.sentence
    if not probabilities:
        blind = next(axis for axis in Axis if not sees[axis])
        return ONE_AXIS.fill(axis=Text(AXES[blind].en.lower(), AXES[blind].de))
    if declared:
        frame = BY_YOURSELVES if illusion.state == "self-image only" else DECLARED
        return frame.fill(type=IS[declared], share=percent(probabilities[declared]))
    first, second = candidates
    return BORDERLINE.fill(
        first=NAMES[first],
        share=percent(probabilities[first]),
        second=NAMES[second],
        other=percent(probabilities[second]),
    )


def evidence_sentence(
    seen: Sequence[Seen], culture: Measured | None, technology: Measured | None, illusion: Illusion
) -> Text:
    """What it rests on: both axes with their intervals, and who looked; an illusion with its proof first."""
    if not seen:
        return Text("", "")
    views = sorted(seen, key=lambda each: list(View).index(each.ratings.view))
    names = listed([_counted(each) for each in views], _AND)
    if culture is None or technology is None:
        return SO_FAR.fill(views=names)
    placed = PLACED.fill(culture=interval(culture), technology=interval(technology), views=names)
    if illusion.state != "illusion":
        return placed
    told = [
        TOLD.fill(view=VIEWS[each.ratings.view], level=decimal(each.culture.mean, 1))
        for each in views
        if each.culture and each.ratings.view in (*LEADERS, *OUTSIDERS)
    ]
    proof = PROOF.fill(told=listed(told, _AND))
    return Text(f"{proof.en} {placed.en}", f"{proof.de} {placed.de}")


def interval(measured: Measured) -> Text:
    """A level with its interval, one decimal."""
    if isinstance(measured, Missing):
        return measured.reason
    low, value, high = (decimal(each, 1) for each in (measured.low, measured.value, measured.high))
    return WITH_INTERVAL.fill(value=value, low=low, high=high)


def _counted(seen: Seen) -> Text:
    one, several = COUNTED[seen.ratings.view]
    n = seen.ratings.n
    if n == 1:
        return one
    return several.fill(n=Text(f"{n:,}", f"{n:,}".replace(",", ".")))
