"""Sheets of the data book about the inside: placement, types, routes, dimensions, assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import words
from leitstern.app.evidence.queries import lines, units_with_evidence
from leitstern.app.placement.assumed import register
from leitstern.app.reports.book_sheets import Column, Form, Sheet
from leitstern.app.waves.keys import wrong_keys
from leitstern.app.waves.queries import instrument_of, latest_publication, wave_by_id
from leitstern.app.waves.results import results_of
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.assumptions import GRADES, GROUPS, departures
from leitstern.core.inside.groups import Group
from leitstern.core.inside.org_types import MEANINGS, NAMES
from leitstern.core.inside.ratings import AXES, INSIDERS, VIEWS
from leitstern.core.inside.route_table import route_tables
from leitstern.core.inside.route_words import ROUTES
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.book_sheets import Cell
    from leitstern.app.reports.standing import Standing
    from leitstern.app.waves.results import Results

NUMBER, COUNT, SHARE = Form.NUMBER, Form.COUNT, Form.SHARE


def placement(standing: Standing) -> Sheet:
    """Every view of both axes, and all of them together."""
    found = standing.placement
    clouds = [*found.views, *([found.fused] if found.fused else [])] if found else []
    rows: list[list[Cell]] = [
        [
            words(VIEWS[cloud.view] if cloud.view else cloud.source),
            cloud.culture,
            cloud.technology,
            cloud.n,
            words(cloud.counted),
            words(cloud.source),
            cloud.as_of,
        ]
        for cloud in clouds
    ]
    columns = [
        Column(_("View"), _("Who looks at the organisation.")),
        Column(_("Culture"), _("Level 0 to 4."), NUMBER, measured=True),
        Column(_("Technology"), _("Level 0 to 4."), NUMBER, measured=True),
        Column(
            "n", _("People, proofs or customers behind the view; of all together, how many views."), COUNT
        ),
        Column(_("What n counts"), _("Whom or what n counts.")),
        Column(_("Source"), _("Where it comes from."), Form.LONG),
        Column(_("As of"), _("The day it stands for."), Form.DATE),
    ]
    departed = departures(standing.assumptions)
    about = (
        " ".join(
            dict.fromkeys(
                words(each)
                for each in (
                    found.sentence,
                    *([departed] if departed else ()),
                    *found.contrary,
                    found.evidence_sentence,
                    found.illusion.sentence,
                )
            )
        ).strip()
        if found
        else ""
    )
    return Sheet(_("Placement"), about, columns, rows, _no_view())


def types(standing: Standing) -> Sheet:
    """How likely each type is."""
    found = standing.placement
    n = found.fused.n if found and found.fused else 0
    rows: list[list[Cell]] = [
        [words(NAMES[kind]), share, n, found.declared is kind, words(MEANINGS[kind])]
        for kind, share in (found.probabilities.items() if found else ())
        if found
    ]
    columns = [
        Column(_("Type"), _("One of the four types of organisation.")),
        Column(
            _("Probability"),
            _("That the organisation is of this type; it carries the uncertainty itself."),
            SHARE,
        ),
        Column("n", _("How many views there are."), COUNT),
        Column(_("Declared"), _("Whether it is likely enough to be said.")),
        Column(_("What it means"), _("The type in a sentence."), Form.LONG),
    ]
    return Sheet(_("Types"), _("Probabilities of the four types."), columns, rows, _no_view())


def routes(standing: Standing) -> Sheet:
    """How long each route takes, in months."""
    choice = standing.choice
    lines = (
        [(future.kind, line) for future in route_tables(choice).futures for line in future.lines]
        if choice
        else []
    )
    n = standing.placement.fused.n if standing.placement and standing.placement.fused else 0
    rows: list[list[Cell]] = [
        [
            words(NAMES[kind]),
            str(line.forecast.route),
            words(ROUTES[line.forecast.route]),
            line.recommended,
            Estimate(line.forecast.p50, line.forecast.p10, line.forecast.p90, n, "simulated", level=0.8),
            line.forecast.mean,
        ]
        for kind, line in lines
    ]
    columns = [
        Column(_("If the type is"), _("Each possible type has its own future; they are never averaged.")),
        Column(_("Route"), _("HOLD, A, B, C or D.")),
        Column(_("Name"), _("What the route is called.")),
        Column(_("Recommended"), _("Shortest expected time over all types.")),
        Column(
            _("Months until a Star"),
            _("The middle (P50); low and high are P10 and P90: eight of ten lie between."),
            NUMBER,
            measured=True,
        ),
        Column(_("Mean months"), _("Time lost on a wrong course counts, too."), NUMBER),
    ]
    return Sheet(_("Routes"), words(choice.sentence) if choice else "", columns, rows, _no_view())


def dimensions(state: Published) -> Sheet:
    """What is claimed, what counts, and what each group inside says, per dimension and unit."""
    wave = _newest_wave()
    departments = {each.slug: words(each.name) for each in state.taxonomy.departments}
    rows: list[list[Cell]] = []
    for unit in ("", *sorted(units_with_evidence())):
        for line in lines(unit):
            here = line.dimension
            inside = [
                wave.shown(Group(wave.wave.pk, view, unit or COMPANY), here.slug).level if wave else None
                for view in INSIDERS
            ]
            rows.append(
                [
                    departments.get(unit, unit) if unit else _("whole organisation"),
                    here.slug,
                    words(here.name),
                    words(AXES[here.axis]) if here.axis else "–",
                    line.claim.level if line.claim else None,
                    line.credit.credited if line.credit else None,
                    line.over_claim if line.credit else None,
                    len(line.proofs),
                    *inside,
                    words(line.next_step),
                ]
            )
    columns = [
        Column(_("Department"), _("The whole organisation, or a department.")),
        Column(_("Slug"), _("The dimension's name for programs.")),
        Column(_("Dimension"), _("What is looked at.")),
        Column(_("Axis"), _("Culture or technology.")),
        Column(_("Claimed level"), _("The level 0 to 4 that is claimed; empty where nothing is."), COUNT),
        Column(_("Credited level"), _("The level that proof and reviewers bear out."), COUNT),
        Column(_("Claimed too high"), _("Claimed less credited level."), COUNT),
        Column(_("Proofs"), _("How many proofs are at hand."), COUNT),
        *(
            Column(
                words(VIEWS[view]),
                _("Mean level in the newest wave; never of fewer than five, which are marked as suppressed."),
                NUMBER,
                measured=True,
            )
            for view in INSIDERS
        ),
        Column(_("Next step"), _("What would lift the credited level."), Form.LONG),
    ]
    about = _("Claimed, credited and seen from inside. Groups of fewer than five are suppressed, and marked.")
    return Sheet(_("Dimensions"), about, columns, rows)


def wave() -> Sheet:
    """Everything the newest wave published: every group and dimension, hidden ones with their reason."""
    found = _newest_wave()
    suspected = wrong_keys(instrument_of(found.wave), found.content) if found else ()
    care = {
        slug: "; ".join(words(each.item.text) for each in suspected if each.item.dimension == slug)
        for slug in {each.item.dimension for each in suspected}
    }
    rows: list[list[Cell]] = [
        [
            words(found.name(group)),
            group.unit if group.unit != COMPANY else "",
            words(VIEWS[group.level]),
            dimension.slug,
            words(dimension.name),
            found.shown(group, dimension.slug).level,
            care.get(dimension.slug, ""),
        ]
        for group in (found.groups if found else ())
        for dimension in (found.dimensions if found else ())
        if found
    ]
    columns = [
        Column(_("Department"), _("The whole organisation, or a department.")),
        Column(_("Slug"), _("The unit's name for programs; empty for the whole.")),
        Column(_("Who"), _("Executives, managers or staff.")),
        Column(_("Dimension"), _("The dimension's name for programs.")),
        Column(_("Name"), _("What is looked at.")),
        Column(
            _("Mean level"),
            _(
                "Level 0 to 4; groups of fewer than five, and those that would give them away, are suppressed."
            ),
            NUMBER,
            measured=True,
        ),
        Column(
            _("Keyed wrongly?"),
            _("Statements that seem to be keyed the wrong way round; read the level with care."),
            Form.LONG,
        ),
    ]
    about = found.wave.name if found else ""
    return Sheet(_("Wave"), about, columns, rows, _("No wave has been published yet."))


def assumptions() -> Sheet:
    """Every number that is assumed and not measured, as it is in force."""
    rows: list[list[Cell]] = [
        [
            each.assumption.slug,
            words(GROUPS[group]),
            words(each.name),
            each.value,
            each.assumption.value,
            each.assumption.low,
            each.assumption.high,
            words(each.assumption.unit.name),
            each.changed,
            words(GRADES[each.assumption.grade]),
            words(each.assumption.source) if each.assumption.source else "",
            words(each.assumption.why),
            each.changes[0].why if each.changes else "",
        ]
        for group, found in register().items()
        for each in found
    ]
    columns = [
        Column(_("Slug"), _("The assumption's name for programs.")),
        Column(_("Group"), _("What it is about.")),
        Column(_("Assumption"), _("What is assumed."), Form.LONG),
        Column(_("In force"), _("The value everything is calculated with."), NUMBER),
        Column(_("Default"), _("The value it came with."), NUMBER),
        Column(_("Least"), _("The smallest value that may be assumed."), NUMBER),
        Column(_("Most"), _("The largest value that may be assumed."), NUMBER),
        Column(_("Unit"), _("In what it is counted.")),
        Column(_("Changed"), _("Whether it differs from its default.")),
        Column(_("Founded on"), _("Paper, studies, simulation, or our own assumption.")),
        Column(_("Source"), _("Where it comes from.")),
        Column(_("Why"), _("Why it is assumed so."), Form.LONG),
        Column(_("Why changed"), _("The reason given with the last change."), Form.LONG),
    ]
    return Sheet(_("Assumptions"), _("What is assumed and not measured."), columns, rows)


def _newest_wave() -> Results | None:
    publication = latest_publication()
    return results_of(wave_by_id(publication.wave_id)) if publication else None


def _no_view() -> str:
    return _("Nobody has looked yet: run a workshop, claim levels with proof, or ask the staff in a wave.")
