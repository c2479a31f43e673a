"""What is done at the gates: opened, proven, claimed, reviewed, skipped with a reason; alarms and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.programme import models
from leitstern.app.programme.beginning import refuse_days, refuse_ended
from leitstern.app.programme.queries import expectations_at, gate_at, standing_at
from leitstern.core.bridge.programme.gates import MoveKind, State
from leitstern.core.bridge.programme.standing import refuse_silent_skip
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.evidence import NO_LEVEL
from leitstern.core.inside.instrument import HIGHEST_LEVEL, EvidenceType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.steps import Step

LONGEST = 10_000
HOLDS = ("yes", "no", "unclear")
NOT_READ = Text(
    en="What was expected at the beginning is read again at each gate: say whether it still holds. Nothing was changed.",
    de="Was am Anfang erwartet wurde, wird an jedem Tor neu gelesen: Sagen Sie, ob es noch gilt. Es wurde nichts geändert.",
)
OPEN_ALREADY = Text(
    en="It is open already. Nothing was changed.", de="Er ist schon geöffnet. Es wurde nichts geändert."
)
NOT_OPEN = Text(
    en="The step is not open. Open it first; nothing was kept.",
    de="Der Schritt ist nicht geöffnet. Öffnen Sie ihn zuerst; es wurde nichts gespeichert.",
)
NO_REASON = Text(
    en="A step may be left out, and that is a decision: say who decides and why. It stays in sight for good. Nothing was changed.",
    de="Ein Schritt darf ausgelassen werden, und das ist eine Entscheidung: Sagen Sie, wer entscheidet und warum. Es bleibt für immer sichtbar. Es wurde nichts geändert.",
)
NO_ANSWER = Text(
    en="Say what is done about it, or why it is no relapse. Nothing was changed.",
    de="Sagen Sie, was geschieht, oder warum es kein Rückfall ist. Es wurde nichts geändert.",
)
SILENT = Text(
    en="No alarm sounds here. Nothing was changed.",
    de="Hier schlägt kein Alarm an. Es wurde nichts geändert.",
)
NO_WORDS = Text(
    en="Say in a few words what sounds the alarm. Nothing was kept.",
    de="Sagen Sie in wenigen Worten, was den Alarm auslöst. Es wurde nichts gespeichert.",
)
NO_CLAIM = Text(
    en="Nothing is claimed here that could be reviewed. Nothing was kept.",
    de="Hier ist nichts angegeben, was geprüft werden könnte. Es wurde nichts gespeichert.",
)
OWN_CLAIM = Text(
    en="Somebody other than who claimed the level has to review it. Nothing was kept.",
    de="Prüfen muss jemand anderes als die Person, die die Stufe angegeben hat. Es wurde nichts gespeichert.",
)
NO_TITLE = Text(
    en="Say in a few words what shows it (at most 200 signs). Nothing was kept.",
    de="Sagen Sie in wenigen Worten, was es zeigt (höchstens 200 Zeichen). Es wurde nichts gespeichert.",
)
NO_LINK = Text(
    en="A link begins with https:// or http://. Nothing was kept.",
    de="Ein Link beginnt mit https:// oder http://. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Who owes the step, and whether what was expected at the beginning still holds."""

    owner: str
    holds: str = ""
    read: str = ""


@action("open step", Capability.STEER)
def open_step(
    actor: Actor, row: models.Programme, step: Step, opening: Opening, day: date
) -> models.StepMove:
    """Open a gate; earlier ones were opened or left out by decision. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    found = standing_at(row, day)
    if next(each for each in found.gates if each.step is step).state not in (State.CLOSED, State.SKIPPED):
        raise Conflict(OPEN_ALREADY)
    refuse_silent_skip(step, found)
    if expectations_at(row, day) and opening.holds not in HOLDS:
        raise InvalidInput(NOT_READ)
    return _move(
        actor, row, step, MoveKind.OPEN, day, who=opening.owner, holds=opening.holds, read=opening.read
    )


@action("claim step", Capability.STEER)
def claim_step(
    actor: Actor, row: models.Programme, step: Step, level: int, words: str, day: date
) -> models.StepMove:
    """Say how far a step is, 0 to 4. It counts only as far as proof carries it. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    if not 0 <= level <= HIGHEST_LEVEL:
        raise InvalidInput(NO_LEVEL)
    _refuse_closed(row, step, day)
    return _move(actor, row, step, MoveKind.CLAIM, day, level=level, words=words)


@action("review step", Capability.REVIEW_EVIDENCE)
def review_step(
    actor: Actor, row: models.Programme, step: Step, level: int, words: str, day: date
) -> models.StepMove:
    """Say what a claimed level is worth; never one's own. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    if not 0 <= level <= HIGHEST_LEVEL:
        raise InvalidInput(NO_LEVEL)
    claim = row.moves.filter(step=step, kind=MoveKind.CLAIM, withdrawn=None).order_by("day", "id").last()
    if claim is None:
        raise Conflict(NO_CLAIM)
    if claim.actor == actor.actor_id:
        raise Conflict(OWN_CLAIM)
    return _move(actor, row, step, MoveKind.REVIEW, day, level=level, words=words, who=actor.actor_id)


@action("skip step", Capability.DECIDE)
def skip_step(
    actor: Actor, row: models.Programme, step: Step, who: str, words: str, day: date
) -> models.StepMove:
    """Leave a step out, as somebody's decision with a reason, in sight for good. Raises InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    if not who.strip() or not words.strip():
        raise InvalidInput(NO_REASON)
    return _move(actor, row, step, MoveKind.SKIP, day, who=who, words=words)


@action("sound alarm", Capability.STEER)
def sound_alarm(
    actor: Actor, row: models.Programme, step: Step, words: str, day: date, address: str = ""
) -> models.StepMove:
    """Let a relapse alarm sound at a step; `address` is the page it comes from. Raises InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    if not words.strip():
        raise InvalidInput(NO_WORDS)
    return _move(actor, row, step, MoveKind.ALARM, day, words=words, address=address)


@action("answer alarm", Capability.DECIDE)
def answer_alarm(actor: Actor, row: models.Programme, step: Step, words: str, day: date) -> models.StepMove:
    """Say what is done about the alarms of a step, or why there is no relapse. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    if not words.strip():
        raise InvalidInput(NO_ANSWER)
    if not gate_at(row, step, day).alarms:
        raise Conflict(SILENT)
    return _move(actor, row, step, MoveKind.CLEAR, day, words=words)


@action("withdraw step entry", Capability.STEER)
def withdraw_move(actor: Actor, move: models.StepMove) -> models.StepMove:
    """Take an entry back; it stays readable. Decisions are taken back by those who may decide."""
    if move.kind in (MoveKind.SKIP, MoveKind.CLEAR):
        require(actor, Capability.DECIDE)
    refuse_ended(move.programme)
    return mark_withdrawn(move)


@action("reinstate step entry", Capability.STEER)
def reinstate_move(actor: Actor, move: models.StepMove) -> models.StepMove:
    """Undo taking it back."""
    refuse_ended(move.programme)
    return mark_standing(move)


@action("bring step proof", Capability.GIVE_EVIDENCE)
def bring_proof(
    actor: Actor,
    row: models.Programme,
    step: Step,
    kind: EvidenceType,
    title: str,
    day: date,
    link: str = "",
) -> models.StepProof:
    """Bring something that shows how far a step is; `day` is that of the fact. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    if not title.strip() or len(title) > 200:
        raise InvalidInput(NO_TITLE)
    if day > timezone.localdate():
        refuse_days(row, day)
    try:
        if link:
            URLValidator(["http", "https"])(link)
    except ValidationError:
        raise InvalidInput(NO_LINK) from None
    today = timezone.localdate()
    _refuse_closed(row, step, today)
    return models.StepProof.objects.create(
        programme=row,
        step=int(step),
        kind=kind,
        title=title.strip(),
        day=day,
        brought=today,
        link=link,
        actor=actor.actor_id,
    )


@action("withdraw step proof", Capability.GIVE_EVIDENCE)
def withdraw_proof(actor: Actor, proof: models.StepProof) -> models.StepProof:
    """Take a proof back: from today on it counts for nothing."""
    refuse_ended(proof.programme)
    return mark_withdrawn(proof)


@action("reinstate step proof", Capability.GIVE_EVIDENCE)
def reinstate_proof(actor: Actor, proof: models.StepProof) -> models.StepProof:
    """Undo taking it back."""
    refuse_ended(proof.programme)
    return mark_standing(proof)


def _move(
    actor: Actor, row: models.Programme, step: Step, kind: MoveKind, day: date, **said: object
) -> models.StepMove:
    words = {
        name: value.strip()[:LONGEST] if isinstance(value, str) else value for name, value in said.items()
    }
    if isinstance(who := words.get("who"), str):
        words["who"] = who[:120]
    return models.StepMove.objects.create(
        programme=row, step=int(step), kind=kind, day=day, actor=actor.actor_id, **words
    )


def _refuse_closed(row: models.Programme, step: Step, day: date) -> None:
    turned = row.moves.filter(
        step=int(step), kind__in=(MoveKind.OPEN, MoveKind.SKIP), day__lte=day, withdrawn=None
    )
    last = turned.order_by("day", "id").last()
    if last is None or last.kind == MoveKind.SKIP:
        raise Conflict(NOT_OPEN)
