"""Figures about competitors, and the own share beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.competitors.models import Figure
from leitstern.app.outside.queries import lived
from leitstern.app.outside.reading import published
from leitstern.core.bridge.competitors.comparison import compare
from leitstern.core.bridge.competitors.figure import STAYED, STAYED_NAME, Asked, CompetitorFigure, Origin
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.overall import coming_back, overall_statistics, read_coming_back, read_overall
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.bridge.competitors.comparison import Comparison, Place
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.share import ShareStatistics

NO_FIGURE = Text(
    en="There is no such figure about a competitor.", de="Diese Zahl zu einem Wettbewerber gibt es nicht."
)
WHOLE = Text(en="The company as a whole", de="Das Unternehmen als Ganzes")


def figures_ever() -> list[Figure]:
    """All of them, the newest first, withdrawn ones too."""
    return list(Figure.objects.all())


def figure_by_id(figure_id: int) -> Figure:
    """One of them, withdrawn or not. Raises NotFound."""
    return or_not_found(Figure.objects.filter(pk=figure_id).first(), NO_FIGURE)


def comparison(rows: Iterable[Figure]) -> Comparison:
    """Those that were not withdrawn, each beside the own share."""
    state = published()
    figures = [as_core(each) for each in rows if each.withdrawn is None]
    return compare(figures, own_shares(state) if state and figures else {}, timezone.localdate())


def own_shares(state: Published) -> Mapping[Place, Measured]:
    """What our customers live, by touchpoint and statement; by statement alone, and who comes back, of the whole."""
    points = state.taxonomy.lookup(Touchpoint)
    here: dict[Place, ShareStatistics] = {
        (point.slug, line.facet): line.statistics
        for line in lived(state)
        if (point := points.code(line.touchpoint))
    }
    whole = {("", slug): statistics for slug, statistics in _whole(state).items()}
    return {place: _shown(statistics, state) for place, statistics in (here | whole).items()}


def _whole(state: Published) -> dict[str, ShareStatistics]:
    def compute(ask: Question) -> dict[str, ShareStatistics]:
        said = overall_statistics(ask.table("feedback"), ask.table("promises"), state.as_of)
        stayed = read_coming_back(ask.run(coming_back(ask.table("contacts"), state.as_of)))
        return {**read_overall(ask.run(said)), STAYED: stayed}

    return state.find("lived as a whole", (), compute)


def _shown(statistics: ShareStatistics, state: Published) -> Measured:
    return share_estimate(statistics, state.as_of) if statistics.n >= FEWEST else TOO_FEW_CUSTOMERS


def touchpoint_choices() -> dict[str, Text]:
    """Touchpoints of the taxonomy by short name."""
    taxonomy = current_taxonomy()
    return {each.slug: each.name for each in taxonomy.touchpoints} if taxonomy else {}


def statement_choices() -> dict[str, Text]:
    """Statements of the taxonomy by short name, and the outcome that can be compared."""
    taxonomy = current_taxonomy()
    return ({each.slug: each.name for each in taxonomy.facets} if taxonomy else {}) | {STAYED: STAYED_NAME}


def as_core(row: Figure) -> CompetitorFigure:
    """A row as it is compared."""
    return CompetitorFigure(
        row.pk,
        row.competitor,
        row.touchpoint,
        row.statement,
        row.share,
        row.n,
        row.year,
        row.source,
        row.how,
        Asked(row.asked),
        Origin(row.origin),
    )
