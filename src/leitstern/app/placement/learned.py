"""What the company's own gap teaches about its self-images: offered once there is a wave, taken over by a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction

from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.inside.queries import group_estimates
from leitstern.app.outside.queries import lived
from leitstern.app.outside.reading import published
from leitstern.app.placement.actions import change_assumption
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.history import published as published_waves
from leitstern.core.company.facets import SATISFIED
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.learning import LEARNING, Gap, Learned, learn_bias
from leitstern.core.inside.ratings import View
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text

NOTHING_LEARNED = Text(
    en="Nothing can be learned of this group yet: it takes a published wave, and what the group believes at two touchpoints at least.",
    de="Über diese Gruppe lässt sich noch nichts lernen: Es braucht eine veröffentlichte Welle und Einschätzungen der Gruppe an mindestens zwei Kontaktpunkten.",
)
WHY = Text(
    en="Learned from our own gap: at {n} touchpoints this group sees customers {gap} levels too high.",
    de="Aus der eigenen Lücke gelernt: An {n} Kontaktpunkten schätzt diese Gruppe das Erleben der Kundschaft um {gap} Stufen zu hoch ein.",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What was learned of one group, beside what is assumed now."""

    learned: Learned
    now: float
    now_spread: float

    @property
    def taken(self) -> bool:
        """Whether exactly this is assumed already."""
        return (self.now, self.now_spread) == tuple(self.learned.values.values())


def offers() -> tuple[Offer, ...]:
    """What each group's own gap teaches; nothing before the first wave is published."""
    state = published()
    if state is None or not published_waves().exists():
        return ()
    points, assumed, defaults = state.taxonomy.lookup(Touchpoint), assumptions(), Assumptions()
    met = {
        (point.slug, line.facet): share_estimate(line.statistics, state.as_of)
        for line in lived(state)
        if line.facet == SATISFIED.slug and (point := points.code(line.touchpoint))
    }
    gaps: dict[View, list[Gap]] = defaultdict(list)
    for key, groups in sorted(group_estimates().items()):
        share = met.get(key)
        for group, believed in groups:
            if isinstance(share, Estimate) and isinstance(believed, Estimate):
                gaps[View(group)].append(Gap(believed, share))
    found = (learn_bias(view, gaps[view], assumed, defaults) for view in LEARNING)
    return tuple(Offer(each, *(assumed[slug] for slug in each.slugs)) for each in found if each is not None)


def take_over(actor: Actor, group: str) -> Offer:
    """Assume what was learned of a group: two changes, each logged with what it rests on. Raises NotFound."""
    require(actor, Capability.EDIT_ASSUMPTIONS)
    offer = or_not_found(
        next((each for each in offers() if each.learned.view == group), None), NOTHING_LEARNED
    )
    learned = offer.learned
    why = WHY.fill(n=learned.gap.n, gap=decimal(learned.gap.value, 1))
    with transaction.atomic():
        for slug, value in learned.values.items():
            change_assumption(actor, slug, value, f"{why.de} / {why.en}")
    return next(each for each in offers() if each.learned.view == group)
