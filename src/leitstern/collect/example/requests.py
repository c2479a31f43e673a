"""What customers ask for in writing or once: an account, a new card, an answer to a complaint."""

from __future__ import annotations

import numpy as np

from leitstern.collect.example.arrays import Ints, Promised, Times, Visits, Words, numbers, quota
from leitstern.collect.example.calendar import DAYS
from leitstern.collect.example.truths import IN_TIME, truth_table
from leitstern.collect.example.world import World, visits

Story = tuple[list[Visits], list[Promised]]

_LOST_CARDS = 0.008
_COMPLAINTS = 0.005
_ANNIVERSARIES = 0.9  # of those who joined a year ago are thanked


def openings(world: World) -> Story:
    """Everybody who joined: account, identity, card, welcome, and thanks after a year."""
    rng, customer = world.rng("openings"), world.people.joiners
    opened = world.come(
        rng, customer, world.people.joined[customer], {"web": 0.5, "app": 0.25, "branch": 0.25}
    )
    case = numbers("A-", 200_000, len(customer))
    proven = opened.at + rng.integers(600, 30 * 3600, len(customer)).astype("timedelta64[s]")
    cards, promised = _cards(world, rng, customer, case, opened.day, opened.at)
    welcome = world.after(rng, opened.day + rng.integers(4, 11, len(customer)), "letter")
    thanked = quota(rng, len(customer), _ANNIVERSARIES)
    year = opened.day[thanked] + 366 + rng.integers(0, 18, int(thanked.sum()))
    inside = year < DAYS
    return [
        opened.visits("account_opening", case),
        visits(
            "identity_check",
            customer,
            proven,
            world.people.channels(rng, customer, {"app": 0.6, "web": 0.4}),
            case,
        ),
        cards,
        visits("welcome", customer, welcome, "letter", case),
        visits("thank_you", customer[thanked][inside], world.after(rng, year[inside], "letter"), "letter"),
    ], [promised]


def lost_cards(world: World) -> Story:
    """A card is blocked, another one is sent."""
    rng = world.rng("lost_cards")
    blocked = world.arrive(rng, world.count(_LOST_CARDS), {"phone": 0.6, "app": 0.3, "branch": 0.1})
    case = numbers("C-", 300_000, len(blocked))
    cards, promised = _cards(world, rng, blocked.customer, case, blocked.day, blocked.at)
    return [blocked.visits("card_block", case), cards], [promised]


def complaints(world: World) -> Story:
    """A complaint is answered within five working days, mostly."""
    rng, calendar = world.rng("complaints"), world.calendar
    made = world.arrive(
        rng, world.count(_COMPLAINTS), {"letter": 0.35, "web": 0.3, "phone": 0.25, "branch": 0.1}
    )
    n, case = len(made), numbers("B-", 50_000, len(made))
    kept = quota(rng, n, truth_table()["complaint_answer", IN_TIME].lived)
    day = calendar.working(made.day, np.where(kept, rng.integers(1, 6, n), rng.integers(6, 13, n)))
    due = calendar.working(made.day, 5)
    at = calendar.at(rng, day, "letter")
    mood = np.where(kept, "", "late")
    return [
        made.visits("complaint", case),
        visits("complaint_answer", made.customer, at, "letter", case, mood),
    ], [Promised("complaint_in_five_days", made.customer, case, made.at, calendar.midnight(due), at)]


def _cards(
    world: World, rng: np.random.Generator, customer: Ints, case: Words, day: Ints, made: Times
) -> tuple[Visits, Promised]:
    """Cards reach their owners in seven days, mostly; three days are left for Sundays and holidays."""
    n = len(customer)
    kept = quota(rng, n, truth_table()["card_delivery", IN_TIME].lived)
    at = world.after(rng, day + np.where(kept, rng.integers(2, 5, n), rng.integers(8, 15, n)), "letter")
    sent = visits("card_delivery", customer, at, "letter", case, np.where(kept, "", "late"))
    return sent, Promised("card_in_seven_days", customer, case, made, world.calendar.midnight(day + 7), at)
