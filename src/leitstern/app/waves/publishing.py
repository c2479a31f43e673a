"""What is published of a wave, worked out once: scores of all groups that may be shown, and why others may not."""

from __future__ import annotations

from collections.abc import Mapping
from random import SystemRandom
from typing import Any

import numpy as np

from leitstern.app.common.jobs import Progress
from leitstern.app.waves import queries
from leitstern.app.waves.keys import wrong_keys_as_json
from leitstern.app.waves.models import Wave
from leitstern.app.waves.turnout import as_published
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group, Participation
from leitstern.core.inside.instrument import Instrument
from leitstern.core.inside.publishing import Published, decide, may_leave_out
from leitstern.core.inside.ratings import INSIDERS, View
from leitstern.core.inside.wave import Answered, Score, Scores, flags, rated, reliability, score
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

DECIMALS = 2  # of everything published
COUNTING = Text(en="Counting answers", de="Antworten werden gezählt")
DECIDING = Text(en="Deciding what may be shown", de="Es wird entschieden, was gezeigt werden darf")
WRITING = Text(en="Putting the results together", de="Die Ergebnisse werden zusammengestellt")
Decision = dict[Group, Missing | None]


def publication(wave: Wave, progress: Progress) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is shown, and what it was decided from; both as JSON, see `Publication`."""
    progress(0.0, COUNTING)
    instrument, everybody, parents = (
        queries.instrument_of(wave),
        queries.answers_of(wave),
        queries.parents(wave),
    )
    people = {
        dimension: queries.participation(wave, counts)
        for dimension, counts in rated(instrument, everybody).items()
    }
    before = {dimension: queries.earlier(wave, dimension) for dimension in people}
    decisions = _decide(people, before, wave.fewest, progress)
    progress(0.9, WRITING)
    counted = {group for each in decisions.values() for group, why in each.items() if why is None}
    scores = score(instrument, everybody, wave.pk, parents, wave.closes)
    comments = list(wave.comments.values_list("text", flat=True))
    SystemRandom().shuffle(comments)
    results = {
        "groups": [
            _group(group, scores, decisions)
            for group in sorted({g for each in decisions.values() for g in each})
        ],
        "reliability": _reliability(instrument, everybody, decisions, wave.pk),
        "wrong_keys": wrong_keys_as_json(instrument, everybody, decisions, wave.pk, wave.fewest),
        "careless": _careless(wave, instrument, everybody, people, before, decisions),
        "turnout": as_published(wave, counted),
        "comments": comments if len(comments) >= wave.fewest_comments else [],
    }
    decided = {
        dimension: {
            "answered": [[level, unit, n] for (level, unit), n in sorted(people[dimension].answered.items())],
            "shown": [[g.level, g.unit, g.own] for g, why in sorted(decision.items()) if why is None],
        }
        for dimension, decision in decisions.items()
    }
    return results, decided


def _decide(
    people: Mapping[str, Participation],
    before: Mapping[str, list[Published]],
    fewest: int,
    progress: Progress,
) -> dict[str, Decision]:
    """Dimension by dimension; where the same people rated as in another one, the decision is the same."""
    known: dict[str, Decision] = {}
    found = {}
    for done, (dimension, participation) in enumerate(people.items()):
        progress(0.1 + 0.8 * done / len(people), DECIDING)
        same = repr((sorted(participation.answered.items()), before[dimension]))
        if same not in known:
            known[same] = decide(participation, before[dimension], fewest)
        found[dimension] = known[same]
    return found


def _group(group: Group, scores: Scores, decisions: Mapping[str, Decision]) -> dict[str, Any]:
    return {
        "level": group.level,
        "unit": group.unit,
        "own": group.own,
        "scores": {
            dimension: {"hidden": why.code}
            if (why := decided[group])
            else score_as_json(scores[group][dimension])
            for dimension, decided in decisions.items()
        },
    }


def _reliability(
    instrument: Instrument, everybody: Answered, decisions: Mapping[str, Decision], wave: int
) -> dict[str, list[float] | None]:
    """Alpha of each dimension over the levels that are shown for the whole company."""
    found: dict[str, list[float] | None] = {}
    by_levels: dict[tuple[View, ...], dict[str, Measured]] = {}
    for dimension, decision in decisions.items():
        whole = (Group(wave, level, COMPANY) for level in INSIDERS)
        levels = tuple(group.level for group in whole if group in decision and decision[group] is None)
        if levels not in by_levels:
            by_levels[levels] = reliability(instrument, everybody.only(np.isin(everybody.levels, levels)))
        found[dimension] = measured_as_json(by_levels[levels][dimension])
    return found


def _careless(
    wave: Wave,
    instrument: Instrument,
    everybody: Answered,
    people: Mapping[str, Participation],
    before: Mapping[str, list[Published]],
    decisions: Mapping[str, Decision],
) -> dict[str, Any]:
    """By level: how many were flagged, and the company's scores without them, where that gives nobody away."""
    flagged = flags(instrument, everybody)
    if not flagged.any():
        return {}
    without = score(instrument, everybody.only(~flagged), wave.pk, queries.parents(wave), wave.closes)
    out = rated(instrument, everybody.only(flagged))
    found: dict[str, Any] = {}
    for dimension, decision in decisions.items():
        shown = [group for group, why in decision.items() if why is None]
        for level in may_leave_out(people[dimension], out[dimension], before[dimension], shown, wave.fewest):
            entry = found.setdefault(
                level, {"flagged": int(flagged[everybody.levels == level].sum()), "without": {}}
            )
            entry["without"][dimension] = score_as_json(without[Group(wave.pk, level, COMPANY)][dimension])
    return found


def score_as_json(found: Score) -> dict[str, Any]:
    """A score as it is kept, to two decimals: with all of them, sums could be told apart by their digits."""
    return {
        "n": found.level.n,
        "value": round(found.level.value, DECIMALS),
        "low": round(found.level.low, DECIMALS),
        "high": round(found.level.high, DECIMALS),
        "spread": round(found.spread, DECIMALS),
        "agreement": measured_as_json(found.agreement),
    }


def measured_as_json(found: Measured) -> list[float] | None:
    """Value and interval, or nothing."""
    if not isinstance(found, Estimate):
        return None
    return [round(each, DECIMALS) for each in (found.value, found.low, found.high)]
