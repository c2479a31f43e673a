"""The slides about the inside: where the organisation stands, which type that makes, and how long each route takes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import locale, words
from leitstern.app.placement.assumed import names
from leitstern.app.reports.content import written_day
from leitstern.app.reports.deck_slides import Bars, Dot, Matrix, Series, Slide, Span, Spans
from leitstern.app.reports.deck_unknown import no_route, no_type, nobody_looked, withheld
from leitstern.app.reports.deck_words import calculated, never_certain, percents, spread
from leitstern.core.inside.assumptions import departures
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.ratings import AXES, OUTSIDERS, VIEWS
from leitstern.core.inside.route_table import route_tables
from leitstern.core.inside.route_words import REASONS, ROUTES, TRIPWIRES, Route
from leitstern.core.inside.steps import STEPS
from leitstern.core.inside.wording import percent as as_percent
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.reports.standing import Standing
    from leitstern.core.inside.placement import Cloud, Placement
    from leitstern.core.inside.route_table import RouteLine
    from leitstern.core.inside.routes import Choice

MONTHS = 12.0
TOP, LOW = 3.7, 0.3  # levels at which the types' names stand


def standing_slides(standing: Standing | None) -> list[Slide]:
    """Three slides, whatever is known: without data they say how to get it."""
    if standing is None:
        return [
            withheld(title) for title in (_("Where we stand"), _("What type we are"), _("Which way leads on"))
        ]
    found = standing.placement
    if found is None:
        return [nobody_looked(), no_type(), no_route()]
    return [
        _matrix(standing, found),
        _types(standing, found) if found.probabilities else no_type(),
        _routes(standing.choice, found) if standing.choice else no_route(),
    ]


def standing_method(standing: Standing) -> list[str]:
    """What placement and routes rest on, for the slide about method."""
    found = standing.placement
    if found is None:
        return []
    sources = "; ".join(
        f"{_name(cloud)}: {words(cloud.source)}, {words(cloud.counted)}"
        + (f", {written_day(cloud.as_of)}" if cloud.as_of else "")
        for cloud in found.views
    )
    called = names()
    changed = [
        f"{words(called[each.slug])}: {words(each.said(standing.assumptions[each.slug]))}"
        for each in standing.assumptions.changed
    ]
    return [
        _("Where we stand: %(sources)s. Self-images are corrected for how they err elsewhere.")
        % {"sources": sources},
        _("%(all)s assumptions carry placement and routes; %(changed)s depart from their defaults%(which)s.")
        % {
            "all": len(standing.assumptions.values),
            "changed": len(changed),
            "which": f": {'; '.join(changed)}" if changed else "",
        },
    ]


def _matrix(standing: Standing, found: Placement) -> Slide:
    assumed = standing.assumptions
    cuts = assumed["cut_culture"], assumed["cut_technology"]
    clouds = [*(each for each in found.views if _sees(each)), *([found.fused] if found.fused else [])]
    dots = [_dot(cloud) for cloud in clouds]
    upright = [
        cloud.culture.value
        for cloud in clouds
        if isinstance(cloud.culture, Estimate) and not isinstance(cloud.technology, Estimate)
    ]
    room = [widest(0, cuts[0], upright), widest(cuts[0], HIGHEST_LEVEL, upright)]
    corners = [(room[kind.culture], TOP if kind.technology else LOW, words(NAMES[kind])) for kind in OrgType]
    spoken = [_spoken(cloud) for cloud in clouds]
    illusion = found.illusion
    departed = departures(assumed)
    aside = [
        words(each) for each in (*([departed] if departed else ()), *found.contrary, found.evidence_sentence)
    ]
    if words(illusion.sentence) != words(found.sentence):
        aside.append(words(illusion.sentence))
    aside += [words(each) for each in (*illusion.causes, *illusion.proofs)]
    return Slide(
        words(found.sentence),
        Matrix(
            dots,
            cuts,
            corners,
            (words(AXES[Axis.CULTURE]), words(AXES[Axis.TECHNOLOGY])),
            _("border between types"),
            _("Culture and technology, levels 0 to 4, per view: %(lines)s") % {"lines": "; ".join(spoken)},
        ),
        _("Levels 0 to 4; whiskers hold 90%% of what is possible; from %(n)s.")
        % {"n": "; ".join(words(cloud.counted) for cloud in found.views)},
        [
            *spoken,
            *(words(each) for each in found.contrary),
            words(found.evidence_sentence),
            calculated("placement"),
        ],
        aside=aside,
    )


def widest(low: float, high: float, lines: Iterable[float]) -> float:
    """The middle of the widest stretch that no upright line divides: there a name touches none."""
    edges = sorted([low, *(each for each in lines if low < each < high), high])
    start, end = max(pairwise(edges), key=lambda pair: pair[1] - pair[0])
    return (start + end) / 2


def _types(standing: Standing, found: Placement) -> Slide:
    def percent(probability: float) -> str:
        return words(as_percent(probability))

    ranked = sorted(found.probabilities, key=lambda kind: -found.probabilities[kind])
    first, second = ranked[:2]
    values = {
        "first": words(NAMES[first]),
        "share": percent(found.probabilities[first]),
        "second": words(NAMES[second]),
        "other": percent(found.probabilities[second]),
        "cut": percent(standing.assumptions["declare_at"]),
    }
    title = (
        _("With a probability of %(share)s: %(first)s.")
        if found.declared
        else _("Still open: %(first)s (%(share)s) or %(second)s (%(other)s); declared from %(cut)s on.")
    ) % values
    n = found.fused.n if found.fused else 0
    probabilities = [
        Estimate(share, share, share, n, "simulated")
        for share in (found.probabilities[kind] for kind in ranked)
    ]
    aside = []
    dimension = standing.instrument.dimension(found.settles) if found.settles else None
    if dimension:
        aside.append(
            _("What would settle most: evidence about “%(dimension)s”, about %(share)s of what is open.")
            % {"dimension": words(dimension.name), "share": percent(found.settles_by)}
        )
    if standing.choice and standing.choice.no_regret:
        aside.append(_("Right whatever is true:"))
        aside += [words(STEPS[step]) for step in standing.choice.no_regret]
    spoken = [f"{words(NAMES[kind])}: {percent(found.probabilities[kind])}" for kind in ranked]
    return Slide(
        title,
        Bars(
            [words(NAMES[kind]) for kind in ranked],
            [Series(_("probability"), "inside", probabilities)],
            _("probability"),
            _("Bars per type: %(lines)s") % {"lines": "; ".join(spoken)},
            percents(),
            labels=never_certain(),
        ),
        _("Probabilities carry the uncertainty themselves; from all views together, %(n)s.")
        % {"n": words(found.fused.counted) if found.fused else ""},
        [*spoken, words(found.sentence), words(found.evidence_sentence), calculated("placement")],
        aside=aside,
    )


def _routes(choice: Choice, found: Placement) -> Slide:
    several = len(choice.futures) > 1
    lines = [
        (f"{words(NAMES[future.kind])} · {_route(line)}" if several else _route(line), line.forecast)
        for future in route_tables(choice).futures
        for line in future.lines
    ]
    number = locale().number
    spoken = [
        _("%(route)s: middle %(middle)s years, eight of ten %(low)s to %(high)s, mean %(mean)s.")
        % {
            "route": name,
            "middle": number(each.p50 / MONTHS, 1),
            "low": number(each.p10 / MONTHS, 1),
            "high": number(each.p90 / MONTHS, 1),
            "mean": number(each.mean / MONTHS, 1),
        }
        for name, each in lines
    ]
    aside = [words(REASONS[choice.route])]
    if choice.direct:
        aside.append(f"{words(ROUTES[Route.B])}: {words(choice.direct.sentence)}")
        aside += [words(each) for each in TRIPWIRES]
    return Slide(
        words(choice.sentence),
        Spans(
            [
                Span(
                    name,
                    each.p10 / MONTHS,
                    each.p50 / MONTHS,
                    each.p90 / MONTHS,
                    each.mean / MONTHS,
                )
                for name, each in lines
            ],
            (
                _("nobody arrives yet"),
                _("from one of ten to the middle"),
                _("from the middle to nine of ten"),
                _("mean"),
            ),
            _("years until a Star"),
            _("Stretches of time per route: %(lines)s") % {"lines": " ".join(spoken)},
        ),
        _(
            "Simulated for each possible type by itself, from all views together, %(n)s; a forecast, no promise."
        )
        % {"n": words(found.fused.counted) if found.fused else ""},
        [*spoken, words(choice.sentence), calculated("routes")],
        aside=aside,
    )


def _dot(cloud: Cloud) -> Dot:
    tone = "ink" if cloud.view is None else "outside" if cloud.view in OUTSIDERS else "inside"
    return Dot(_name(cloud), tone, cloud.culture, cloud.technology, words(cloud.source))


def _sees(cloud: Cloud) -> bool:
    return isinstance(cloud.culture, Estimate) or isinstance(cloud.technology, Estimate)


def _name(cloud: Cloud) -> str:
    return words(VIEWS[cloud.view] if cloud.view else cloud.source)


def _spoken(cloud: Cloud) -> str:
    parts = []
    for axis, side in ((Axis.CULTURE, cloud.culture), (Axis.TECHNOLOGY, cloud.technology)):
        said = spread(side, _level) if isinstance(side, Estimate) else words(side.reason)
        parts.append(f"{words(AXES[axis])} {said}")
    return f"{_name(cloud)}: {', '.join(parts)}, {words(cloud.counted)} ({words(cloud.source)})"


def _level(level: float) -> str:
    return locale().number(level, 1)


def _route(line: RouteLine) -> str:
    note = words(line.note)
    return f"{words(line.name)} ({note})" if note else words(line.name)
