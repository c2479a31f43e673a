"""The mortgage story: 25 years of instalments, and how the company says goodbye to them."""

from __future__ import annotations

import numpy as np

from leitstern.collect.example.arrays import Visits, numbers, quota
from leitstern.collect.example.calendar import DAYS
from leitstern.collect.example.world import World, visits

_YEARS = 25
_AFTERMATH = 60  # days the story still plays after the last payment


def payoffs(world: World) -> list[Visits]:
    """Everything around the last payment, and the signatures of long ago."""
    rng, customer = world.rng("payoffs"), world.people.payoffs
    farewell, calendar, n = world.scenario.farewell, world.calendar, len(customer)
    case = numbers("H-", 10_000, n)
    paid = calendar.days(rng, n, "letter", 20, DAYS - _AFTERMATH)
    online = quota(rng, n, farewell.paid_online)
    tried = calendar.at(rng, paid - np.where(online, 1, rng.integers(7, 11, n)), "web")
    thanked = quota(rng, n, farewell.thanked)
    gone = ~quota(rng, n, farewell.history_kept)
    offered = quota(rng, n, farewell.offered_another)
    return [
        *_long_ago(world, rng, paid),
        visits("final_payment_online", customer, tried, "web", case, np.where(online, "", "failed")),
        *_calls(world, rng, paid, ~online),
        visits(
            "payoff",
            customer,
            calendar.at(rng, paid, "letter"),
            "letter",
            case,
            np.where(thanked, "", "story"),
            np.full(n, farewell.satisfied),
        ),
        visits(
            "loan_history",
            customer,
            calendar.at(rng, paid + rng.integers(2, 11, n), "web"),
            "web",
            case,
            np.where(gone, "failed", ""),
        ),
        visits(
            "thank_you",
            customer[thanked],
            world.after(rng, paid[thanked] + rng.integers(4, 13, int(thanked.sum())), "letter"),
            "letter",
        ),
        visits(
            "mortgage_offer",
            customer[offered],
            world.after(rng, paid[offered] + rng.integers(10, 26, int(offered.sum())), "letter"),
            "letter",
        ),
    ]


def _calls(world: World, rng: np.random.Generator, paid: np.ndarray, failed: np.ndarray) -> list[Visits]:
    """Two to four calls on as many days, until somebody takes the money."""
    customer, case = world.people.payoffs, numbers("H-", 10_000, len(paid))
    times = rng.integers(2, 5, len(paid))
    found = []
    for nth in range(4):
        calling = failed & (nth < times)
        at = world.after(rng, paid[calling] - 6 + nth, "phone")
        found.append(visits("mortgage_call", customer[calling], at, "phone", case[calling]))
    return found


def _long_ago(world: World, rng: np.random.Generator, paid: np.ndarray) -> list[Visits]:
    """The signature 25 years before, and the letters that fixed the rate after ten and twenty."""
    customer, n = world.people.payoffs, len(paid)
    signed = paid - round(_YEARS * 365.25) - rng.integers(0, 20, n)
    weekday = world.calendar.working(signed, 0, "forward")
    at = world.calendar.at(rng, weekday, "branch")
    fixed = [world.calendar.working(signed + round(years * 365.25), 0, "forward") for years in (10, 20)]
    return [
        visits("mortgage_signed", customer, at, "branch"),
        *(visits("renewal", customer, world.calendar.at(rng, day, "letter"), "letter") for day in fixed),
    ]
