"""The example company's technology, entered by its own people; planted truths stand in `collect.example.technology`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.portfolio.queries import needed_capabilities
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.stack import deciding, rating, shelf
from leitstern.app.stack.models import Edition, Item
from leitstern.collect.example.technology import technology

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person

ENTERED = 120  # days before the end on which stock was taken


def take_stock(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool) -> None:
    """Applications, capabilities, data and how it travels, ratings, and one decision."""
    lead, executive = cast[Role.LEAD], cast[Role.EXECUTIVE]
    chains = tuple(dict.fromkeys(needed_capabilities()))
    told = technology(until, language, chains, planted=planted)
    shelf.put(lead, [(each, True) for each in told.things])
    Item.objects.update(created=moment(until, ENTERED))
    Edition.objects.update(created=moment(until, ENTERED))
    rating.rate(lead, told.ratings)
    for each in told.decisions:
        row = deciding.decide(executive, each.kind, each.slug, each.option, each.reason)
        date_back(row, created=moment(until, each.ago))
