"""The example company looks at its competitors; what is planted stands in `collect.example.market`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.competitors import keeping
from leitstern.app.competitors.models import Figure
from leitstern.app.project.example_dates import moment
from leitstern.collect.example.market import market_told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person

AGO = 24  # days before the end


def look_at_competitors(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool) -> None:
    """Figures of a bought study, a test, and what competitors say of themselves."""
    if Figure.objects.exists():
        return
    keeping.bring(cast[Role.ANALYST], market_told(until.year, language, planted=planted))
    Figure.objects.update(created=moment(until, AGO))
