"""What was published of a wave, as pages, programs and tables show it. Nothing here sees an answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import Any

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves.keys import wrong_keys
from leitstern.app.waves.models import Publication, Wave
from leitstern.app.waves.queries import instrument_of, parents
from leitstern.core.company.taxonomy import Department
from leitstern.core.company.tree import COMPANY, children
from leitstern.core.inside.groups import Group
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Dimension
from leitstern.core.inside.publishing import NOBODY, PROTECTS, TOO_FEW
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

REASONS = {why.code: why for why in (TOO_FEW, PROTECTS)}
NOT_PUBLISHED = Text(
    en="Nothing of this wave has been published yet.", de="Von dieser Welle wurde noch nichts veröffentlicht."
)
NOT_BOTH = Missing(
    "not-in-both",
    Text(en="not shown in both waves", de="nicht in beiden Wellen gezeigt"),
)
DIRECTLY = Text(en="{name}, directly", de="{name}, unmittelbar")


@dataclass(frozen=True, slots=True)
class Shown:
    """A group's score on one dimension, or why it is not shown."""

    level: Measured
    spread: float | None = None
    agreement: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class Results:
    """The publication of one wave."""

    wave: Wave
    content: dict[str, Any]

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What was asked, in order."""
        return instrument_of(self.wave).dimensions

    @cached_property
    def groups(self) -> dict[Group, dict[str, Any]]:
        """Every group with people invited, and its scores as they were kept."""
        return {
            Group(self.wave.pk, View(each["level"]), each["unit"], each["own"]): each["scores"]
            for each in self.content["groups"]
        }

    @property
    def levels(self) -> tuple[View, ...]:
        """The levels of which anybody was invited."""
        return tuple(view for view in View if any(group.level == view for group in self.groups))

    def shown(self, group: Group, dimension: str) -> Shown:
        """The score of a group, or why there is none."""
        found = self.groups.get(group, {}).get(dimension)
        if found is None:
            return Shown(NOBODY)
        if "hidden" in found:
            return Shown(REASONS[found["hidden"]])
        return self._read(found)

    def without_flagged(self, level: View, dimension: str) -> Shown | None:
        """The company's score without those who may have clicked through, where that may be told."""
        found = self.content["careless"].get(level, {}).get("without", {}).get(dimension)
        return self._read(found) if found else None

    def flagged(self, level: View) -> int | None:
        """How many may have clicked through; None if that may not be told, or if nobody did."""
        found: int | None = self.content["careless"].get(level, {}).get("flagged")
        return found

    def parts(self, level: View, unit: str) -> list[Group]:
        """A unit and what it is made of, as far as anybody was invited there."""
        whole = Group(self.wave.pk, level, unit)
        below = [Group(self.wave.pk, level, part) for part in children(parents(self.wave), unit)]
        own = Group(self.wave.pk, level, unit, own=True)
        return [group for group in (whole, *below, own) if group in self.groups]

    def name(self, group: Group) -> Text:
        """What a group is called."""
        name = unit_name(self.wave, group.unit)
        return DIRECTLY.fill(name=name) if group.own else name

    def change(self, before: Results, group: Group, dimension: str) -> Measured:
        """How much higher the level is than in an earlier wave, with interval; only where both are shown.

        Nobody knows who answered twice, so both waves count as different people.
        """
        now = self.shown(group, dimension).level
        then = before.shown(Group(before.wave.pk, group.level, group.unit, group.own), dimension).level
        if isinstance(now, Missing) or isinstance(then, Missing):
            return NOT_BOTH
        value = now.value - then.value
        reach = hypot((now.high - now.low) / 2, (then.high - then.low) / 2)
        low, high = max(value - reach, -HIGHEST_LEVEL), min(value + reach, HIGHEST_LEVEL)
        return Estimate(
            value, min(low, value), max(high, value), min(now.n, then.n), "stated", as_of=now.as_of
        )

    def _read(self, found: dict[str, Any]) -> Shown:
        level = Estimate(
            found["value"], found["low"], found["high"], found["n"], "stated", as_of=self.wave.closes
        )
        return Shown(level, found["spread"], tuple(found["agreement"]) if found["agreement"] else None)


def results_of(wave: Wave) -> Results:
    """What was published. Raises NotFound before."""
    found = or_not_found(Publication.objects.filter(wave=wave).first(), NOT_PUBLISHED)
    return Results(wave, found.results)


def results_before(wave: Wave) -> Results | None:
    """Those of the published wave that asked about any of the same before this one."""
    asked = {each.slug for each in instrument_of(wave).dimensions}
    earlier = Wave.objects.filter(publication__isnull=False, closed__lt=wave.closed)
    for each in earlier.select_related("instrument", "taxonomy").order_by("-closed"):
        if asked & {of.slug for of in instrument_of(each).dimensions}:
            return results_of(each)
    return None


def unit_name(wave: Wave, unit: str) -> Text:
    """What a unit was called when the wave was launched."""
    taxonomy = taxonomy_of(wave.taxonomy)
    if unit == COMPANY:
        return taxonomy.company
    department = taxonomy.lookup(Department).slug(unit)
    return department.name if department else Text(en=unit, de=unit)


HEADER = (
    "level",
    "unit",
    "unit name",
    "directly",
    "dimension",
    "n",
    "value",
    "low",
    "high",
    "spread",
    "rwg",
    "hidden",
    "wrong keys",
)


def rows(results: Results, language: str) -> list[list[object]]:
    """Every group and dimension as a table, hidden ones with their reason; and statements that seem mis-keyed."""
    suspected = wrong_keys(instrument_of(results.wave), results.content)
    found: list[list[object]] = []
    for group in results.groups:
        for dimension in results.dimensions:
            shown = results.shown(group, dimension.slug)
            head = [
                VIEWS[group.level].to(language),
                group.unit,
                results.name(group).to(language),
                "1" if group.own else "",
                dimension.slug,
            ]
            level = shown.level
            care = " ".join(each.item.slug for each in suspected if each.item.dimension == dimension.slug)
            if isinstance(level, Missing):
                found.append([*head, *[None] * 6, level.reason.to(language), care])
            else:
                rwg = shown.agreement[0] if shown.agreement else None
                scores = [level.n, level.value, level.low, level.high, shown.spread, rwg]
                found.append([*head, *scores, None, care])
    return found
