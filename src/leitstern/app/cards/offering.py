"""What the product knows that a card could rest on."""

from __future__ import annotations

from django.utils.translation import gettext

from leitstern.app.common.drawing import words
from leitstern.app.gap.queries import gap_report
from leitstern.app.incentives.register import all_figures
from leitstern.app.leadership.log import decisions
from leitstern.app.outside.queries import explanations
from leitstern.app.outside.reading import published
from leitstern.core.bridge.cards.terms import Kind
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate

Group = tuple[str, list[tuple[str, str]]]


def offered() -> list[Group]:
    """Groups of choices (“kind:reference”); empty ones are left out."""
    decided = [row for row in decisions() if row.day and not row.reversed_on]
    groups: list[Group] = [
        (gettext("What customers live"), _lived()),
        (gettext("Visible reasons"), _reasons()),
        (gettext("Key figures"), [(f"{Kind.FIGURE}:{each.slug}", each.name) for each in all_figures()]),
        (
            gettext("Published figures"),
            [(f"{Kind.CLAIM}:{each.slug}", words(each.name)) for each in CLAIMS.values()],
        ),
        (gettext("Decisions"), [(f"{Kind.DECISION}:{row.pk}", row.question) for row in decided]),
    ]
    return [group for group in groups if group[1]]


def touchpoints() -> list[tuple[str, str]]:
    """Where customers write."""
    state = published()
    return [(each.slug, words(each.name)) for each in (state.taxonomy.touchpoints if state else ())]


def _lived() -> list[tuple[str, str]]:
    state = published()
    return [
        (
            f"{Kind.LIVED}:{each.touchpoint}:{each.facet}",
            f"{words(each.touchpoint_name)} – {words(each.facet_name)}",
        )
        for each in (gap_report(state).touchpoints if state else ())
        if isinstance(each.lived, Estimate)
    ]


def _reasons() -> list[tuple[str, str]]:
    state = published()
    if state is None:
        return []
    names = {each.slug: words(each.name) for each in drivers_of(state.taxonomy)}
    found = []
    for each in explanations(state):
        here, facet = (
            state.taxonomy.lookup(Touchpoint).code(each.touchpoint),
            state.taxonomy.facet(each.facet),
        )
        if here is None or facet is None or not isinstance(each.attribution, Attribution):
            continue
        found += [
            (
                f"{Kind.REASON}:{here.slug}:{each.facet}:{one.slug}",
                f"{words(here.name)} – {names.get(one.slug, one.slug)}",
            )
            for one in each.attribution.drivers
        ]
    return found
