"""A room of the example company says which digital touchpoints it knows: those near to it, and one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.surveys.knowing import answer, names_of, open_test, reveal_test
from leitstern.app.surveys.models import KnowledgeRound

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
