"""The invented customers: how long they have been there, what they prefer, which language they speak."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leitstern.collect.example.arrays import Flags, Ints, Shares, Words, pick, quota, stream
from leitstern.collect.example.calendar import DAYS

_FOREVER = 10**6
_JOIN = 0.15  # of all customers open their account within the two years
_LEAVE = 0.04  # cancel everything within the two years
_ENGLISH = 0.14
_PAYOFFS = 0.0035  # make the last payment of a mortgage of 25 years
# Share of customers, and how strongly they lean towards web and app, as the four personas of the taxonomy.
_PERSONAS = {
    "digital_starter": (0.30, 0.88),
    "family_at_home": (0.32, 0.68),
    "self_employed": (0.13, 0.62),
    "loyal_for_decades": (0.25, 0.28),
}


@dataclass(frozen=True, slots=True)
class People:
    """One entry per customer; days count from the first day of the window."""

    number: Words  # the customer number, the only identifier any system holds
    joined: Ints
    left: Ints
    persona: Words
    digital: Shares
    english: Flags
    payoffs: Ints  # the customers of the mortgage story
    joiners: Ints
    leavers: Ints
    _reach: Shares  # cumulative activity

    def draw(self, rng: np.random.Generator, days: Ints) -> Ints:
        """One customer for each day, by activity, among those who are customers on that day."""
        found = np.searchsorted(self._reach, rng.random(len(days)), side="right")
        while (wrong := (self.joined[found] >= days) | (self.left[found] < days)).any():
            found[wrong] = np.searchsorted(self._reach, rng.random(int(wrong.sum())), side="right")
        return found

    def channels(self, rng: np.random.Generator, customers: Ints, mix: dict[str, float]) -> Words:
        """A channel of `mix` for each customer, leaning to web and app as the customer does."""
        lean = self.digital[customers][:, None]
        digital = np.isin(list(mix), ("web", "app"))
        reach = np.cumsum(np.array(list(mix.values())) * np.where(digital, lean, 1 - lean), axis=1)
        chosen = (rng.random((len(customers), 1)) * reach[:, -1:] > reach).sum(axis=1)
        return np.array(list(mix))[chosen]


def people(seed: int, customers: int) -> People:
    """`customers` invented customers; `_PAYOFFS` of them (at least six) will pay off their mortgage."""
    rng = stream(seed, "people")
    shares = {name: share for name, (share, _) in _PERSONAS.items()}
    persona = pick(rng, customers, shares)
    payoffs = np.sort(rng.choice(customers, max(6, round(_PAYOFFS * customers)), replace=False))
    persona[payoffs] = "loyal_for_decades"
    others = rng.permutation(np.setdiff1d(np.arange(customers), payoffs))
    joining, leaving = round(_JOIN * customers), round(_LEAVE * customers)
    joiners, leavers = np.sort(others[:joining]), np.sort(others[joining : joining + leaving])
    joined = np.full(customers, -_FOREVER)
    joined[joiners] = rng.integers(0, DAYS, joining)
    left = np.full(customers, _FOREVER)
    left[leavers] = rng.integers(60, DAYS, leaving)
    lean = np.array([_PERSONAS[p][1] for p in persona.tolist()])
    english = quota(rng, customers, _ENGLISH)
    english[payoffs] = rng.random(len(payoffs)) < 0.1
    reach = np.cumsum(rng.gamma(2.0, 0.5, customers) + 0.1)
    return People(
        number=(10_000_000 + rng.permutation(90 * customers)[:customers] * 97).astype(np.str_),
        joined=joined,
        left=left,
        persona=persona,
        digital=np.clip(lean + rng.normal(0, 0.08, customers), 0.05, 0.97),
        english=english,
        payoffs=payoffs,
        joiners=joiners,
        leavers=leavers,
        _reach=reach / reach[-1],
    )
