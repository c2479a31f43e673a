"""What departments work on together: loans and claims, each kept in a register of its own."""

from __future__ import annotations

import numpy as np

from leitstern.collect.example.arrays import Claims, Loans, Visits, numbers, pick, quota
from leitstern.collect.example.world import World, visits

_LOANS = 0.010
_CLAIMS = 0.014
_MORTGAGES = 0.16  # of the loans
_ASKING, _ASKING_LATE = 0.05, 0.35  # share of claimants who call to ask when in time, when late
_CLAIM_DAYS = 10


def loans(world: World) -> tuple[list[Visits], Loans]:
    """Applications: documents come when customers find them, the decision in three working days or not.

    The promise runs from the day the documents are complete, so that how long a loan takes in all says little
    about whether the promise was kept.
    """
    rng, loan = world.rng("loans"), world.scenario.loan
    applied = world.arrive(rng, world.count(_LOANS), {"web": 0.5, "branch": 0.35, "app": 0.15})
    n, customer = len(applied), applied.customer
    case, product = (
        numbers("K-", 80_000, n),
        pick(rng, n, {"Ratenkredit": 1 - _MORTGAGES, "Baufinanzierung": _MORTGAGES}),
    )
    gathered = applied.day + np.clip(np.round(rng.lognormal(1.6, 0.9, n)), 1, 40).astype(np.int64)
    complete = world.calendar.at(rng, gathered, "app")
    kept = quota(rng, n, loan.kept)
    late = 3 + 1 + np.minimum(rng.geometric(0.45, n) - 1, 8)
    decided_on = world.calendar.working(
        gathered, np.where(kept, rng.choice(4, n, p=(0.0, 0.2, 0.3, 0.5)), late)
    )
    decided = world.calendar.at(rng, decided_on, "branch")
    due = world.calendar.midnight(world.calendar.working(gathered, 3))
    mood = np.where(kept, "", "late")
    chance = np.where(kept, loan.satisfied_kept, loan.satisfied_late)
    signed = (product == "Baufinanzierung") & (rng.random(n) < 0.7)
    signing = world.after(rng, decided_on[signed] + rng.integers(5, 22, int(signed.sum())), "branch")
    found = [
        visits("loan_application", customer, applied.at, applied.channel, case, record="loans"),
        visits("loan_documents", customer, complete, "app", case, record="loans"),
        visits("loan_decision", customer, decided, "letter", case, mood, chance, record="loans"),
        visits("mortgage_signed", customer[signed], signing, "branch", case[signed]),
    ]
    return found, Loans(case, customer, applied.channel, product, applied.at, complete, decided, due)


def claims(world: World) -> tuple[list[Visits], Claims]:
    """Claims: reported, handed from intake to assessment, settled. The handoff takes its share of the days."""
    rng, claim = world.rng("claims"), world.scenario.claim
    reported = world.arrive(
        rng, world.count(_CLAIMS), {"phone": 0.4, "app": 0.25, "web": 0.2, "branch": 0.15}
    )
    n, customer, case = len(reported), reported.customer, numbers("S-", 900_000, len(reported))
    kept = quota(rng, n, claim.kept)
    # Three days are left for Sundays and holidays, so that what is kept stays kept.
    taken = np.where(
        kept, rng.integers(4, _CLAIM_DAYS - 2, n), rng.integers(_CLAIM_DAYS + 1, _CLAIM_DAYS + 12, n)
    )
    settled = world.calendar.at(rng, world.calendar.open_from(reported.day + taken, "letter"), "branch")
    handed = np.maximum(1, np.round(world.scenario.handoff * taken)).astype(np.int64)
    assessed = world.calendar.at(rng, world.calendar.working(reported.day + handed, 0, "forward"), "branch")
    assessed = np.minimum(assessed, settled - np.timedelta64(3, "h"))
    mood = np.where(kept, "", "late")
    chance = np.where(kept, claim.satisfied_kept, claim.satisfied_late)
    asking = rng.random(n) < np.where(kept, _ASKING, _ASKING_LATE)
    asked = world.after(rng, reported.day[asking] + np.maximum(2, taken[asking] - 3), "phone")
    found = [
        visits("claim_report", customer, reported.at, reported.channel, case, record="claims"),
        visits("claim_assessment", customer, assessed, "", case, record="claims"),
        visits("claim_call", customer[asking], asked, "phone", case[asking]),
        visits("claim_settled", customer, settled, "letter", case, mood, chance, record="claims"),
    ]
    due = world.calendar.midnight(reported.day + _CLAIM_DAYS)
    return found, Claims(case, customer, reported.channel, reported.at, assessed, settled, due)
