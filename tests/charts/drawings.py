"""Every chart with its rows from the bank: what the gallery shows and what all charts are tested with."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tests.charts import (
    adoption_bank,
    bank,
    cohort_bank,
    funnel_bank,
    graph_bank,
    incentive_bank,
    inside_bank,
    portfolio_bank,
    programme_bank,
    steps_bank,
    watch_bank,
    ways_bank,
)

from leitstern.charts.adoption_ladder import adoption_ladder
from leitstern.charts.before_after import before_after
from leitstern.charts.bracket import bracket
from leitstern.charts.cohort_field import cohort_field
from leitstern.charts.coverage_curve import coverage_curve
from leitstern.charts.dimension_profile import dimension_profile
from leitstern.charts.driver_bars import driver_bars
from leitstern.charts.funnel_steps import funnel_steps
from leitstern.charts.gap_dumbbell import gap_dumbbell
from leitstern.charts.guess_reveal import guess_reveal
from leitstern.charts.harm_scatter import harm_scatter
from leitstern.charts.importance_performance import importance_performance
from leitstern.charts.journey_graph import journey_graph
from leitstern.charts.journey_map import journey_map
from leitstern.charts.locales import LOCALES
from leitstern.charts.month_quadrants import month_quadrants
from leitstern.charts.month_values import month_values
from leitstern.charts.pair_matrix import Cell, pair_matrix
from leitstern.charts.plan_spans import plan_spans
from leitstern.charts.route_map import route_map
from leitstern.charts.route_times import route_times
from leitstern.charts.run_effect import run_effect
from leitstern.charts.sheet import Sheet
from leitstern.charts.slipping import slipping
from leitstern.charts.sparkline import sparkline
from leitstern.charts.step_lanes import step_lanes
from leitstern.charts.step_sankey import step_sankey
from leitstern.charts.theme import WEB, Theme
from leitstern.charts.timeline_swimlane import timeline_swimlane
from leitstern.charts.trend import trend
from leitstern.charts.tug_of_war import tug_of_war
from leitstern.charts.type_matrix import type_matrix
from leitstern.charts.unit_axes import unit_axes
from leitstern.charts.unit_heat_map import unit_heat_map
from leitstern.charts.units import OF_HUNDRED, POINTS, Unit
from leitstern.charts.variant_chevrons import variant_chevrons
from leitstern.charts.wait_spans import wait_spans
from leitstern.charts.watch_board import watch_board
from leitstern.charts.wave_movement import wave_movement

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.core.texts import Language

NARROW = 350


def _timeline(language: Language, sheet: Sheet) -> str:
    crossing = "Übergabe" if language == "de" else "Handoff"
    return timeline_swimlane(bank.timeline(language), bank.lanes(language), crossing, sheet)


def _pairs(told: tuple[list[str], list[Cell]], sheet: Sheet) -> str:
    names, cells = told
    return pair_matrix(names, names, cells, sheet)


CHARTS: dict[str, tuple[Callable[[Language, Sheet], str], int]] = {
    "gap_dumbbell": (lambda language, sheet: gap_dumbbell(bank.gap_rows(language), sheet), 860),
    "journey_map": (lambda language, sheet: journey_map(bank.journey(language), sheet), 960),
    "timeline_swimlane": (_timeline, 960),
    "driver_bars": (lambda language, sheet: driver_bars(bank.drivers(language), sheet), 760),
    "trend": (
        lambda language, sheet: trend(bank.months(language), OF_HUNDRED, sheet, 0.9, bank.events(language)),
        760,
    ),
    "guess_hidden": (lambda language, sheet: guess_reveal(bank.room(), sheet, revealed=False), 1280),
    "guess_reveal": (lambda language, sheet: guess_reveal(bank.room(), sheet, revealed=True), 1280),
    "before_after": (lambda language, sheet: before_after(bank.change(language), OF_HUNDRED, sheet), 760),
    "before_after_unclear": (
        lambda language, sheet: before_after(bank.unclear(language), OF_HUNDRED, sheet),
        760,
    ),
    "variant_chevrons": (lambda language, sheet: variant_chevrons(bank.variants(language), sheet), 860),
    "coverage_curve": (lambda _, sheet: coverage_curve(ways_bank.covered(), sheet), 860),
    "coverage_beside": (lambda _, sheet: coverage_curve(ways_bank.covered_beside(), sheet), 860),
    "pair_matrix": (lambda language, sheet: _pairs(bank.pairs(language), sheet), 860),
    "pair_matrix_compared": (lambda language, sheet: _pairs(bank.compared_pairs(language), sheet), 860),
    "harm_scatter": (lambda language, sheet: harm_scatter(bank.harms(language), POINTS, sheet), 860),
    "importance_performance": (
        lambda language, sheet: importance_performance(bank.weighed_reasons(language), (0.25, 0.72), sheet),
        860,
    ),
    "type_matrix": (
        lambda language, sheet: type_matrix(
            inside_bank.clouds(language), inside_bank.quadrants(language), sheet, (0, 3)
        ),
        640,
    ),
    "route_map": (
        lambda language, sheet: route_map(
            inside_bank.clouds(language)[-1],
            inside_bank.paths(language),
            inside_bank.quadrants(language),
            sheet,
        ),
        1060,
    ),
    "route_times": (lambda language, sheet: route_times(inside_bank.routes(language), sheet), 860),
    "dimension_profile": (
        lambda language, sheet: dimension_profile(inside_bank.profile(language), sheet),
        860,
    ),
    "wave_movement": (lambda language, sheet: wave_movement(inside_bank.movements(language), sheet), 860),
    "unit_heat_map": (
        lambda language, sheet: unit_heat_map(inside_bank.heat(language), inside_bank.UNITS[language], sheet),
        960,
    ),
    "unit_axes": (lambda language, sheet: unit_axes(inside_bank.units(language), (2.0, 2.0), sheet), 960),
    "month_quadrants": (
        lambda language, sheet: month_quadrants(
            *incentive_bank.names(language), incentive_bank.changes(language), sheet
        ),
        560,
    ),
    "month_values": (
        lambda language, sheet: month_values(
            incentive_bank.values(), "EUR", sheet, incentive_bank.definitions(language)
        ),
        760,
    ),
    "adoption_ladder": (
        lambda language, sheet: adoption_ladder(
            adoption_bank.ladder(language), adoption_bank.rungs(language), sheet
        ),
        760,
    ),
    "run_effect": (lambda language, sheet: run_effect(adoption_bank.points(language), 0.05, sheet), 760),
    "tug_of_war": (lambda language, sheet: tug_of_war(incentive_bank.tugs(language), sheet), 760),
    "bracket": (
        lambda language, sheet: bracket(portfolio_bank.tied(language), portfolio_bank.goals(language), sheet),
        960,
    ),
    "watch_board": (
        lambda language, sheet: watch_board(watch_bank.rows(language), watch_bank.MONTHS, sheet),
        960,
    ),
    "slipping": (
        lambda language, sheet: slipping(
            watch_bank.uses(), Unit(0, 1e9), sheet, watch_bank.REACHED, watch_bank.SETTLED, watch_bank.LIMIT
        ),
        760,
    ),
    "slipping_without_level": (
        lambda language, sheet: slipping(watch_bank.uses()[:5], Unit(0, 1e9), sheet),
        760,
    ),
    "plan_spans": (
        lambda language, sheet: plan_spans(programme_bank.spans(language), (31, 38), 24.6, "Jul 2026", sheet),
        960,
    ),
    "step_lanes": (
        lambda language, sheet: step_lanes(programme_bank.lanes(language), 36, "Jul 2023", sheet),
        960,
    ),
    "journey_graph": (
        lambda language, sheet: journey_graph(
            graph_bank.nodes(language),
            graph_bank.edges(),
            graph_bank.STAGES[language],
            graph_bank.DEPARTMENTS[language],
            sheet,
        ),
        1060,
    ),
    "journey_graph_beside": (
        lambda language, sheet: journey_graph(
            graph_bank.nodes(language),
            graph_bank.edges(compared=True),
            graph_bank.STAGES[language],
            graph_bank.DEPARTMENTS[language],
            sheet,
        ),
        1060,
    ),
    "funnel_steps": (lambda language, sheet: funnel_steps(funnel_bank.funnel(language), sheet), 960),
    "cohort_field": (lambda language, sheet: cohort_field(*cohort_bank.field(language), sheet), 960),
    "cohort_beside": (lambda language, sheet: cohort_field(*cohort_bank.beside(language), sheet), 960),
    "wait_spans": (lambda language, sheet: wait_spans(funnel_bank.waits(language), sheet), 960),
    "step_sankey": (
        lambda language, sheet: step_sankey(
            steps_bank.stops(language), steps_bank.bands(), steps_bank.STEPS[language], sheet
        ),
        1060,
    ),
    "step_sankey_beside": (
        lambda language, sheet: step_sankey(
            steps_bank.stops(language, compared=True), steps_bank.bands(), steps_bank.STEPS[language], sheet
        ),
        1060,
    ),
    "sparkline": (
        lambda language, sheet: sparkline(
            [p.value for p in bank.months(language)], 0.4, 0.8, replace(sheet, width=96)
        ),
        96,
    ),
}


@cache
def draw(name: str, language: Language, width: int, theme: Theme = WEB) -> str:
    """Each drawn once for all that is asked of it; `draw.__wrapped__` draws it again."""
    sheet = Sheet(f"{name}-{width}", name, f"What {name} shows.", width, LOCALES[language], theme)
    return CHARTS[name][0](language, sheet)
