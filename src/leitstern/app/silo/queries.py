"""The silo index as it stands, facet by facet, each with what it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.incentives.register import register
from leitstern.app.outside.reading import published
from leitstern.app.placement.assumed import assumptions
from leitstern.app.silo.counts import assigned, index_of, reading_of, standing
from leitstern.app.silo.handing import between_functions
from leitstern.app.stack.queries import inventory
from leitstern.app.waves.queries import publications_of
from leitstern.app.waves.results import Results
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import View
from leitstern.core.inside.silo.functions import FUNCTIONS
from leitstern.core.inside.silo.index import Silo, put_together
from leitstern.core.inside.silo.relations import Relations, pooled, thinking
from leitstern.core.inside.silo.rewards import responsibility
from leitstern.core.inside.silo.systems import Modularity, data, modularity
from leitstern.core.inside.silo.ties import EI, NO_TIES, action
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.silo.models import TieCount
    from leitstern.app.waves.models import Publication

ASKED = "leitstern-together"  # the instrument of which each dimension is about one function
ABOUT = "with_{function}"
SEED = 57
WAVE = Text(en="wave “{name}”", de="Befragung „{name}“")
NOTHING = Text(en="", de="")


@dataclass(frozen=True)
class Standing:
    """The index with everything behind it; what is not there yet is None."""

    silo: Silo
    relations: Relations | None
    wave: Publication | None
    count: TieCount | None
    ei: EI | None
    modularity: Modularity | None


def standing_now(today: date) -> Standing:
    """All four facets as they are known today."""
    assumed = assumptions()
    wave = publications_of(ASKED).first()
    asked = relations(wave) if wave else None
    count = next(iter(reversed(standing(today))), None)
    ei = index_of(count) if count else None
    known = inventory()
    readings = (
        thinking(asked, WAVE.fill(name=wave.wave.name), wave.wave.closes)
        if asked and wave
        else thinking(NOBODY, NOTHING),
        responsibility(register(), assumed["silo_shared_rewards"], today),
        reading_of(count) if count else action(NO_TIES, NOTHING),
        data(known, assumed["silo_golden_objects"], today),
    )
    return Standing(
        silo=put_together(readings, assumed["silo_notable"]),
        relations=asked,
        wave=wave,
        count=count,
        ei=ei if isinstance(ei, EI) else None,
        modularity=remember(
            "modularity of integrations",
            (known.applications, known.integrations),
            lambda: modularity(known, np.random.default_rng(SEED)),
        ),
    )


def relations(publication: Publication) -> Relations:
    """How functions experience each other, as published: of small groups nothing."""
    results, home = Results(publication.wave, publication.results), assigned()
    asked = {each.slug for each in results.dimensions}
    functions = tuple(each for each in FUNCTIONS if ABOUT.format(function=each) in asked)
    cells = {
        (one, other): pooled(
            [
                results.shown(
                    Group(publication.wave_id, View.STAFF, unit), ABOUT.format(function=other)
                ).level
                for unit in home.get(one, [])
            ]
        )
        for one in functions
        for other in functions
    }
    state = published()
    handed = between_functions(state) if state else {}
    both = {
        (one, other): float(handed.get((one, other), 0) + handed.get((other, one), 0)) for one, other in cells
    }
    return Relations(functions, cells, both)


NOBODY = Relations((), {}, {})
