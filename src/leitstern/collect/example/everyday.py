"""What customers do without a case: look, ask, pay, move, renew, read what the post brings."""

from __future__ import annotations

import numpy as np

from leitstern.collect.example.arrays import Visits, numbers
from leitstern.collect.example.calendar import DAYS
from leitstern.collect.example.world import BRANCH, LETTER, PHONE, World, visits

_ONLINE = {"web": 0.55, "app": 0.45}
# Share of all contacts, and the channels with their weights.
_EVERYDAY = {
    "website_visit": (0.040, {"web": 0.7, "app": 0.3}),
    "rate_calculator": (0.020, {"web": 1.0}),
    "offer_letter": (0.045, LETTER),
    "branch_advice": (0.020, BRANCH),
    "phone_advice": (0.010, PHONE),
    "insurance_quote": (0.014, _ONLINE),
    "branch_counter": (0.030, BRANCH),
    "chat": (0.024, {"app": 0.6, "web": 0.4}),
    "address_change": (0.014, {"web": 0.4, "app": 0.25, "phone": 0.2, "branch": 0.15}),
    "renewal": (0.020, {"web": 0.4, "app": 0.2, "letter": 0.2, "phone": 0.2}),
    "mortgage_call": (0.0024, PHONE),
}
_FEE_LETTERS = 0.050
_MORTGAGE_OFFERS = 0.0067
_BEREAVED = 0.0016
_BY_POST = 0.5  # of customers get their yearly statement on paper


def everyday(world: World) -> list[Visits]:
    """Contacts that stand alone, bereavement and cancellations among them."""
    found = [
        world.arrive(world.rng(touchpoint), world.count(share), mix).visits(touchpoint)
        for touchpoint, (share, mix) in _EVERYDAY.items()
    ]
    return [*found, _bereavement(world), _cancellations(world), _statements(world), _mortgage_offers(world)]


def sessions(world: World, n: int) -> list[Visits]:
    """`n` sessions of online banking, three of ten with a payment."""
    rng = world.rng("sessions")
    payments = round(0.3 * n)
    mix = {"app": 0.62, "web": 0.38}
    return [
        world.arrive(rng, n - payments, mix).visits("login"),
        world.arrive(rng, payments, mix).visits("payment"),
    ]


def fee_letters(world: World) -> Visits:
    """Letters about terms, each with the reference that callers will name."""
    rng = world.rng("fee_letter")
    arrivals = world.arrive(rng, world.count(_FEE_LETTERS), LETTER)
    return arrivals.visits("fee_letter", numbers("Z-", 400_000, len(arrivals)))


def _bereavement(world: World) -> Visits:
    arrivals = world.arrive(world.rng("bereavement"), world.count(_BEREAVED), BRANCH)
    chance = np.full(len(arrivals), world.scenario.bereavement)
    return arrivals.visits("bereavement", numbers("N-", 7_000, len(arrivals)), chance)


def _cancellations(world: World) -> Visits:
    rng, leavers = world.rng("cancellation"), world.people.leavers
    mix = {"letter": 0.45, "web": 0.25, "branch": 0.15, "phone": 0.15}
    return world.come(rng, leavers, world.people.left[leavers], mix).visits("cancellation")


def _statements(world: World) -> Visits:
    """Every January, to everybody who gets it on paper and is a customer on that day."""
    rng = world.rng("yearly_statement")
    on_paper = np.flatnonzero(rng.random(len(world.people.number)) < _BY_POST)
    dates = world.calendar.first + np.arange(DAYS)
    posted = np.flatnonzero(
        (dates.astype("datetime64[M]").astype(int) % 12 == 0)
        & ((dates - dates.astype("datetime64[M]")).astype(int) == 11)
    )
    customer = np.tile(on_paper, len(posted))
    day = np.repeat(posted, len(on_paper)) + rng.integers(0, 12, len(customer))
    there = (world.people.joined[customer] < day) & (day < world.people.left[customer])
    customer, day = customer[there], day[there]
    return visits("yearly_statement", customer, world.after(rng, day, "letter"), "letter")


def _mortgage_offers(world: World) -> Visits:
    """Ordinary marketing; whoever has just paid off a mortgage belongs to the mortgage story."""
    arrivals = world.arrive(world.rng("mortgage_offer"), world.count(_MORTGAGE_OFFERS), LETTER)
    return arrivals.visits("mortgage_offer").only(~np.isin(arrivals.customer, world.people.payoffs))
