"""Tables that could be handed in, with the company's own departments and key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import departments
from leitstern.app.incentives.bringing import Kind
from leitstern.app.incentives.register import names
from leitstern.collect.kpi_file import REGISTER_COLUMNS, WEIGHT_COLUMNS
from leitstern.collect.kpi_series import CASE_COLUMNS, SERIES_COLUMNS
from leitstern.core.inside.incentives.figures import DIRECTIONS, GIVERS, HORIZONS, ORIGINS, PARTS, Giver
from leitstern.core.inside.incentives.templates import CONFLICTS
from leitstern.core.months import later

if TYPE_CHECKING:
    from datetime import date

COLUMNS = {
    Kind.FIGURES: REGISTER_COLUMNS,
    Kind.WEIGHTS: WEIGHT_COLUMNS,
    Kind.VALUES: SERIES_COLUMNS,
    Kind.CASES: CASE_COLUMNS,
}
_ROLE = {"de": "Kundenberatung", "en": "Advice to customers"}
_STORM = {"de": "Unwetter", "en": "storm"}


def sample(kind: Kind, language: str, today: date) -> tuple[list[str], list[list[str]]]:
    """Titles and lines in the reader's language."""
    titles = [column.title.to(language) for column in COLUMNS[kind]]
    unit = next((each.name.to(language) for each in departments()), "")
    figure = next(iter(names().values()), CONFLICTS[0].first.name.to(language))
    month = later(today, -1)
    months = (f"{later(month, -1):%Y-%m}", f"{month:%Y-%m}")
    tongue = "de" if language.startswith("de") else "en"
    match kind:
        case Kind.FIGURES:
            both = (CONFLICTS[0].first, CONFLICTS[0].second)
            return titles, [
                [
                    *(each.slug, each.name.to(language), unit, HORIZONS[each.horizon].to(language)),
                    *(DIRECTIONS[each.direction].to(language), ORIGINS[each.origin].to(language)),
                    *(GIVERS[Giver.OWN].to(language), PARTS[each.part].to(language) if each.part else ""),
                    *(each.counted_in.to(language), each.definition.to(language), ""),
                ]
                for each in both
            ]
        case Kind.WEIGHTS:
            return titles, [[_ROLE[tongue], unit, "40", figure, "15"]]
        case Kind.VALUES:
            return titles, [[figure, at, value] for at, value in zip(months, ("72", "74"), strict=True)]
        case Kind.CASES:
            return titles, [
                [figure, months[1], "18", "", "", ""],
                [figure, months[1], "95", _STORM[tongue], "", ""],
            ]
