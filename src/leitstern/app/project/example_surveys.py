"""What the example company knows of its own touchpoints, and how often its departments open their windows.

The room knows the touchpoints near to it, and takes one for its own that is not there. *Customer service* opens its window
often, *Lending* hardly ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.surveys.knowing import answer, names_of, open_test, reveal_test
from leitstern.app.surveys.models import KnowledgeRound
from leitstern.app.window.models import Looked
from leitstern.core.months import later

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.accounts.models import Person

PEOPLE = 22
AGO = 40
SEED = 11
KNOWN, TICKED = 0.62, 0.22  # of real names, and of invented ones
OTHERWISE = {  # known to almost nobody, or taken for ours
    "final_payment_online": 0.1,
    "loan_history": 0.2,
    "identity_check": 0.35,
    "login": 0.97,
    "video-visit": 0.65,
    "key-app": 0.03,
}


LOOKED = {"service": (31, 44, 38), "branches": (12, 17, 9), "marketing": (6, 11, 5), "lending": (1, 2, 0)}


def open_windows(until: date) -> None:
    """How often windows were opened this month and in the two before."""
    if not Looked.objects.exists():
        Looked.objects.bulk_create(
            Looked(unit=unit, month=later(until, -ago), times=times)
            for unit, months in LOOKED.items()
            for ago, times in enumerate(months)
        )


def ask_what_is_known(lead: Person, until: date) -> None:
    """One revealed test. A company that has asked keeps its own."""
    if KnowledgeRound.objects.exists():
        return
    round_ = open_test(lead)
    chance = np.random.default_rng(SEED)
    for phone in range(PEOPLE):
        shown = names_of(round_, phone)
        likely = [OTHERWISE.get(name, KNOWN if name in round_.real else TICKED) for name in shown]
        ticks = chance.random(len(shown)) < likely
        answer(round_, phone, [name for name, ticked in zip(shown, ticks, strict=True) if ticked])
    reveal_test(lead, round_)
    date_back(round_, created=moment(until, AGO))
