"""What waits for reviewers, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.home import current_home
from leitstern.app.evidence.assumed import assumptions
from leitstern.app.evidence.models import Claim, Proof, Review
from leitstern.app.inside.queries import current_instrument
from leitstern.core.inside.evidence import UNPROVEN
from leitstern.core.inside.reviewing import drawn, reviewer_agreement

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor
    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.stats.estimate import Measured


class Why(TextChoices):
    """Why a claim waits for a reviewer."""

    FIRST = "first", _("nobody has reviewed it yet")
    SECOND = "second", _("drawn for a second review")
    AGAIN = "again", _("new proof since the last review")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits, and why."""

    claim: Claim
    dimension: Dimension
    why: Why


def waiting_for(actor: Actor) -> tuple[Waiting, ...]:
    """What this reviewer may examine now, oldest first: nothing they claimed, nothing they drew a verdict on."""
    instrument = current_instrument()
    standing: dict[tuple[str, str], Claim] = {}
    for claim in Claim.objects.filter(withdrawn=None).prefetch_related("reviews").order_by("id"):
        standing[claim.dimension, claim.unit] = claim
    brought = {
        (proof.dimension, proof.unit): proof.created
        for proof in Proof.objects.filter(withdrawn=None).order_by("created", "id")
    }
    key, assumed = current_home().secret, assumptions()
    found = []
    for place, claim in standing.items():
        dimension = instrument.dimension(claim.dimension)
        if dimension is None or claim.level <= UNPROVEN or claim.actor == actor.actor_id:
            continue
        reviews = sorted(claim.reviews.all(), key=lambda review: review.pk)
        why = None
        if not reviews:
            why = Why.FIRST
        elif place in brought and brought[place] > reviews[-1].created and _less(reviews[-1], claim):
            why = Why.AGAIN
        elif (
            drawn(claim.pk - 1, key, assumed)
            and {review.actor for review in reviews} == {reviews[0].actor}
            and reviews[0].actor != actor.actor_id
        ):
            why = Why.SECOND
        if why:
            found.append(Waiting(claim, dimension, why))
    return tuple(sorted(found, key=lambda each: each.claim.pk))


def awaits_second_review(claim: Claim) -> bool:
    """Whether a claim was drawn and only one person has examined it; until then the second one does not see the first."""
    reviewers = {review.actor for review in claim.reviews.all()}
    return len(reviewers) == 1 and drawn(claim.pk - 1, current_home().secret, assumptions())


def agreement() -> Measured:
    """Whether reviewers credit the same levels: the first verdicts of two people on whatever was examined twice."""
    firsts: dict[int, dict[str, int]] = {}
    for review in Review.objects.order_by("id"):
        level = UNPROVEN if review.level is None else review.level
        firsts.setdefault(review.claim_id, {}).setdefault(review.actor, level)
    pairs = [tuple(levels.values())[:2] for levels in firsts.values() if len(levels) > 1]
    return reviewer_agreement([(first, second) for first, second in pairs])


def _less(review: Review, claim: Claim) -> bool:
    return review.level is None or review.level < claim.level
