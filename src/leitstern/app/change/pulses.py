"""What pulses found: from published cells alone, by department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.change.models import Pulse
from leitstern.app.waves.queries import parents, publications_of
from leitstern.app.waves.results import Results
from leitstern.core.bridge.change.pulse import INSTRUMENT, Asked, UnitPulse, sentence, share_of
from leitstern.core.company.tree import COMPANY, in_order
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from leitstern.app.portfolio.models import Initiative
    from leitstern.app.waves.models import Publication, Wave
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Pulsed:
    """One pulse: what staff said, of the company and of every department of which anything was published or hidden."""

    wave: Wave
    company: UnitPulse
    units: tuple[UnitPulse, ...]

    @property
    def sentence(self) -> Text:
        """The finding."""
        return sentence(self.company, self.units)

    def of(self, unit: str) -> UnitPulse | None:
        """What was published of a department; None where nobody was asked."""
        return next((each for each in self.units if each.unit == unit), None)


def pulses() -> QuerySet[Pulse]:
    """All pulses, published or not, newest first."""
    return Pulse.objects.select_related("wave", "initiative").order_by("-wave__pk")


def newest_pulse(initiative: Initiative | None = None) -> Pulsed | None:
    """The newest published one; for an initiative the newest about it, else the newest about all that is changing."""
    found = list(
        publications_of(INSTRUMENT).select_related("wave__pulse", "wave__instrument", "wave__taxonomy")
    )
    about = {each.pk: _about(each) for each in found}
    if initiative is not None:
        found = [
            *(each for each in found if about[each.pk] == initiative.pk),
            *(each for each in found if about[each.pk] is None),
        ]
    return _pulsed(found[0]) if found else None


def _about(publication: Publication) -> int | None:
    pulse = getattr(publication.wave, "pulse", None)
    return pulse.initiative_id if pulse else None


def _pulsed(publication: Publication) -> Pulsed:
    found = Results(publication.wave, publication.results)
    order = [unit for unit, _ in in_order(parents(found.wave))]
    there = {group.unit for group in found.groups if group.level == View.STAFF and not group.own}
    units = tuple(_unit(found, unit) for unit in order if unit in there)
    return Pulsed(found.wave, _unit(found, COMPANY), units)


def _unit(found: Results, unit: str) -> UnitPulse:
    group = Group(found.wave.pk, View.STAFF, unit)
    there = {each.slug for each in found.dimensions}  # an earlier version asked less
    shares = {asked: share_of(found.shown(group, asked).level) for asked in Asked if asked in there}
    return UnitPulse(unit, found.name(group), shares)
