"""The board report: two tagged pages in German or English, the same sentences and charts as on the pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leitstern.app.bridge.judging import judgements
from leitstern.app.bridge.queries import measures
from leitstern.app.common.drawing import locale, words
from leitstern.app.common.templatetags.ui import interval, points
from leitstern.app.gap.drawing import by_size, gap_rows
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import kept_promises, scores_by, voices
from leitstern.charts.gap_dumbbell import gap_dumbbell
from leitstern.charts.sheet import Sheet
from leitstern.charts.theme import PRINT
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leitstern.app.outside.reading import Published
    from leitstern.core.gap.findings import GapReport, IndexFinding, Priority, Spot

HERE = Path(__file__).parent
ROWS, RANKED, SPOTS, VOICES, MEASURES = 8, 3, 3, 2, 6
WIDTH = 760  # of the chart, in its own pixels


def board_report(state: Published, language: str, printed: datetime) -> bytes:
    """The PDF, tagged as PDF/UA-1. Raises nothing for missing sides: the report says what is not there."""
    import typst

    with translation.override(language):
        content = json.dumps(report_content(state, printed), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "board.typ"),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )
    return pdf


def report_content(state: Published, printed: datetime) -> dict[str, Any]:
    """Everything the pages say, as strings in the active language."""
    report = gap_report(state)
    names = {touchpoint.slug: words(touchpoint.name) for touchpoint in state.taxonomy.touchpoints}
    period = f"{_day(state.first_date)} – {_day(state.as_of)}"
    return {
        "title": _("Board report: the experience gap"),
        "lang": (translation.get_language() or "en")[:2],
        "company": words(state.taxonomy.company),
        "period": period,
        "headline": words(headline(report)),
        "evidence": words(evidence(report)),
        "kpis": _key_figures(state, report),
        "chart_title": _("Where promise, belief and lived experience part"),
        "chart_note": _(
            "Of 100 customers per touchpoint. The orange stretch is the gap; thin bars are the intervals."
        ),
        "chart_alt": _(
            "Promise, belief and lived share per touchpoint, as in the table of the situation page."
        ),
        "chart": _chart(state, report),
        "many_title": _("Most people harmed"),
        "many": _ranked(report.most_people, names),
        "hard_title": _("Most harm per person"),
        "hard": _ranked(report.most_harm, names),
        "none_declared": _("No gap is declared: what differs may be chance."),
        "spots_title": _("Worth a look of its own"),
        "spots": _ranked(report.spots[:SPOTS], names),
        "voices_title": _("In customers' words"),
        "voices": _voices(state, report, names),
        "measures_title": _("What was decided"),
        "measures_header": [_("Measure"), _("Who"), _("By when"), _("Measure again"), _("Result")],
        "measures": _decided(state),
        "no_measures": _("Nothing yet."),
        "method": _(
            "All intervals are 90%%. Lived shares count customers, not answers, and small numbers are drawn towards the "
            "company's mean. A gap is declared only above what companies without any gap would show by chance. Before "
            "and after is an association, never a proof. Sources: state %(number)s of the data, %(period)s."
        )
        % {"number": state.snapshot.pk, "period": period},
        "footer": _("Leitstern · printed on %(day)s") % {"day": _day(printed)},
    }


def _key_figures(state: Published, report: GapReport) -> list[dict[str, str]]:
    nps = next((score for score in scores_by(state) if isinstance(score.net_promoter, Estimate)), None)
    kept = kept_promises(state)
    figures = [
        _index(_("Promised, but not lived"), report.delivery),
        _index(_("Believed, but not lived"), report.perception),
    ]
    if nps and isinstance(nps.net_promoter, Estimate):
        number, found = locale(), nps.net_promoter
        figures.append(
            {
                "label": _("Recommendation (NPS)"),
                "value": number.signed(found.value),
                "interval": f"[{number.signed(found.low)} … {number.signed(found.high)}]",
                "note": f"n {number.number(nps.customers)}",
            }
        )
    if kept:
        figures.append(
            {
                "label": _("Promises kept in time"),
                "value": f"{points(kept.kept.value)} %",
                "interval": f"[{interval(kept.kept.low, kept.kept.high)}]",
                "note": f"n {locale().number(kept.kept.n)}",
            }
        )
    return figures


def _index(label: str, index: IndexFinding) -> dict[str, str]:
    found, number = index.estimate, locale()
    if isinstance(found, Missing):
        return {"label": label, "value": "–", "interval": "", "note": words(found.reason)}
    high = index.chance.high if isinstance(index.chance, Estimate) else 0.0
    note = {
        "declared": _("above chance (%(high)s)")
        if found.value > high
        else _("declared at single places (chance alone up to %(high)s)"),
        "cannot tell": _("may be chance (up to %(high)s)"),
        "no gap": _("no gap beyond chance"),
    }[index.state]
    return {
        "label": label,
        "value": number.number(found.value),
        "interval": f"[{number.span(number.number(found.low), number.number(found.high))}]",
        "note": note % {"high": number.number(high, 1)},
    }


def _chart(state: Published, report: GapReport) -> str:
    lines = by_size(report)[:ROWS]
    if not lines:
        return ""
    sheet = Sheet("gap-print", _("Promise, belief and lived experience"), "", WIDTH, locale(), PRINT)
    return gap_dumbbell(gap_rows(state, lines, linked=False), sheet)


def _ranked(entries: Sequence[Priority | Spot], names: dict[str, str]) -> list[dict[str, str]]:
    return [
        {"name": names.get(e.touchpoint, e.touchpoint), "sentence": words(e.sentence)}
        for e in entries[:RANKED]
    ]


def _voices(state: Published, report: GapReport, names: dict[str, str]) -> list[dict[str, str]]:
    points_ = state.taxonomy.lookup(Touchpoint)
    found = []
    for slug in dict.fromkeys(entry.touchpoint for entry in (*report.most_harm, *report.most_people)):
        here = points_.slug(slug)
        said = voices(state, here.code, good=False, most=1) if here else ()
        found += [{"words": v.comment, "lang": v.language or "de", "who": names[slug]} for v in said]
    return found[:VOICES]


def _decided(state: Published) -> list[list[str]]:
    verdicts = {"better": _("better"), "not": _("not better"), "cannot tell": _("cannot tell")}
    rows = []
    decided = list(measures()[:MEASURES])
    for measure, result in zip(decided, judgements(state, decided), strict=True):
        said = verdicts[result.verdict] if isinstance(result, Judgement) else _("not measured yet")
        due = _day(measure.due) if measure.due else "–"
        again = _day(measure.measure_again) if measure.measure_again else "–"
        rows.append([measure.title, measure.owner or "–", due, again, said])
    return rows


def _day(day: Any) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
