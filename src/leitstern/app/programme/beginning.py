"""Beginning a programme, its route, its starting point, what is expected of it, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.programme import models
from leitstern.app.programme.betting import BetDraft, WireDraft, follow_route, review_after
from leitstern.app.programme.queries import standing_at
from leitstern.core.bridge.programme.bet import OF_ROUTE
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.route_words import Route
from leitstern.core.texts import Text

LONGEST = 10_000
RUNNING = Text(
    en="A programme runs already: “{title}”. End it first; nothing was changed.",
    de="Es läuft schon ein Programm: „{title}“. Beenden Sie es zuerst; es wurde nichts geändert.",
)
NO_TITLE = Text(
    en="A programme needs a name of at most 120 signs. Nothing was kept.",
    de="Ein Programm braucht einen Namen von höchstens 120 Zeichen. Es wurde nichts gespeichert.",
)
AHEAD = Text(
    en="This day lies in the future. Nothing was kept.",
    de="Dieser Tag liegt in der Zukunft. Es wurde nichts gespeichert.",
)
BEFORE = Text(
    en="This day lies before the programme began. Nothing was kept.",
    de="Dieser Tag liegt vor dem Beginn des Programms. Es wurde nichts gespeichert.",
)
EXCEPTION = Text(
    en="The direct way B often fails; it is an exception. It needs the name of the person who chooses it, a reason, and at least one tripwire that ends it. Nothing was changed.",
    de="Der Direktweg B scheitert häufig; er ist eine Ausnahme. Er braucht den Namen der Person, die ihn wählt, einen Grund und mindestens einen Haltepunkt, der ihn beendet. Es wurde nichts geändert.",
)
HALF_BASELINE = Text(
    en="A survey from before needs a day, how many people answered (at least five), and where it is written. Nothing was kept.",
    de="Eine frühere Befragung braucht einen Tag, die Zahl der Antworten (mindestens fünf) und die Quelle. Es wurde nichts gespeichert.",
)
NO_EXPECTATION = Text(
    en="Say who expects what. Nothing was kept.",
    de="Sagen Sie, wer was erwartet. Es wurde nichts gespeichert.",
)
ENDED = Text(
    en="This programme has ended. Nothing was changed.",
    de="Dieses Programm ist beendet. Es wurde nichts geändert.",
)
NOT_SETTLED = Text(
    en="It has not settled yet, so it is not done: {waves} of {needed} waves in a row lie above the target. Whoever ends it all the same says why; that stays in sight. Nothing was changed.",
    de="Es ist noch nicht eingeschwungen, also nicht fertig: {waves} von {needed} Wellen in Folge liegen über dem Ziel. Wer es trotzdem beendet, sagt warum; das bleibt sichtbar. Es wurde nichts geändert.",
)
NOT_ENDED = Text(en="It still runs. Nothing was changed.", de="Es läuft noch. Es wurde nichts geändert.")


@dataclass(frozen=True, slots=True)
class RouteChoice:
    """A route; B only with a name, a reason and tripwires. Given with D or HOLD, they make waiting an explicit bet.

    `review` is the day on which the bet is looked at again; half a year later where nobody says when.
    """

    route: Route = Route.C
    exception_by: str = ""
    exception_reason: str = ""
    tripwires: tuple[str, ...] = ()
    review: date | None = None

    def bet(self, day: date) -> BetDraft | None:
        """What is bet on this route from a day on; None where it waits for nothing, or nobody says why."""
        kind = OF_ROUTE.get(self.route)
        if kind is None or not (self.exception_by.strip() and self.exception_reason.strip()):
            return None
        wires = tuple(WireDraft(each.strip()) for each in self.tripwires if each.strip())
        return BetDraft(
            kind, self.exception_by, self.exception_reason, self.review or review_after(day), wires
        )


@action("begin programme", Capability.STEER)
def begin(actor: Actor, title: str, began: date, choice: RouteChoice) -> models.Programme:
    """Begin the one programme. Raises Conflict while another runs, InvalidInput."""
    running = models.Programme.objects.filter(ended=None).first()
    if running:
        raise Conflict(RUNNING.fill(title=running.title))
    if not title.strip() or len(title) > 120:
        raise InvalidInput(NO_TITLE)
    if began > timezone.localdate():
        raise InvalidInput(AHEAD)
    row = models.Programme(title=title.strip(), began=began, actor=actor.actor_id)
    _choose(row, choice)
    row.save()
    follow_route(actor, row, choice.route, choice.bet(timezone.localdate()))
    return row


@action("rename programme", Capability.STEER)
def rename(actor: Actor, row: models.Programme, title: str, began: date) -> models.Programme:
    """Say its name or its beginning otherwise. Raises Conflict once it has ended, InvalidInput."""
    refuse_ended(row)
    if not title.strip() or len(title) > 120:
        raise InvalidInput(NO_TITLE)
    if began > timezone.localdate():
        raise InvalidInput(AHEAD)
    row.title, row.began = title.strip(), began
    row.save(update_fields=["title", "began"])
    return row


@action("choose route", Capability.DECIDE)
def choose_route(actor: Actor, row: models.Programme, choice: RouteChoice) -> models.Programme:
    """Take another route. B is an exception by a named person, with a reason and tripwires; D and HOLD may be a bet.

    What was bet on the route before ends. Raises InvalidInput.
    """
    refuse_ended(row)
    _choose(row, choice)
    row.save(update_fields=["route", "exception_by", "exception_reason", "tripwires"])
    follow_route(actor, row, choice.route, choice.bet(timezone.localdate()))
    return row


def _choose(row: models.Programme, choice: RouteChoice) -> None:
    wires = [each.strip()[:300] for each in choice.tripwires if each.strip()]
    direct = choice.route is Route.B
    if direct and not (choice.exception_by.strip() and choice.exception_reason.strip() and wires):
        raise InvalidInput(EXCEPTION)
    row.route = str(choice.route)
    row.exception_by = choice.exception_by.strip()[:120] if direct else ""
    row.exception_reason = choice.exception_reason.strip()[:LONGEST] if direct else ""
    row.tripwires = wires if direct else []


@action("fix baseline", Capability.STEER)
def fix_baseline(actor: Actor, row: models.Programme, day: date, n: int, source: str) -> models.Programme:
    """Let a survey from before Leitstern be the starting point. Raises InvalidInput."""
    refuse_ended(row)
    if n < 5 or not source.strip() or len(source) > 200:
        raise InvalidInput(HALF_BASELINE)
    if day > timezone.localdate():
        raise InvalidInput(AHEAD)
    row.baseline_day, row.baseline_n, row.baseline_source = day, n, source.strip()
    row.save(update_fields=["baseline_day", "baseline_n", "baseline_source"])
    return row


@action("expect of programme", Capability.STEER)
def expect(actor: Actor, row: models.Programme, who: str, what: str, day: date) -> models.Expectation:
    """Write down who expects what; it is read again at each gate and never changed. Raises InvalidInput."""
    refuse_ended(row)
    if not who.strip() or len(who) > 120 or not what.strip():
        raise InvalidInput(NO_EXPECTATION)
    refuse_days(row, day)
    return models.Expectation.objects.create(
        programme=row, who=who.strip(), what=what.strip()[:LONGEST], day=day, actor=actor.actor_id
    )


@action("withdraw expectation", Capability.STEER)
def withdraw_expectation(actor: Actor, row: models.Expectation) -> models.Expectation:
    """Take an expectation back; it stays readable."""
    return mark_withdrawn(row)


@action("reinstate expectation", Capability.STEER)
def reinstate_expectation(actor: Actor, row: models.Expectation) -> models.Expectation:
    """Undo taking it back."""
    return mark_standing(row)


@action("end programme", Capability.DECIDE)
def end(actor: Actor, row: models.Programme, day: date, reason: str = "") -> models.Programme:
    """End it: settled, or as a decision with a reason that stays in sight. Raises Conflict or InvalidInput."""
    refuse_ended(row)
    refuse_days(row, day)
    found = standing_at(row, day)
    if not found.done and not reason.strip():
        raise InvalidInput(NOT_SETTLED.fill(waves=found.settled[0], needed=found.settled[1]))
    row.ended, row.end_reason = day, reason.strip()[:LONGEST]
    row.save(update_fields=["ended", "end_reason"])
    return row


@action("take programme up again", Capability.DECIDE)
def take_up(actor: Actor, row: models.Programme) -> models.Programme:
    """Undo ending it. Raises Conflict if it runs, or another one does by now."""
    if row.ended is None:
        raise Conflict(NOT_ENDED)
    running = models.Programme.objects.filter(ended=None).first()
    if running:
        raise Conflict(RUNNING.fill(title=running.title))
    row.ended, row.end_reason = None, ""
    row.save(update_fields=["ended", "end_reason"])
    return row


def refuse_ended(row: models.Programme) -> None:
    """Raise Conflict if it has ended."""
    if row.ended:
        raise Conflict(ENDED)


def refuse_days(row: models.Programme, *days: date | None) -> None:
    """Raise InvalidInput for a day in the future or before the programme began."""
    for day in days:
        if day and day > timezone.localdate():
            raise InvalidInput(AHEAD)
        if day and day < row.began:
            raise InvalidInput(BEFORE)
