"""What the board report says, as strings in the active language; `board.typ` only sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leitstern.app.answers.quoting import balance, picked
from leitstern.app.bridge.judging import judgements
from leitstern.app.bridge.models import Kind
from leitstern.app.bridge.queries import measures
from leitstern.app.common.drawing import language, locale, words
from leitstern.app.common.templatetags.ui import interval
from leitstern.app.gap.drawing import by_size, gap_rows
from leitstern.app.gap.names import SPOT_NAMES, SPOT_TONES
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import kept_promises, scores_by
from leitstern.app.outside.voices import in_own_language, voices
from leitstern.charts.gap_dumbbell import gap_dumbbell
from leitstern.charts.sheet import Sheet
from leitstern.charts.theme import PRINT
from leitstern.charts.tokens import TOKENS
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.headlines import evidence, headline, on_average
from leitstern.core.inside.assumptions import departures
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.standing import Standing
    from leitstern.core.gap.findings import GapReport, IndexFinding, Priority, Spot

ROWS, RANKED, SPOTS, VOICES, MEASURES = 7, 3, 3, 2, 6
CHOICE = 20  # voices to choose one from
WIDTH = 760  # of the chart, in its own pixels


def report_content(state: Published, printed: datetime, standing: Standing | None = None) -> dict[str, Any]:
    """Everything the pages say, with where the organisation stands for those who may see it; `spots[].tone` and `colours` are what the typesetting needs to colour it."""
    report = gap_report(state)
    period = f"{written_day(state.first_date)} – {written_day(state.as_of)}"
    return {
        "title": _("Board report: the experience gap"),
        "lang": language(),
        "company": words(state.taxonomy.company),
        "period": period,
        "headline": words(headline(report)),
        "evidence": words(evidence(report)),
        "inside": _inside(standing) if standing else [],
        "kpis": key_figures(state, report),
        "chart_title": _("Where promise, belief and lived experience part"),
        "chart_note": _(
            "Of 100 customers per touchpoint. The orange stretch is the gap; thin bars are the intervals."
        ),
        "chart_alt": _(
            "Promise, belief and lived share per touchpoint, as in the table of the situation page."
        ),
        "chart": _chart(state, report),
        "many_title": _("Most people harmed"),
        "many_note": _(
            "Gap × importance × customers × certainty: where to begin if many people are to notice."
        ),
        "many": _weighed(state, report.most_people[:RANKED]),
        "hard_title": _("Most harm per person"),
        "hard_note": _(
            "Gap × depth of disappointment × certainty, without counting heads: where a rare story hurts most."
        ),
        "hard": named(state, report.most_harm[:RANKED]),
        "none_declared": _("No gap is declared: what differs may be chance."),
        "spots_title": _("Worth a look of its own"),
        "spots": _spots(state, report.spots[:SPOTS]),
        "voices_title": _("In customers' words"),
        "voices": told(state, report),
        "voices_note": beside_all(state),
        "measures_title": _("What was decided"),
        "measures_note": _(
            "Who does what by when, and whether customers noticed. Before and after is an association, never a proof."
        ),
        "measures_header": [_("Measure"), _("Who"), _("By when"), _("Measure again"), _("Result")],
        "measures": decided(state),
        "no_measures": _("Nothing yet."),
        "method": _(
            "All intervals are 90%%. Lived shares count customers, not answers, and small numbers are drawn towards the "
            "company's mean. A gap is declared only above what companies without any gap would show by chance. Before "
            "and after is an association, never a proof. Sources: state %(number)s of the data, %(period)s."
        )
        % {"number": state.snapshot.pk, "period": period},
        "footer": _("Leitstern · printed on %(day)s") % {"day": written_day(printed)},
        # The star shines brighter on the night of the first page than on paper.
        "colours": {name: colour.paper for name, colour in TOKENS.items()} | {"gold": TOKENS["star"].dark},
    }


def _inside(standing: Standing) -> list[str]:
    """Where the organisation stands, that something was assumed differently, and what became of what was decided."""
    found = standing.placement
    placed = found is not None and found.fused is not None
    departed = departures(standing.assumptions) if placed else None
    said = (*((found.sentence,) if found and placed else ()), *((departed,) if departed else ()))
    return [words(each) for each in (*said, *standing.told)]


def key_figures(state: Published, report: GapReport) -> list[dict[str, Any]]:
    number = locale()
    figures = [
        _index(_("Promised, but not lived"), report.delivery),
        _index(_("Believed, but not lived"), report.perception),
    ]
    nps = next((score for score in scores_by(state) if isinstance(score.net_promoter, Estimate)), None)
    if nps and isinstance(found := nps.net_promoter, Estimate):
        spread = f"[{number.signed(found.low)} … {number.signed(found.high)}]"
        note = f"n {number.number(nps.customers)}"
        figures.append(_figure(_("Recommendation (NPS)"), number.signed(found.value), spread, note))
    kept = kept_promises(state)
    if kept:
        spread = f"[{interval(kept.kept.low, kept.kept.high)}]"
        note = f"n {number.number(kept.kept.n)}"
        figures.append(_figure(_("Promises kept in time"), number.percent(kept.kept.value), spread, note))
    return figures


def _index(label: str, index: IndexFinding) -> dict[str, Any]:
    found, number = index.estimate, locale()
    if isinstance(found, Missing):
        return _figure(label, "–", "", words(found.reason))
    places = ngettext("of %(n)s place", "of %(n)s places", index.touchpoints) % {"n": index.touchpoints}
    note = f"{_('found for certain')}; {words(on_average(index))}"
    return _figure(label, number.number(index.places), places, note, declared=index.places > 0)


def _figure(label: str, value: str, spread: str, note: str, *, declared: bool = False) -> dict[str, Any]:
    return {"label": label, "value": value, "interval": spread, "note": note, "declared": declared}


def _chart(state: Published, report: GapReport) -> str:
    lines = by_size(report)[:ROWS]
    if not lines:
        return ""
    sheet = Sheet("gap-print", _("Promise, belief and lived experience"), "", WIDTH, locale(), PRINT)
    return gap_dumbbell(gap_rows(state, lines, linked=False), sheet)


def named(state: Published, entries: Sequence[Priority | Spot]) -> list[dict[str, str]]:
    """What each entry is about, and its sentence."""
    found = []
    for entry in entries:
        touchpoint = state.taxonomy.lookup(Touchpoint).slug(entry.touchpoint)
        facet = state.taxonomy.facet(entry.facet)
        found.append(
            {
                "name": words(touchpoint.name) if touchpoint else entry.touchpoint,
                "note": words(facet.name) if facet else entry.facet,
                "sentence": words(entry.here),
            }
        )
    return found


def _weighed(state: Published, entries: Sequence[Priority]) -> list[dict[str, str]]:
    """The same with how much each touchpoint matters, which counts in this order."""
    weights = [locale().number(entry.importance, 1) for entry in entries]
    return [
        {**each, "note": f"{each['note']} · " + _("importance %(weight)s") % {"weight": weight}}
        for each, weight in zip(named(state, entries), weights, strict=True)
    ]


def _spots(state: Published, spots: Sequence[Spot]) -> list[dict[str, str]]:
    return [
        {**each, "kind": str(SPOT_NAMES[spot.kind]), "tone": SPOT_TONES[spot.kind]}
        for spot, each in zip(spots, named(state, spots), strict=True)
    ]


def told(state: Published, report: GapReport) -> list[dict[str, str]]:
    """The quotes that were picked, in their order; without any, disappointed customers from where it hurts most."""
    return picked_words(state) or _disappointed(state, report)


def picked_words(state: Published) -> list[dict[str, str]]:
    """What was picked, as it reads."""
    return [
        {
            "words": in_own_language(quote.said.comment, quote.said.language),
            "lang": quote.said.language or language(),
            "who": words(state.taxonomy.name("touchpoint", quote.said.touchpoint)),
        }
        for quote in picked(state)
    ]


def beside_all(state: Published) -> str:
    """How the picked quotes stand to all comments; nothing where none are picked."""
    said = balance(state, picked(state))
    return words(said) if said else ""


def _disappointed(state: Published, report: GapReport) -> list[dict[str, str]]:
    """One customer each: nothing masked and in the reader's language, if possible."""
    places = dict.fromkeys(entry.touchpoint for entry in (*report.most_harm, *report.most_people))
    found = []
    for slug in places:
        here = state.taxonomy.lookup(Touchpoint).slug(slug)
        said = voices(state, here.code, good=False, most=CHOICE) if here else ()
        if here and said:
            voice = min(said, key=lambda voice: (voice.redacted, voice.language != language()))
            found.append(
                {"words": voice.comment, "lang": voice.language or language(), "who": words(here.name)}
            )
    return found[:VOICES]


def decided(state: Published) -> list[dict[str, str]]:
    verdicts = {"better": _("better"), "not": _("not better"), "cannot tell": _("cannot tell")}
    shown = list(measures()[:MEASURES])
    places = {point.slug: words(point.name) for point in state.taxonomy.touchpoints}
    undone = {Kind.NOTHING: [_("nothing is done")]}
    return [
        {
            "title": measure.title,
            "note": " · ".join(
                [places.get(measure.touchpoint, measure.touchpoint), *undone.get(Kind(measure.kind), [])]
            ),
            "owner": measure.owner or "–",
            "due": written_day(measure.due) if measure.due else "–",
            "again": written_day(measure.measure_again) if measure.measure_again else "–",
            "result": verdicts[result.verdict] if isinstance(result, Judgement) else _("not measured yet"),
        }
        for measure, result in zip(shown, judgements(state, shown), strict=True)
    ]


def written_day(day: Any) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
