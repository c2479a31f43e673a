"""What the product knows that could lie on the table when something is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.bridge.queries import measures
from leitstern.app.common.drawing import words
from leitstern.app.gap.queries import gap_report
from leitstern.app.incentives.register import all_figures
from leitstern.app.outside.reading import published
from leitstern.app.waves.queries import latest_publication
from leitstern.app.waves.results import Results
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django_stubs_ext import StrOrPromise

Group = tuple[str, list[tuple[str, str]]]


_MORE: list[tuple[StrOrPromise, Callable[[], list[tuple[str, str]]]]] = []


def also_offers(name: StrOrPromise, choices: Callable[[], list[tuple[str, str]]]) -> None:
    """A group that only an area above knows."""
    _MORE.append((name, choices))


def offered() -> Sequence[Group]:
    """Groups of choices: touchpoints, measures, dimensions of the newest wave, key figures; empty ones are left out."""
    found: list[Group] = [
        (gettext("What customers live"), _gaps()),
        (gettext("Measures"), [(f"{Proof.MEASURE}:{each.pk}", each.title) for each in measures()]),
        (gettext("The newest staff wave"), _wave()),
        (gettext("Key figures"), [(f"{Proof.FIGURE}:{each.slug}", each.name) for each in all_figures()]),
        *((str(name), choices()) for name, choices in _MORE),
    ]
    return [group for group in found if group[1]]


def _gaps() -> list[tuple[str, str]]:
    state = published()
    return [
        (
            f"{Proof.GAP}:{line.touchpoint}:{line.facet}",
            f"{words(line.touchpoint_name)} – {words(line.facet_name)}",
        )
        for line in (gap_report(state).touchpoints if state else ())
        if isinstance(line.lived, Estimate)
    ]


def _wave() -> list[tuple[str, str]]:
    newest = latest_publication()
    if newest is None:
        return []
    results = Results(newest.wave, newest.results)
    return [
        (f"{Proof.WAVE}:{newest.wave_id}:{each.slug}", f"{newest.wave.name}: {words(each.name)}")
        for each in results.dimensions
    ]
