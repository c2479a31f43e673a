"""What would show that people lose their part in shaping change: how many take part, by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.change.queries import agreed_fewest, shapings, took_part
from leitstern.core.bridge.change.participation import Held, quarters
from leitstern.core.bridge.watch.stream import Rhythm, Shown, Stream, StreamKind
from leitstern.core.company.tree import COMPANY
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.change.models import Shaping

NAME = Text(en="Taking part in shaping change", de="Beteiligung am Mitgestalten")
MEASURE = Text(
    en="people who took part in co-design workshops, by quarter",
    de="Menschen, die in Werkstätten mitgestaltet haben, je Quartal",
)
SOURCE = Text(en="register of co-design workshops", de="Verzeichnis der Werkstätten")


def streams(until: date) -> tuple[Stream, ...]:
    """One stream for the whole company; nothing before the first workshop was held."""
    fewest = agreed_fewest()
    points = quarters((_held(row, fewest) for row in shapings()), until, fewest)
    if not points:
        return ()
    return (
        Stream(
            slug="co-design",
            kind=StreamKind.CO_DESIGN,
            name=NAME,
            measure=MEASURE,
            unit=COMPANY,
            rhythm=Rhythm.QUARTERLY,
            good_high=True,
            points=points,
            source=SOURCE,
            address=reverse("change:shapings"),
            shown=Shown.COUNT,
        ),
    )


def _held(row: Shaping, fewest: int) -> Held:
    everybody = sum(each.took_part for each in row.attendance.all())
    return Held(row.day, everybody, took_part(row, fewest).took_part)
