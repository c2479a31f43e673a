"""What follows: results against expectations, promises of vendors, readings of goals, and who answers for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.portfolio import models
from leitstern.app.portfolio.approving import NOT_APPROVED
from leitstern.app.portfolio.queries import standing_approval
from leitstern.core.bridge.portfolio.stage import Stage, refuse_unsaid
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from typing import Any

NO_INTERVAL = Text(
    en="The value lies within its interval, and n is at least 1. Nothing was kept.",
    de="Der Wert liegt in seinem Intervall, und n ist mindestens 1. Es wurde nichts gespeichert.",
)
NO_SOURCE = Text(
    en="Say where the number comes from (at most 200 signs). Nothing was kept.",
    de="Sagen Sie, woher die Zahl kommt (höchstens 200 Zeichen). Es wurde nichts gespeichert.",
)
NOT_YET = Text(
    en="This day lies in the future. Nothing was kept.",
    de="Dieser Tag liegt in der Zukunft. Es wurde nichts gespeichert.",
)
NO_METRIC = Text(
    en="The goal does not say what is measured. Say so first; nothing was kept.",
    de="Das Ziel sagt nicht, was gemessen wird. Legen Sie das zuerst fest; es wurde nichts gespeichert.",
)
NOTHING_EXPECTED = Text(
    en="Nothing was expected when it was approved, so there is nothing to compare a result with. Nothing was kept.",
    de="Als sie genehmigt wurde, war nichts erwartet; ein Ergebnis lässt sich mit nichts vergleichen. Es wurde nichts gespeichert.",
)
INCOMPLETE = Text(
    en="A promise says who promised what, of which measure how much, by when. Nothing was kept.",
    de="Eine Zusage sagt, wer was zugesagt hat, wovon wie viel und bis wann. Es wurde nichts gespeichert.",
)
NOT_FOUND_OUT = Text(
    en="Say what was found. Nothing was kept.",
    de="Sagen Sie, was festgestellt wurde. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number somebody brings from elsewhere: value, interval, n, day and source."""

    day: date
    value: float
    low: float
    high: float
    n: int
    source: str

    def refuse_if_wrong(self) -> None:
        """Raise InvalidInput unless it is one."""
        if not self.low <= self.value <= self.high or self.n < 1:
            raise InvalidInput(NO_INTERVAL)
        if not self.source.strip() or len(self.source) > 200:
            raise InvalidInput(NO_SOURCE)
        if self.day > timezone.localdate():
            raise InvalidInput(NOT_YET)

    def fields(self) -> dict[str, Any]:
        """As rows keep it."""
        return {name: getattr(self, name) for name in ("day", "value", "low", "high", "n", "source")}


@action("record result", Capability.STEER)
def record_result(actor: Actor, row: models.Initiative, measured: Measured) -> models.Result:
    """What came of an approved initiative, in the metric that was frozen. Raises Conflict or InvalidInput."""
    measured.refuse_if_wrong()
    approval = standing_approval(row)
    if approval is None:
        raise Conflict(NOT_APPROVED)
    if not approval.content.get("expects"):
        raise Conflict(NOTHING_EXPECTED)
    return models.Result.objects.create(approval=approval, actor=actor.actor_id, **measured.fields())


@action("withdraw result", Capability.STEER)
def withdraw_result(actor: Actor, result: models.Result) -> models.Result:
    """Take a result back; it stays readable."""
    return mark_withdrawn(result)


@action("turn initiative", Capability.STEER)
def turn(
    actor: Actor, row: models.Initiative, stage: Stage, day: date, words: str = "", who: str = ""
) -> models.Turn:
    """Say from when on it runs, or that it is over. Raises Conflict before an approval, InvalidInput for half an entry."""
    if day > timezone.localdate():
        raise InvalidInput(NOT_YET)
    refuse_unsaid(stage, words, who)
    if stage is Stage.RUNNING and standing_approval(row) is None:
        raise Conflict(NOT_APPROVED)
    return models.Turn.objects.create(
        initiative=row,
        stage=stage,
        day=day,
        words=words.strip()[:10_000],
        who=who.strip()[:120],
        actor=actor.actor_id,
    )


@action("withdraw turn", Capability.STEER)
def withdraw_turn(actor: Actor, found: models.Turn) -> models.Turn:
    """Take it back: the one before holds again; it stays readable."""
    return mark_withdrawn(found)


@action("record reading", Capability.STEER)
def record_reading(actor: Actor, goal: models.Goal, measured: Measured) -> models.Reading:
    """Where a goal stands, with what was measured. Raises InvalidInput."""
    measured.refuse_if_wrong()
    if not goal.metric:
        raise InvalidInput(NO_METRIC)
    return models.Reading.objects.create(
        goal=goal, metric=goal.metric, actor=actor.actor_id, **measured.fields()
    )


@action("withdraw reading", Capability.STEER)
def withdraw_reading(actor: Actor, reading: models.Reading) -> models.Reading:
    """Take a reading back; it stays readable."""
    return mark_withdrawn(reading)


@action("record vendor promise", Capability.STEER)
def record_promise(
    actor: Actor,
    row: models.Initiative,
    *,
    vendor: str,
    capability: str,
    metric: str,
    level: str,
    due: date,
    source: str = "",
) -> models.VendorPromise:
    """Write down what a vendor promised; the words never change afterwards. Raises InvalidInput."""
    said = {"vendor": vendor, "capability": capability, "metric": metric, "level": level}
    if (
        any(not words.strip() or len(words) > 200 for words in said.values())
        or len(vendor) > 120
        or len(level) > 120
    ):
        raise InvalidInput(INCOMPLETE)
    return models.VendorPromise.objects.create(
        initiative=row,
        due=due,
        source=source.strip()[:200],
        actor=actor.actor_id,
        **{name: words.strip() for name, words in said.items()},
    )


@action("withdraw vendor promise", Capability.STEER)
def withdraw_promise(actor: Actor, promise: models.VendorPromise) -> models.VendorPromise:
    """Take a promise out of the ledger; it stays readable in the database and the log."""
    return mark_withdrawn(promise)


@action("reinstate vendor promise", Capability.STEER)
def reinstate_promise(actor: Actor, promise: models.VendorPromise) -> models.VendorPromise:
    """Undo taking it out."""
    return mark_standing(promise)


@action("judge vendor promise", Capability.STEER)
def judge_promise(
    actor: Actor, promise: models.VendorPromise, *, kept: bool, measured: str, day: date
) -> models.Judgement:
    """Say whether a vendor kept a promise and what was found; the newest judgement counts, all stay."""
    if not measured.strip():
        raise InvalidInput(NOT_FOUND_OUT)
    if day > timezone.localdate():
        raise InvalidInput(NOT_YET)
    return models.Judgement.objects.create(
        promise=promise, kept=kept, measured=measured.strip()[:200], day=day, actor=actor.actor_id
    )


@action("keep holder", Capability.STEER)
def keep_holder(actor: Actor, holder: models.Holder, *, board: bool, left: date | None) -> models.Holder:
    """Say whether somebody is on the board, and since when they no longer answer for anything."""
    holder.board, holder.left = board, left
    holder.save(update_fields=["board", "left"])
    return holder
