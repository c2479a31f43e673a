"""Findings computed when a state is published, so that nobody waits for them on a page."""

from __future__ import annotations

from leitstern.app.gap.queries import gap_report
from leitstern.app.outside import queries as outside
from leitstern.app.outside.reading import published
from leitstern.app.outside.trends import trends


def work_ahead() -> None:
    """Everything about the whole company that pages show; what is about one touchpoint is quick."""
    state = published()
    if state is None:
        return
    gap_report(state)
    outside.explanations(state)
    outside.moods_by_stage(state)
    outside.moods_by_touchpoint(state)
    outside.scores_by(state)
    outside.kept_promises(state)
    outside.promises_by(state, ["promise"])
    outside.all_flows(state)
    outside.top_variants(state)
    outside.all_handoffs(state)
    outside.all_repeats(state)
    outside.milestones(state)
    trends(state)
