"""What the pages of the programme show, put together once for reading and for a form that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.accounts.queries import people
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.company.former import unit_names
from leitstern.app.practice.recalled import standing_on
from leitstern.app.programme import forms, queries
from leitstern.app.programme.at import At, asked
from leitstern.app.programme.drawing import lanes_drawing
from leitstern.app.programme.hurdling import hurdles_at
from leitstern.app.programme.looking import plan_view
from leitstern.app.structure.kept_units import units_now
from leitstern.core.bridge.programme.gates import MoveKind, State
from leitstern.core.bridge.programme.hurdle import HURDLE_KINDS, PREMORTEM, hurdles_sentence
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.standing import CAUSES, STATES, next_sentence, sentence
from leitstern.core.inside.evidence import freshness
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.route_words import ROUTES, Route
from leitstern.core.inside.steps import Step
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import HttpRequest

    from leitstern.app.accounts.models import Person
    from leitstern.app.programme.models import Programme, StepProof
    from leitstern.core.bridge.programme.gates import Gate

MOVES: dict[MoveKind, Text] = {
    MoveKind.OPEN: Text(en="opened", de="geöffnet"),
    MoveKind.CLAIM: Text(en="claimed", de="angegeben"),
    MoveKind.REVIEW: Text(en="reviewed", de="geprüft"),
    MoveKind.SKIP: Text(en="left out by decision", de="durch Entscheidung ausgelassen"),
    MoveKind.ALARM: Text(en="relapse alarm", de="Rückfallalarm"),
    MoveKind.CLEAR: Text(en="alarm answered", de="Alarm beantwortet"),
}
TONES = {
    State.CREDITED: "good",
    State.FALLEN: "bad",
    State.GATHERING: "",
    State.SKIPPED: "",
    State.CLOSED: "",
}
SHOWN_HURDLES = 4


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A proof with the share of its weight that time has left."""

    row: StepProof
    kind: Text
    left: float
    gone: bool


def when(request: HttpRequest, row: Programme) -> At:
    """The month that is asked for, between the beginning and today."""
    return asked(request, row.began, timezone.localdate())


def frame(me: Person, row: Programme, at: At) -> dict[str, Any]:
    """What every page of the programme needs; nothing is changed in the past, and nothing after the end."""
    may = me.capabilities if at.now and row.ended is None else frozenset()
    return {
        "programme": row,
        "at": at,
        "query": at.link(at.name) if not at.now else "",
        "may_steer": Capability.STEER in may,
        "may_decide": Capability.DECIDE in may,
        "may_prove": Capability.GIVE_EVIDENCE in may,
        "may_review": Capability.REVIEW_EVIDENCE in may,
        "names": {person.actor_id: person.name for person in people()},
    }


def overview_context(me: Person, row: Programme, at: At) -> dict[str, Any]:
    """Where we are, what falls back, the next gate, hurdles, and how far it still is."""
    found = queries.standing_at(row, at.day)
    hurdles = hurdles_at(row, at.day)
    plan = plan_view(row, at.day)
    ended = row.ended is not None and row.ended <= at.day
    return frame(me, row, at) | {
        "found": found,
        "sentence": sentence(found),
        "next": next_sentence(found),
        "ended": ended,
        "chart": lanes_drawing(found.gates, at),
        "gates": [gate_line(each) for each in found.gates],
        "baseline": queries.baseline_at(row, at.day),
        "expectations": queries.expectations_at(row, at.day),
        "readings": [each for each in queries.moves_at(row, at.day) if each.holds and not each.withdrawn],
        "route": ROUTES[Route(row.route)],
        "hurdles": [each for each in hurdles if each.hurdle.cleared is None][:SHOWN_HURDLES],
        "hurdles_sentence": hurdles_sentence([each.hurdle for each in hurdles], at.day),
        "hurdle_kinds": HURDLE_KINDS,
        "plan": plan,
        "may_decide_ever": Capability.DECIDE in me.capabilities and at.now,
    }


def gate_line(gate: Gate) -> dict[str, Any]:
    """One step in the table."""
    return {
        "gate": gate,
        "guide": GUIDES[gate.step],
        "state": STATES[gate.state],
        "tone": TONES[gate.state],
        "cause": CAUSES[gate.cause] if gate.cause else None,
    }


def step_context(me: Person, row: Programme, step: Step, at: At, **more: Any) -> dict[str, Any]:
    """One step: what it asks, what is there, what is missing, who owes it, what happened."""
    found = queries.standing_at(row, at.day)
    gate = next(each for each in found.gates if each.step is step)
    guide = GUIDES[step]
    moves = [(each, MOVES[MoveKind(each.kind)]) for each in queries.moves_at(row, at.day, step)]
    expectations = queries.expectations_at(row, at.day)
    context = frame(me, row, at)
    context |= gate_line(gate) | {
        "step": step,
        "number": int(step),
        "before": int(step) - 1,
        "after": int(step) + 1 if step < max(GUIDES) else 0,
        "anchors": [
            (level, anchor, [KINDS[kind] for kind in anchor.proof])
            for level, anchor in enumerate(guide.dimension.anchors)
        ],
        "needed": queries.terms().level,
        "proofs": _proofs(queries.proofs_at(row, at.day, step), at.day),
        "moves": moves,
        "expectations": expectations,
        "looked_back": standing_on(at.day) if step is Step.IMPROVEMENT else None,
        "next": next_sentence(found) if found.next and found.next.step is step else None,
        "open_form": forms.OpenForm(),
        "claim_form": forms.ClaimForm(initial={"level": gate.credit.claimed if gate.credit else 0}),
        "review_form": forms.ReviewForm(),
        "skip_form": forms.SkipForm(),
        "alarm_form": forms.AlarmForm(),
        "answer_form": forms.AnswerForm(),
        "proof_form": forms.ProofForm(),
    }
    return context | more


def settings_context(me: Person, row: Programme, **more: Any) -> dict[str, Any]:
    """Route, starting point, expectations, end."""
    at = At(timezone.localdate(), row.began, timezone.localdate())
    context = frame(me, row, at)
    said = ("route", "exception_by", "exception_reason")
    beginning = {name: getattr(row, name) for name in said} | {"tripwires": "\n".join(row.tripwires)}
    context |= {
        "route_form": forms.RouteForm(initial=beginning),
        "route": ROUTES[Route(row.route)],
        "baseline": queries.baseline_at(row, at.day),
        "baseline_form": forms.BaselineForm(
            initial={"day": row.baseline_day, "n": row.baseline_n, "source": row.baseline_source}
        ),
        "expectations": row.expectations.all(),
        "expect_form": forms.ExpectForm(),
        "end_form": forms.EndForm(),
        "found": queries.standing_at(row, at.day),
        "may_take_up": Capability.DECIDE in me.capabilities and row.ended is not None,
    }
    return context | more


def hurdles_context(me: Person, row: Programme, at: At) -> dict[str, Any]:
    """All hurdles as they stood."""
    found = hurdles_at(row, at.day)
    there = {each.hurdle.kind for each in found}
    return frame(me, row, at) | {
        "rows": found,
        "open": [each for each in found if each.hurdle.cleared is None],
        "cleared": [each for each in found if each.hurdle.cleared],
        "sentence": hurdles_sentence([each.hurdle for each in found], at.day),
        "kinds": HURDLE_KINDS,
        "units": unit_names(),
        "premortem": [(HURDLE_KINDS[kind], text) for kind, text in PREMORTEM if kind not in there],
        "gone": row.hurdles.exclude(withdrawn=None) if at.now else (),
    }


def units_to_choose(said: str = "") -> list[tuple[str, str]]:
    """Units there are now, by name, and the one that was `said` before, also if it was merged meanwhile."""
    offered = dict(units_now())
    if said:
        offered.setdefault(said, unit_names().get(said, Text(said, said)))
    named = ((slug, words(name)) for slug, name in offered.items())
    return sorted(named, key=lambda each: each[1].casefold())


def _proofs(rows: Iterable[StepProof], day: date) -> list[ProofLine]:
    rules = queries.terms().rules
    found = []
    for row in rows:
        kind = EvidenceType(row.kind)
        gone = row.withdrawn is not None and timezone.localdate(row.withdrawn) <= day
        found.append(ProofLine(row, KINDS[kind], freshness((day - row.day).days, rules.lifetime[kind]), gone))
    return found
