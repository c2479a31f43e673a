"""Where promise, belief and lived experience part, in the published state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.inside.queries import beliefs, revision
from leitstern.app.outside.queries import Reasons, customers_at, explanations, lived, reasons_found
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.as_json import to_json
from leitstern.core.gap.assess import assess
from leitstern.core.gap.inputs import GapInput
from leitstern.core.stats.attribution import Attribution

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.gap.findings import GapReport, TouchpointGap

SEED = 20_26  # the same state gives the same report, to the digit


def gap_report(state: Published) -> GapReport:
    """All findings about the gap; computed once per published state and state of beliefs."""

    def compute() -> GapReport:
        return assess(gap_inputs(state), np.random.default_rng(SEED), state.as_of)

    return remember("gap report", (state.snapshot.pk, revision()), compute)


def gap_inputs(state: Published) -> list[GapInput]:
    """Every statement at every touchpoint about which one of the three sides says anything, in taxonomy order."""
    taxonomy = state.taxonomy
    experienced = {(line.touchpoint, line.facet): line for line in lived(state)}
    promised = {(promise.touchpoint, promise.facet): promise.share for promise in taxonomy.promises}
    believed = beliefs()
    came = customers_at(state)
    inputs = []
    for touchpoint in taxonomy.touchpoints:
        weighted = came.get(touchpoint.code, (0, 0.0))[1]
        for facet in taxonomy.facets:
            lines = experienced.get((touchpoint.code, facet.slug))
            share = promised.get((touchpoint.slug, facet.slug))
            belief = believed.get((touchpoint.slug, facet.slug))
            if lines is None and share is None and belief is None:
                continue
            answered = lines.statistics if lines else None
            inputs.append(
                GapInput(
                    touchpoint=touchpoint.slug,
                    touchpoint_name=touchpoint.name,
                    facet=facet.slug,
                    facet_name=facet.name,
                    importance=touchpoint.importance,
                    # Somebody may answer about a touchpoint at which no contact of theirs was recorded.
                    customers=max(
                        weighted, answered.weight / max(answered.answers, 1) * answered.n if answered else 0.0
                    ),
                    promise=share,
                    guesses=belief.guesses if belief else None,
                    lived=answered,
                    depth=lines.depth if lines else None,
                    seen=bool(belief and belief.seen_data),
                    disappointed=lines.disappointed if lines else 0,
                    worst=lines.worst if lines else 0,
                )
            )
    return inputs


def lines_at(report: GapReport, touchpoint: Touchpoint) -> tuple[TouchpointGap, ...]:
    """The report's lines about one touchpoint."""
    return tuple(line for line in report.touchpoints if line.touchpoint == touchpoint.slug)


def reasons_at(state: Published, touchpoint: Touchpoint, facet: str) -> Reasons | None:
    """Which visible reasons go along with the answers here; None where no answer belongs to a journey."""
    places = {
        (found.explanation.touchpoint, found.explanation.facet): found for found in reasons_found(state)
    }
    return places.get((touchpoint.code, facet))


def gap_document(state: Published, language: str) -> dict[str, Any]:
    """The report as plain JSON values; drivers are those of the statement with most answers."""
    explained = [found for found in explanations(state) if isinstance(found.attribution, Attribution)]
    fullest = max(explained, key=lambda found: found.answers, default=None)
    drivers = fullest.attribution.drivers if fullest and isinstance(fullest.attribution, Attribution) else ()
    return to_json(gap_report(state), drivers, language)
