"""The illusion: leaders see a culture that neither evidence nor customers see."""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt
from typing import TYPE_CHECKING, Literal

from leitstern.core.inside.org_types import ONE, OrgType, quadrant
from leitstern.core.inside.ratings import LEADERS, OUTSIDERS, View
from leitstern.core.inside.wording import listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.seeing import Seen, Sight

State = Literal["illusion", "none", "self-image only", "cannot tell"]

CAUSES = (
    Text(
        en="Is a change of culture held to be unnecessary here?",
        de="Gilt ein Wandel der Kultur hier als nicht notwendig?",
    ),
    Text(
        en="Or are leaders convinced that they have a customer-oriented culture already?",
        de="Oder sind die Führenden überzeugt, längst eine kundenorientierte Kultur zu haben?",
    ),
)
PROOFS = (
    Text(
        en="Customers' answers: what do 100 customers say soon after a contact?",
        de="Antworten der Kundschaft: Was sagen 100 Kundinnen und Kunden kurz nach einem Kontakt?",
    ),
    Text(
        en="Data from your systems: for how many of 50 customers drawn by lot is the contact history complete?",
        de="Daten aus Ihren Systemen: Bei wie vielen von 50 ausgelosten Kundinnen und Kunden ist die Kontakthistorie vollständig?",
    ),
    Text(
        en="A look from outside: what does somebody independent see in one day at a touchpoint?",
        de="Ein Blick von außen: Was sieht eine unabhängige Person an einem Tag an einem Kontaktpunkt?",
    ),
)

ILLUSION = Text(
    en="You take yourselves for {believed}; {witnesses} {show} {shown}.",
    de="Sie halten sich für {believed}; {witnesses} {show} {shown}.",
)
HIGH_CULTURE = Text(
    en="You hold your culture to be customer-oriented; {witnesses} {show} the opposite.",
    de="Sie halten Ihre Kultur für kundenorientiert; {witnesses} {show} das Gegenteil.",
)
NO_ILLUSION = Text(
    en="Leaders see the culture much as {witnesses} {show} it.",
    de="Die Führenden sehen die Kultur etwa so, wie {witnesses} sie {show}.",
)
HIGHER = Text(
    en="Leaders see the culture higher than {witnesses} {show} it, but not by enough to speak of an illusion.",
    de="Die Führenden sehen die Kultur höher, als {witnesses} sie {show}, aber nicht so deutlich, dass man von einer Illusion sprechen dürfte.",
)
SAME_SIDE = Text(
    en="Leaders see the culture higher than {witnesses} {show} it; that does not change the type.",
    de="Die Führenden sehen die Kultur höher, als {witnesses} sie {show}; am Typ ändert das nichts.",
)
LOWER = Text(
    en="Leaders see the culture lower than {witnesses} {show} it.",
    de="Die Führenden sehen die Kultur niedriger, als {witnesses} sie {show}.",
)
SELF_IMAGE_ONLY = Text(
    en="This is a self-image only: nobody but yourselves has looked yet.",
    de="Das ist nur ein Selbstbild: Außer Ihnen hat noch niemand hingesehen.",
)
NO_LEADERS = Text(
    en="Leaders have not rated the culture yet, so their picture cannot be compared.",
    de="Die Führenden haben die Kultur noch nicht eingestuft; ihr Bild lässt sich noch nicht vergleichen.",
)
_WITNESSES = {
    View.EVIDENCE: Text(en="your evidence", de="Ihre Belege"),
    View.INDEPENDENT: Text(en="an independent look", de="ein unabhängiger Blick"),
    View.CUSTOMERS: Text(en="your customers", de="Ihre Kundschaft"),
}
_AND = Text(en="and", de="und")


@dataclass(frozen=True, slots=True)
class Illusion:
    """What comparing leaders' self-image with evidence and customers says.

    `believed` and `shown` are types, None where that side does not see both axes. `probability` is that of leaders
    seeing culture higher than it shows. `causes` are the two questions to ask in case of an illusion; `proofs` the
    three things to bring where there is only a self-image.
    """

    state: State
    believed: OrgType | None
    shown: OrgType | None
    probability: float | None
    sentence: Text
    causes: tuple[Text, ...] = ()
    proofs: tuple[Text, ...] = ()


def compare(views: Sequence[Seen], technology: float | None, assumptions: Assumptions) -> Illusion:
    """Leaders against evidence and customers. `technology` is the level all views make together, for those who see culture only."""
    culture_cut, technology_cut = assumptions["cut_culture"], assumptions["cut_technology"]

    def type_of(culture: float, level: float | None) -> OrgType | None:
        return (
            None
            if level is None
            else quadrant(culture=culture >= culture_cut, technology=level >= technology_cut)
        )

    leaders = next((s for view in LEADERS for s in views if s.ratings.view is view and s.culture), None)
    witnesses = [seen for seen in views if seen.ratings.view in OUTSIDERS and seen.culture]
    own = leaders.technology.mean if leaders and leaders.technology else technology
    believed = type_of(leaders.culture.mean, own) if leaders and leaders.culture else None
    if not witnesses:
        return Illusion("self-image only", believed, None, None, SELF_IMAGE_ONLY, proofs=PROOFS)
    culture, error2 = _pooled([seen.culture for seen in witnesses if seen.culture])
    looked = [seen.technology for seen in views if seen.ratings.view in OUTSIDERS and seen.technology]
    shown = type_of(culture, _pooled(looked)[0] if looked else technology)
    if leaders is None or leaders.culture is None:
        return Illusion("cannot tell", None, shown, None, NO_LEADERS)
    apart = (leaders.culture.mean - culture) / sqrt(leaders.culture.variance + error2)
    probability = (1 + erf(apart / sqrt(2))) / 2
    words = _words(witnesses)
    if not (leaders.culture.mean >= culture_cut > culture):
        surely = assumptions["illusion_at"]
        said = SAME_SIDE if probability >= surely else LOWER if probability <= 1 - surely else NO_ILLUSION
        return Illusion("none", believed, shown, probability, said.fill(**words))
    if probability < assumptions["illusion_at"]:
        return Illusion("cannot tell", believed, shown, probability, HIGHER.fill(**words))
    words = _words([seen for seen in witnesses if seen.culture and seen.culture.mean < culture_cut])
    sentence = (
        ILLUSION.fill(believed=ONE[believed], shown=ONE[shown], **words)
        if believed and shown
        else HIGH_CULTURE.fill(**words)
    )
    return Illusion("illusion", believed, shown, probability, sentence, causes=CAUSES)


def _pooled(sights: Sequence[Sight]) -> tuple[float, float]:
    """Precision-weighted mean and its variance."""
    precision = sum(1 / sight.variance for sight in sights)
    return sum(sight.mean / sight.variance for sight in sights) / precision, 1 / precision


def _words(witnesses: Sequence[Seen]) -> dict[str, Text]:
    seen_by = [view for view in OUTSIDERS if any(seen.ratings.view is view for seen in witnesses)]
    alone = seen_by[0] if len(seen_by) == 1 else None
    # English evidence and German Kundschaft are one, English customers and German Belege are many.
    return {
        "witnesses": listed([_WITNESSES[view] for view in seen_by], _AND),
        "show": Text(
            en="shows" if alone in {View.EVIDENCE, View.INDEPENDENT} else "show",
            de="zeigt" if alone in {View.CUSTOMERS, View.INDEPENDENT} else "zeigen",
        ),
    }
