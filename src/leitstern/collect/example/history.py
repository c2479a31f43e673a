"""Everything that happened at the invented company in its two years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.calls import calls
from leitstern.collect.example.cases import claims, loans
from leitstern.collect.example.everyday import everyday, fee_letters, sessions
from leitstern.collect.example.mortgage import payoffs
from leitstern.collect.example.requests import complaints, lost_cards, openings
from leitstern.collect.example.surveys import Answers, answers
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Claims, Loans, Promised, Times, Visits
    from leitstern.collect.example.world import World

TOO_SMALL = Text(
    en="{contacts} contacts are too few for {customers} customers: give at least twelve for each, and 200 customers. "
    "Nothing was written.",
    de="{contacts} Kontakte sind zu wenig für {customers} Kundinnen und Kunden: Nötig sind mindestens zwölf für jede "
    "und jeden sowie 200 Personen. Es wurde nichts geschrieben.",
)


@dataclass(frozen=True, slots=True)
class History:
    """All contacts (those of loans and claims among them), registers, dated promises and answers up to the end."""

    world: World
    visits: list[Visits]
    loans: Loans
    claims: Claims
    promised: list[Promised]
    answers: list[Answers]

    @property
    def dated_promises(self) -> int:
        """Promises with a date; a loan has one from the day its documents are complete."""
        complete = int((~np.isnat(self.loans.complete)).sum())
        return complete + len(self.claims.due) + sum(len(p.due) for p in self.promised)


def history(world: World) -> History:
    """The two years; exactly `world.size` contacts. What lies after the end has not happened yet."""
    if len(world.people.number) < 200 or world.size < 12 * len(world.people.number):
        raise InvalidInput(TOO_SMALL.fill(contacts=world.size, customers=len(world.people.number)))
    letters, (loan_visits, loan_rows), (claim_visits, claim_rows) = (
        fee_letters(world),
        loans(world),
        claims(world),
    )
    visited = [*everyday(world), letters, *payoffs(world), *loan_visits, *claim_visits]
    promised: list[Promised] = []
    for more, dated in (openings(world), lost_cards(world), complaints(world), calls(world, letters)):
        visited += more
        promised += dated
    end = world.calendar.end
    visited = [v.only(v.at < end) for v in visited]
    visited += sessions(world, world.size - sum(len(v) for v in visited))
    loan_rows = loan_rows.only(loan_rows.applied < end)
    claim_rows = claim_rows.only(claim_rows.reported < end)
    promised = [p.only(p.made < end) for p in promised]
    return History(
        world,
        visited,
        replace(loan_rows, complete=_by(end, loan_rows.complete), decided=_by(end, loan_rows.decided)),
        replace(claim_rows, assessed=_by(end, claim_rows.assessed), settled=_by(end, claim_rows.settled)),
        [replace(p, kept=_by(end, p.kept)) for p in promised],
        answers(world, visited),
    )


def _by(end: np.datetime64, at: Times) -> Times:
    """The same moments, those after the end as not yet happened."""
    return np.where(at < end, at, np.datetime64("NaT", "s"))
