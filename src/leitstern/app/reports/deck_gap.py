"""The slides about the gap: how wide it is, where to begin, what drives it, and what customers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import locale, words
from leitstern.app.gap.drawing import by_size
from leitstern.app.outside.queries import explanations
from leitstern.app.reports.content import beside_all, named, picked_words, told
from leitstern.app.reports.deck_slides import Bars, Grid, Grids, Quote, Quotes, Series, Slide, Words
from leitstern.app.reports.deck_words import calculated, percents, place_of, rests_on, spread
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.findings import KINDS, Finding
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.gap.statements import lived_said
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.gap.findings import GapReport, Priority, TouchpointGap
    from leitstern.core.outside.drivers import Explanation

ROWS, RANKED, DRIVERS = 5, 5, 6  # as many as can be read from the back of a room


def gap_slide(state: Published, report: GapReport) -> Slide:
    lines = [line for line in by_size(report) if isinstance(line.lived, Estimate)][:ROWS]
    title = _widest(report) or words(headline(report))
    if not lines:
        return Slide(title, Words([words(evidence(report))]), rests_on(state), [calculated("gap")])
    sides = (
        Series(_("promised"), "star", [line.promise for line in lines]),
        Series(_("believed inside"), "inside", [line.belief for line in lines]),
        Series(_("lived by customers"), "outside", [line.lived for line in lines]),
    )
    n = [line.lived.n for line in lines if isinstance(line.lived, Estimate)]
    number = locale().number
    source = _(
        "%(shown)s of %(all)s statements, widest gap first; whiskers hold 90%% of what is possible; "
        "n = %(least)s to %(most)s customers."
    ) % {
        "shown": len(lines),
        "all": len(report.touchpoints),
        "least": number(min(n)),
        "most": number(max(n)),
    }
    return Slide(
        title,
        Bars(
            [place_of(line) for line in lines],
            [side for side in sides if any(isinstance(value, Estimate) for value in side.values)],
            _("of 100 customers"),
            _("Bars per touchpoint: %(lines)s") % {"lines": "; ".join(_spoken(line) for line in lines)},
            percents(),
        ),
        source,
        [*(_spoken(line) for line in lines), rests_on(state), calculated("gap")],
        aside=[
            *(words(said) for line in lines[:1] if (said := lived_said(line))),
            *(sentence for line in lines[:3] if (sentence := _apart(line))),
        ],
    )


def rankings_slide(state: Published, report: GapReport) -> Slide:
    first = next(iter(report.most_people), None)
    if first is None:
        title = _("No gap is declared: what differs may be chance.")
        body = [
            words(evidence(report)),
            _("A gap is ranked once it is larger than chance would show anywhere."),
        ]
        return Slide(title, Words(body), rests_on(state), [calculated("priorities")])
    rounded = locale().number

    def people(entry: Priority) -> list[str]:
        return [rounded(entry.importance, 1), spread(entry.size, rounded)]

    def harm(entry: Priority) -> list[str]:
        return [spread(entry.size, lambda share: rounded(100 * share))]

    grids = []
    for heading, heads, widths, entries, cells in (
        (
            _("Most people harmed"),
            [_("Importance"), _("How many it touches")],
            (0.07, 0.42, 0.2, 0.31),
            report.most_people[:RANKED],
            people,
        ),
        (
            _("Most harm per person"),
            [_("How hard, 0 to 100")],
            (0.08, 0.6, 0.32),
            report.most_harm[:RANKED],
            harm,
        ),
    ):
        rows = [
            [str(place), f"{name['name']} ({name['note']})", *cells(entry)]
            for place, (entry, name) in enumerate(zip(entries, named(state, entries), strict=True), start=1)
        ]
        header = ["", _("Touchpoint"), *heads]
        alt = "; ".join(", ".join(row[1:]) for row in (header, *rows))
        grids.append(Grid(header, rows, widths, alt, heading))
    notes = [words(entry.sentence) for entry in (*report.most_people[:RANKED], *report.most_harm[:RANKED])]
    return Slide(
        words(first.sentence),
        Grids(grids, (0.56, 0.44)),
        _(
            "Left: gap × importance × customers × certainty. Right: gap × depth of disappointment × certainty, without "
            "counting heads. In brackets what nine of ten possible values lie between; n stands in the notes."
        ),
        [*notes, _lived_n(report), rests_on(state), calculated("priorities")],
    )


def drivers_slide(state: Published, report: GapReport) -> Slide:
    found = _telling(state, report)
    if found is None or not isinstance(found.attribution, Attribution):
        return Slide(
            _("What drives the answers cannot be told from the visible reasons yet."),
            Words(
                [
                    _("The visible reasons explain no more of the answers than chance would."),
                    _(
                        "Bring in what lies between contact and answer: times, promised dates, handoffs, repeats. "
                        "The taxonomy names such reasons under “drivers”."
                    ),
                ]
            ),
            rests_on(state),
            [calculated("drivers")],
        )
    names = {driver.slug: words(driver.name) for driver in drivers_of(state.taxonomy)}
    here = state.taxonomy.lookup(Touchpoint).code(found.touchpoint)
    place = words(here.name) if here else ""
    shares = found.attribution.drivers[:DRIVERS]
    explained = found.attribution.explained
    percent = locale().percent
    spoken = [
        f"{names.get(each.slug, each.slug)}: {spread(each.share, percent)}, n {locale().number(each.share.n)}"
        for each in shares
    ]
    return Slide(
        _("At “%(touchpoint)s”, “%(driver)s” goes along with the answers most.")
        % {"touchpoint": place, "driver": names.get(shares[0].slug, shares[0].slug)},
        Bars(
            [names.get(each.slug, each.slug) for each in shares],
            [Series(_("share of what is explained"), "outside", [each.share for each in shares])],
            _("share of what all visible reasons explain together"),
            _("Bars per reason: %(lines)s") % {"lines": "; ".join(spoken)},
            percents(),
        ),
        _("n = %(n)s answers; whiskers hold 90%% of what is possible. An association, never a proof.")
        % {"n": locale().number(found.answers)},
        [*spoken, rests_on(state), calculated("drivers")],
        aside=[
            _("All visible reasons together explain %(share)s of the differences between answers.")
            % {"share": spread(explained, percent)},
            *(_direction(names.get(each.slug, each.slug), each.direction) for each in shares[:2]),
        ],
    )


def voices_slide(state: Published, report: GapReport) -> Slide:
    said = told(state, report)
    if not said:
        return Slide(
            _("Where it hurts, customers have not said anything in their own words yet."),
            Words(
                [_("Bring in feedback with comments: names, numbers and addresses are masked on the way in.")]
            ),
            rests_on(state),
            [calculated("lived")],
        )
    picked = picked_words(state)
    return Slide(
        _("At “%(touchpoint)s”, customers say it in their own words.") % {"touchpoint": said[0]["who"]},
        Quotes([Quote(each["words"], each["lang"], each["who"]) for each in said]),
        beside_all(state)
        or _(
            "Single voices of disappointed customers from where it hurts most; personal details are masked."
        ),
        [
            _("Picked by hand; they illustrate and prove nothing.")
            if picked
            else _("Chosen by place and length, not by drama; they illustrate and prove nothing."),
            rests_on(state),
            calculated("lived"),
        ],
    )


def _widest(report: GapReport) -> str:
    """The widest declared gap as a sentence; nothing where none is declared."""
    found = [(kind, line, gap) for kind in KINDS for line, gap in report.declared(kind)]
    if not found:
        return ""
    kind, line, gap = max(found, key=lambda each: each[2].estimate.value)
    said = {
        "delivery": _("At “%(place)s”, %(lived)s of 100 customers live what is promised to %(claim)s."),
        "perception": _("At “%(place)s”, %(lived)s of 100 customers live what we believe of %(claim)s."),
    }[kind]
    number = locale().number
    return said % {
        "place": place_of(line),
        "lived": number(100 * gap.lived.value),
        "claim": number(100 * gap.claim.value),
    }


def _apart(line: TouchpointGap) -> str:
    """The declared gap of a line in points."""
    gap = next(
        (g for kind in KINDS if isinstance(g := line.gap(kind), Finding) and g.state == "declared"), None
    )
    if gap is None:
        return ""
    number, each = locale().number, gap.estimate
    return _("%(place)s: a gap of %(value)s points [%(low)s to %(high)s].") % {
        "place": place_of(line),
        "value": number(100 * each.value),
        "low": number(100 * each.low),
        "high": number(100 * each.high),
    }


def _spoken(line: TouchpointGap) -> str:
    """All three sides of a line with interval and n."""
    number = locale().number
    parts = []
    for name, side in (
        (_("promised"), line.promise),
        (_("believed inside"), line.belief),
        (_("lived by customers"), line.lived),
    ):
        if isinstance(side, Estimate):
            exact = side.low == side.high
            n = "" if exact else f", n {number(side.n)}"
            parts.append(f"{name} {spread(side, lambda share: number(100 * share))}{n}")
        else:
            parts.append(f"{name}: {words(side.reason)}")
    return f"{place_of(line)}: {'; '.join(parts)}."


def _lived_n(report: GapReport) -> str:
    number = locale().number
    each = [
        f"{place_of(line)} n {number(line.lived.n)}"
        for line in report.touchpoints
        if isinstance(line.lived, Estimate)
    ]
    return _("Customers asked: %(lines)s.") % {"lines": "; ".join(each)}


def _telling(state: Published, report: GapReport) -> Explanation | None:
    """The explanation from where it hurts most, else the one with most answers."""
    explained = [each for each in explanations(state) if isinstance(each.attribution, Attribution)]
    points = state.taxonomy.lookup(Touchpoint)
    for entry in (*report.most_people, *report.most_harm):
        here = points.slug(entry.touchpoint)
        for each in explained:
            if here and (each.touchpoint, each.facet) == (here.code, entry.facet):
                return each
    return max(explained, key=lambda each: each.answers, default=None)


def _direction(name: str, direction: int) -> str:
    if direction < 0:
        return _("“%(name)s”: the more of it, the worse the answers.") % {"name": name}
    if direction > 0:
        return _("“%(name)s”: the more of it, the better the answers.") % {"name": name}
    return ""
