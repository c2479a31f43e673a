"""The example company checks whether two of its departments mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.taxonomy.agreement import answer, open_check
from leitstern.app.taxonomy.models import AgreementCheck
from leitstern.collect.example.shared_language import DAYS_AGO, DEPARTMENTS, SEED, mapped
from leitstern.core.company.agreeing import Asked
from leitstern.core.company.taxonomy import Touchpoint

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person


def check_language(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """A check that both have answered. A company that held one keeps its own."""
    if AgreementCheck.objects.exists():
        return
    taxonomy = require_taxonomy()
    named = taxonomy.lookup(Touchpoint)
    check = open_check(cast[Role.LEAD], Asked.DEPARTMENT, DEPARTMENTS, language, seed=SEED)
    for seat in check.seats.all():
        said = mapped(taxonomy, seat.unit, planted=planted)
        points = {word: named.called(word) for word in check.words}
        answer(seat, {word: said[point.slug] for word, point in points.items() if point})
        date_back(seat, answered=moment(until, DAYS_AGO - 3).date())
    date_back(check, created=moment(until, DAYS_AGO), closed=moment(until, DAYS_AGO - 3))
