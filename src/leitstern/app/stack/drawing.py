"""Technology as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted
from leitstern.charts.joined_systems import Join, System, joined_systems
from leitstern.core.inside.stack.islands import islands

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.core.inside.stack.finding import Ground

MOST = 24  # systems a picture can hold; of more, those with the most integrations


def joined_drawing(ground: Ground) -> SafeString:
    """How applications are joined, and which stand alone."""
    known, alone = ground.inventory, islands(ground)
    running = sorted(
        (each for each in known.applications),
        key=lambda each: (-len(known.joined.get(each.slug, ())), each.slug not in alone, each.name),
    )[:MOST]
    systems = [
        System(each.slug, each.name, reverse("stack:application", args=[each.slug]), each.slug in alone)
        for each in running
    ]
    joins = [Join(each.source, each.target, each.way.value) for each in known.integrations]
    return fitted(
        lambda sheet: joined_systems(systems, joins, sheet),
        "joined",
        gettext("How systems are joined"),
        gettext(
            "One row per application; arcs are data that gets from one to another. Hollow marks are islands: joined to "
            "nothing, or without anybody who answers for them."
        ),
        560,
    )
