"""Sheets of the data book about customers: gaps, rankings, drivers, journeys, scores, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import words
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import all_flows, explanations, promises_by, scores_by, top_variants
from leitstern.app.reports.book_sheets import Column, Form, Sheet
from leitstern.core.company.codes import Kind
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.gap.findings import KINDS, Finding
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.stats.attribution import Attribution

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.book_sheets import Cell
    from leitstern.core.gap.findings import GapReport, TouchpointGap

PATHS = 50
GROUPS: tuple[Kind, ...] = ("touchpoint", "channel", "department")


def place_columns() -> list[Column]:
    """Touchpoint and statement, as a name for people and one for programs."""
    return [
        Column(_("Touchpoint"), _("Where customer and company meet.")),
        Column(_("Slug"), _("The touchpoint's name for programs; it stays when the name changes.")),
        Column(_("Statement"), _("What customers agree to or not, such as “satisfied” or “in time”.")),
    ]


def gaps(state: Published) -> Sheet:
    """Promise, belief, lived and both gaps of every statement at every touchpoint."""
    report = gap_report(state)
    share = Form.SHARE
    columns = [
        *place_columns(),
        Column(
            _("Importance"),
            _("How much the touchpoint counts, 0 to 1, as the taxonomy says."),
            Form.NUMBER,
        ),
        Column(_("Customers"), _("How many customers came here, weighted."), Form.COUNT),
        Column(_("Promise"), _("Share of customers to whom it is promised."), share, measured=True),
        Column(_("Belief"), _("Share of customers people inside believe in."), share, measured=True),
        Column(_("Lived"), _("Share of customers who live it."), share, measured=True),
        Column(_("Promise − lived"), _("The delivery gap, as a difference of shares."), share, measured=True),
        Column(
            _("Belief − lived"), _("The perception gap, as a difference of shares."), share, measured=True
        ),
        Column(
            _("Delivery: state"), _("Declared, cannot tell, or no gap; declared is more than chance shows.")
        ),
        Column(_("Perception: state"), _("The same for the perception gap.")),
    ]
    return Sheet(
        _("Gaps"),
        _("Promise, belief and lived experience of the same statement, and the gaps between them."),
        columns,
        [_gap_row(line) for line in report.touchpoints],
        _("Record a promise, let at least five leaders guess, or bring in feedback: then gaps appear here."),
    )


def _gap_row(line: TouchpointGap) -> list[Cell]:
    states = {
        "declared": _("declared"),
        "cannot tell": _("cannot tell"),
        "no gap": _("no gap"),
    }
    return [
        words(line.touchpoint_name),
        line.touchpoint,
        words(line.facet_name),
        line.importance,
        line.customers,
        line.promise,
        line.belief,
        line.lived,
        *(line.measured_gap(kind) for kind in KINDS),
        *(
            states[gap.state] if isinstance(gap := line.gap(kind), Finding) else words(gap.reason)
            for kind in KINDS
        ),
    ]


def rankings(state: Published) -> Sheet:
    """Both rankings below each other."""
    report: GapReport = gap_report(state)
    names = {(line.touchpoint, line.facet): line for line in report.touchpoints}
    rows: list[list[Cell]] = []
    for ranking, entries in (
        (_("Most people harmed"), report.most_people),
        (_("Most harm per person"), report.most_harm),
    ):
        for place, entry in enumerate(entries, start=1):
            line = names[entry.touchpoint, entry.facet]
            where = [words(line.touchpoint_name), entry.touchpoint, words(line.facet_name)]
            rows.append([ranking, place, *where, entry.size, words(entry.sentence)])
    columns = [
        Column(_("Ranking"), _("Who is touched most: most people, or one person hardest.")),
        Column(_("Place"), _("1 is where to begin."), Form.COUNT),
        *place_columns(),
        Column(
            _("Size"),
            _("About how many customers it touches, or how hard it hits one of them, from 0 to 1."),
            Form.NUMBER,
            measured=True,
        ),
        Column(_("In words"), _("The finding as a sentence."), Form.LONG),
    ]
    return Sheet(
        _("Rankings"),
        _("Where to begin. Only declared gaps are ranked."),
        columns,
        rows,
        _("No gap is declared: what differs may be chance."),
    )


def drivers(state: Published) -> Sheet:
    """Which visible reasons go along with the answers."""
    named = {driver.slug: words(driver.name) for driver in drivers_of(state.taxonomy)}
    facets = {facet.slug: words(facet.name) for facet in state.taxonomy.facets}
    rows: list[list[Cell]] = []
    for found in explanations(state):
        here = [*_names(state, "touchpoint", found.touchpoint), facets.get(found.facet, found.facet)]
        if isinstance(found.attribution, Attribution):
            for each in found.attribution.drivers:
                way = {-1: _("worse"), 1: _("better")}.get(each.direction, _("no tendency"))
                reason = named.get(each.slug, each.slug)
                explained = found.attribution.explained
                rows.append([*here, reason, each.share, way, explained, found.answers, found.left_out])
        else:
            missing = found.attribution
            rows.append([*here, "–", missing, "–", missing, found.answers, found.left_out])
    columns = [
        *place_columns(),
        Column(_("Reason"), _("Something visible in the contacts, such as days late or being passed on.")),
        Column(
            _("Share"),
            _(
                "The reason's share of what all visible reasons explain together; an association, never a proof."
            ),
            Form.SHARE,
            measured=True,
        ),
        Column(_("The more of it"), _("Whether answers get worse or better with more of it.")),
        Column(
            _("Explained"),
            _("How much of the differences between answers all visible reasons explain (R²)."),
            Form.SHARE,
            measured=True,
        ),
        Column(_("Answers"), _("Answers looked at."), Form.COUNT),
        Column(_("Left out"), _("Answers that lack one of the reasons."), Form.COUNT),
    ]
    return Sheet(
        _("Drivers"),
        _("Which visible reasons go along with good or bad answers. Association, never cause."),
        columns,
        rows,
        _("Bring in feedback together with contacts, so that answers have a story."),
    )


def flows(state: Published) -> Sheet:
    """What comes next after each touchpoint."""
    rows: list[list[Cell]] = [
        [
            *_names(state, "touchpoint", flow.touchpoint),
            *(
                _names(state, "touchpoint", flow.next_touchpoint)
                if flow.next_touchpoint is not None
                else [_("journey ends"), ""]
            ),
            flow.customers,
            flow.journeys,
            flow.contacts,
            flow.share,
            flow.wait_median,
            flow.wait_p90,
        ]
        for flow in all_flows(state)
    ]
    columns = [
        *place_columns()[:2],
        Column(_("Next touchpoint"), _("Where the journey goes on, or that it ends.")),
        Column(_("Slug of the next"), _("Its name for programs.")),
        Column(_("Customers"), _("Customers who went this way."), Form.COUNT),
        Column(_("Journeys"), _("Journeys that went this way."), Form.COUNT),
        Column(_("Contacts"), _("How often this step was taken."), Form.COUNT),
        Column(_("Share"), _("Of all that follows this touchpoint."), Form.SHARE, measured=True),
        Column(
            _("Wait in hours, middle"), _("Half of them waited longer (median)."), Form.NUMBER, measured=True
        ),
        Column(
            _("Wait in hours, one of ten"), _("One of ten waited longer (P90)."), Form.NUMBER, measured=True
        ),
    ]
    return Sheet(_("Journeys"), _("What comes next, and how long it takes."), columns, rows, _no_data())


def paths(state: Published) -> Sheet:
    """The most frequent paths."""
    found = top_variants(state, PATHS)
    rows: list[list[Cell]] = [
        [
            " → ".join(_names(state, "touchpoint", code)[0] for code in each.path),
            each.customers,
            each.journeys,
            each.share,
            each.coverage,
        ]
        for each in found.variants
    ]
    columns = [
        Column(_("Path"), _("Touchpoints in the order in which customers lived them."), Form.LONG),
        Column(_("Customers"), _("Customers who took this path."), Form.COUNT),
        Column(_("Journeys"), _("Journeys along this path."), Form.COUNT),
        Column(_("Share"), _("Of all journeys."), Form.SHARE, measured=True),
        Column(_("Together"), _("This path and all more frequent ones."), Form.SHARE, measured=True),
    ]
    about = _("The %(shown)s most frequent of %(all)s different paths.") % {
        "shown": len(rows),
        "all": found.distinct,
    }
    return Sheet(_("Paths"), about, columns, rows, _no_data())


def scores(state: Published) -> Sheet:
    """Recommendation, satisfaction, effort and ratings, of the company and per group."""
    facets = {facet.slug: words(facet.name) for facet in state.taxonomy.facets}
    kinds: dict[str, str] = {
        "touchpoint": _("touchpoint"),
        "channel": _("channel"),
        "department": _("department"),
    }
    rows: list[list[Cell]] = []
    for by in (None, *GROUPS):
        for score in scores_by(state, [by] if by else []):
            group = (
                [kinds[by], *_names(state, by, int(str(score.group[0])))]
                if by
                else [_("company"), words(state.taxonomy.company), ""]
            )
            measured = [score.good, score.best, score.mean, score.net_promoter]
            scale = f"{score.low:g}–{score.high:g}"
            facet = facets.get(score.facet, score.facet)
            rows.append([*group, score.kind, facet, scale, score.customers, score.answers, *measured])
    columns = [
        Column(_("Per"), _("Of what the score is: company, touchpoint, channel or department.")),
        Column(_("Name"), _("Which of them.")),
        Column(_("Slug"), _("Its name for programs.")),
        Column(_("Kind"), _("nps, csat, ces or rating.")),
        Column(_("Statement"), _("What customers agree to or not, such as “satisfied” or “in time”.")),
        Column(_("Scale"), _("Lowest and highest answer that can be given.")),
        Column(_("Customers"), _("Customers who answered."), Form.COUNT),
        Column(_("Answers"), _("Answers they gave."), Form.COUNT),
        Column(_("Agree"), _("Share of answers that agree."), Form.SHARE, measured=True),
        Column(_("Best"), _("Share of answers at the top of the scale."), Form.SHARE, measured=True),
        Column(_("Mean"), _("Mean answer on its scale."), Form.NUMBER, measured=True),
        Column("NPS", _("Promoters less detractors, −100 to +100."), Form.NUMBER, measured=True),
    ]
    return Sheet(_("Scores"), _("What customers answered."), columns, rows, _no_data())


def promises(state: Published) -> Sheet:
    """What became of each promise."""
    rows: list[list[Cell]] = [
        [
            *_names(state, "promise", int(str(record.group[0]))),
            record.promises,
            record.open,
            record.overdue,
            record.late,
            record.days_late,
        ]
        for record in promises_by(state, ["promise"])
    ]
    columns = [
        Column(_("Promise"), _("What is promised with a date.")),
        Column(_("Slug"), _("Its name for programs.")),
        Column(_("Promises made"), _("How many were made."), Form.COUNT),
        Column(_("Open"), _("Not kept and not due yet."), Form.COUNT),
        Column(_("Overdue"), _("Not kept, and due already; they count as broken."), Form.COUNT),
        Column(_("Late"), _("Share kept too late or not at all."), Form.SHARE, measured=True),
        Column(_("Days late"), _("Of those kept too late (median)."), Form.NUMBER, measured=True),
    ]
    return Sheet(_("Promises"), _("What became of promises with a date."), columns, rows, _no_data())


def _names(state: Published, kind: Kind, code: int) -> list[str]:
    term = state.taxonomy.lookup(CLASSES[kind]).code(code)
    return [words(term.name), term.slug] if term else [_("not mapped"), ""]


def _no_data() -> str:
    return _("Bring in contacts, promises and feedback: then rows appear here.")
