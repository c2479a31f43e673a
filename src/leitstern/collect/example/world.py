"""The stage on which every part of the company's history plays: its calendar, its customers, its scenario."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.arrays import Ints, Shares, Times, Visits, Words, stream, words
from leitstern.collect.example.calendar import DAYS, Calendar
from leitstern.collect.example.people import People, people

if TYPE_CHECKING:
    from datetime import date

    from leitstern.collect.example.truths import Scenario

PHONE, LETTER, BRANCH = {"phone": 1.0}, {"letter": 1.0}, {"branch": 1.0}


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Customers who get in touch of their own accord."""

    customer: Ints
    day: Ints
    at: Times
    channel: Words

    def __len__(self) -> int:
        return len(self.at)

    def visits(self, touchpoint: str, case: Words | None = None, satisfied: Shares | None = None) -> Visits:
        """The same as contacts at a touchpoint."""
        return visits(touchpoint, self.customer, self.at, self.channel, case, satisfied=satisfied)


@dataclass(frozen=True, slots=True)
class World:
    """What all parts of the history share. `size` is the number of contacts in all."""

    seed: int
    until: date
    size: int
    scenario: Scenario
    people: People
    calendar: Calendar = field(repr=False)

    def rng(self, topic: str) -> np.random.Generator:
        """Randomness for one topic."""
        return stream(self.seed, topic)

    def count(self, share: float) -> int:
        """How many a share of all contacts is, at least one."""
        return max(1, round(share * self.size))

    def arrive(
        self, rng: np.random.Generator, n: int, mix: dict[str, float], since: int = 0, before: int = DAYS
    ) -> Arrivals:
        """`n` customers in the rhythm of the mix's first channel, each on the channel that suits them."""
        day = np.sort(self.calendar.days(rng, n, next(iter(mix)), since, before))
        customer = self.people.draw(rng, day)
        return self.come(rng, customer, day, mix)

    def come(self, rng: np.random.Generator, customer: Ints, day: Ints, mix: dict[str, float]) -> Arrivals:
        """These customers on these days, or the next on which their channel is open."""
        channel = self.people.channels(rng, customer, mix)
        day, at = day.copy(), self.calendar.midnight(day)
        for name in mix:
            on = channel == name
            day[on] = self.calendar.open_from(day[on], name)
            at[on] = self.calendar.at(rng, day[on], name)
        return Arrivals(customer, day, at, channel)

    def after(self, rng: np.random.Generator, day: Ints, channel: str) -> Times:
        """A moment on those days, or the next on which the channel is open."""
        return self.calendar.at(rng, self.calendar.open_from(day, channel), channel)


def visits(
    touchpoint: str,
    customer: Ints,
    at: Times,
    channel: Words | str,
    case: Words | None = None,
    mood: Words | None = None,
    satisfied: Shares | None = None,
    record: str = "",
) -> Visits:
    """Contacts at a touchpoint; a single channel stands for all of them."""
    n = len(at)
    return Visits(
        touchpoint=touchpoint,
        customer=customer,
        at=at,
        channel=words(channel, n) if isinstance(channel, str) else channel,
        case=words("", n) if case is None else case,
        mood=words("", n) if mood is None else mood,
        satisfied=satisfied,
        record=record,
    )


def world(seed: int, customers: int, contacts: int, until: date, scenario: Scenario) -> World:
    """An invented company of that size, before anything has happened."""
    return World(seed, until, contacts, scenario, people(seed, customers), Calendar(until))
