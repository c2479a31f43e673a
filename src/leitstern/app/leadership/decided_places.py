"""The newest decision about each statement at a touchpoint: a measure, or an entry of the log with it on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from leitstern.app.bridge.queries import measures
from leitstern.app.common.actors import Capability
from leitstern.app.leadership import models
from leitstern.app.outside.decided import Followed
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.outside.decided import Place

ON_A_PLACE = (Proof.GAP, Proof.MEASURE)


def decided_places() -> dict[Place, Followed]:
    """By touchpoint and statement; of several the one that was decided or asked last. Reversed ones do not count."""
    found: list[tuple[date, Place, Followed]] = []
    for row in measures():
        day = timezone.localdate(row.created)
        said, where = Text(row.title, row.title), reverse("bridge:measure", args=[row.pk])
        place = (row.touchpoint, row.facet)
        found.append((day, place, Followed(said, day, where, Capability.SEE_GAP)))
    proofs = models.Proof.objects.filter(
        withdrawn=None, decision__withdrawn=None, decision__reversed_on=None, kind__in=ON_A_PLACE
    ).select_related("decision")
    for proof in proofs:
        decision = proof.decision
        words = decision.decided or decision.question
        where = reverse("leadership:decision", args=[decision.pk])
        followed = Followed(Text(words, words), decision.day, where, Capability.SEE_INSIDE)
        found.append((decision.day or decision.asked, (proof.touchpoint, proof.facet), followed))
    return {place: followed for _, place, followed in sorted(found, key=lambda each: each[0])}
