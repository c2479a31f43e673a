"""Rolling touchpoints up to the stages of the customer's journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED, Stage

if TYPE_CHECKING:
    from ibis import Table

    from leitstern.core.company.taxonomy import Taxonomy


def stage_codes(taxonomy: Taxonomy) -> dict[int, int]:
    """The stage of each touchpoint that has one."""
    stages = taxonomy.lookup(Stage)
    return {
        touchpoint.code: stage.code
        for touchpoint in taxonomy.touchpoints
        if (stage := stages.slug(touchpoint.stage))
    }


def with_stage(rows: Table, taxonomy: Taxonomy) -> Table:
    """`rows` with the code of their touchpoint's stage; touchpoints without one are `UNMAPPED`."""
    import ibis

    branches = [(rows.touchpoint == code, stage) for code, stage in stage_codes(taxonomy).items()]
    return rows.mutate(stage=ibis.cases(*branches, else_=UNMAPPED) if branches else ibis.literal(UNMAPPED))
