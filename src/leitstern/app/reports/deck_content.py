"""The slides of the board deck, as sentences and numbers in the active language; `deck.py` draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leitstern.app.bridge.queries import measures
from leitstern.app.common.drawing import locale, words
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.reading import NO_DATA
from leitstern.app.reports.content import decided, key_figures, written_day
from leitstern.app.reports.deck_gap import drivers_slide, gap_slide, rankings_slide, voices_slide
from leitstern.app.reports.deck_inside import inside_slides
from leitstern.app.reports.deck_slides import Figure, Grid, Grids, Opening, Slide, Words
from leitstern.app.reports.deck_standing import standing_method, standing_slides
from leitstern.app.reports.deck_words import calculated, period, rests_on
from leitstern.core.errors import NotFound
from leitstern.core.gap.findings import KINDS
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.standing import Standing
    from leitstern.core.gap.findings import GapReport

COLUMNS = ("owner", "due", "again", "result")  # of decisions, behind the measure itself


def deck_slides(state: Published | None, standing: Standing | None, printed: datetime) -> list[Slide]:
    """All ten, in the order in which a board asks; without a state those about the inside.

    Raises NotFound where nothing is known at all.
    """
    if state is None:
        if standing is None or standing.placement is None:
            raise NotFound(NO_DATA)
        return inside_slides(standing, standing.placement, printed)
    report = gap_report(state)
    return [
        _opening(state, report, printed),
        gap_slide(state, report),
        rankings_slide(state, report),
        drivers_slide(state, report),
        voices_slide(state, report),
        *standing_slides(standing),
        _decisions(state, report),
        _method(state, report, standing),
    ]


def _opening(state: Published, report: GapReport, printed: datetime) -> Slide:
    figures = [
        Figure(each["label"], each["value"], " · ".join(filter(None, [each["interval"], each["note"]])))
        for each in key_figures(state, report)
    ]
    said = [f"{figure.label}: {figure.value} {figure.note}" for figure in figures]
    return Slide(
        words(headline(report)),
        Opening(words(evidence(report)), figures),
        _("%(company)s · %(period)s · printed on %(day)s")
        % {"company": words(state.taxonomy.company), "period": period(state), "day": written_day(printed)},
        [words(evidence(report)), *said, rests_on(state), calculated("gap")],
    )


def _decisions(state: Published, report: GapReport) -> Slide:
    rows = [
        [each["title"] + (f" ({each['note']})" if each["note"] else ""), *(each[key] for key in COLUMNS)]
        for each in decided(state)
    ]
    again = min((m.measure_again for m in measures() if m.measure_again), default=None)
    gaps = sum(len(report.declared(kind)) for kind in KINDS)
    notes = [
        _("Before and after is an association, never a proof."),
        rests_on(state),
        calculated("measure-again"),
    ]
    if not rows:
        return Slide(
            ngettext(
                "%(n)s gap is declared, and nothing is decided about it yet.",
                "%(n)s gaps are declared, and nothing is decided about them yet.",
                gaps,
            )
            % {"n": gaps},
            Words(
                [
                    _("Decide at a touchpoint who does what by when, and when it is measured again."),
                    _("Deciding to do nothing counts, if it says why."),
                ]
            ),
            rests_on(state),
            notes,
        )
    total = measures().count()
    title = ngettext("%(n)s decision stands", "%(n)s decisions stand", total) % {"n": total}
    if again:
        title += _("; measured again from %(day)s.") % {"day": written_day(again)}
    header = [_("Measure"), _("Who"), _("By when"), _("Measure again"), _("Result")]
    alt = "; ".join(", ".join(row) for row in rows)
    return Slide(
        title.rstrip(".") + ".",
        Grids([Grid(header, rows, (0.44, 0.17, 0.12, 0.12, 0.15), alt)]),
        _("The newest %(shown)s of %(all)s decisions. Before and after is an association, never a proof.")
        % {"shown": len(rows), "all": total},
        notes,
    )


def _method(state: Published, report: GapReport, standing: Standing | None) -> Slide:
    lived = [line.lived for line in report.touchpoints if isinstance(line.lived, Estimate)]
    people = [line.belief for line in report.touchpoints if isinstance(line.belief, Estimate)]
    number = locale().number
    paragraphs = [
        _(
            "Lived: what customers answered or what became of promises, at %(places)s statements, "
            "n = %(n)s answers together; small numbers are drawn towards the company's mean."
        )
        % {"places": len(lived), "n": number(sum(each.n for each in lived))},
        _("Believed: guesses of people inside, never of fewer than five; %(places)s statements.")
        % {"places": len(people)},
        _(
            "A gap is declared only above what companies without any gap would show by chance. Before and after is an "
            "association, never a proof."
        ),
        *(standing_method(standing) if standing else ()),
    ]
    return Slide(
        _("Every number here carries its interval and says what it rests on."),
        Words(paragraphs),
        rests_on(state),
        [
            *paragraphs,
            _(
                "Every formula with its source stands in the program under Method; every number in the data book (XLSX)."
            ),
        ],
    )
