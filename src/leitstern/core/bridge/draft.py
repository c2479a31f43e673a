"""A decision about a gap before it is taken: what it must say to be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.causes import CauseDraft

Choice = Literal["act", "do nothing"]


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What somebody wants to decide. Doing nothing is a decision too: it only needs its reason.

    To act means: somebody, by a day, so that customers can … – and leadership answers why we do this, what it
    means for daily work, which principles apply from now on, and what we no longer do.
    """

    choice: Choice
    owner: str = ""
    due: date | None = None
    outcome: str = ""
    why: str = ""
    daily_work: str = ""
    principles: str = ""
    stop: str = ""
    reason: str = ""
    target: int | None = None  # of 100 customers
    measure_again: date | None = None
    cause: CauseDraft | None = None  # of the gap; None where nobody says anything about it


@dataclass(frozen=True, slots=True)
class Problem:
    """What is missing or wrong in one field of a draft."""

    field: str
    text: Text


NEEDED_TO_ACT = {
    "owner": Text(
        en="Who is responsible? Please name one person.",
        de="Wer ist verantwortlich? Bitte nennen Sie eine Person.",
    ),
    "due": Text(en="By when? Please choose a day.", de="Bis wann? Bitte wählen Sie einen Tag."),
    "outcome": Text(
        en="Please say in customers' words what they will be able to do or feel afterwards.",
        de="Bitte sagen Sie in den Worten der Kundinnen und Kunden, was sie danach können oder erleben.",
    ),
    "why": Text(en="Please say why we do this.", de="Bitte sagen Sie, warum wir das tun."),
    "daily_work": Text(
        en="Please say what changes in everyday work.",
        de="Bitte sagen Sie, was sich im Alltag der Mitarbeitenden ändert.",
    ),
    "principles": Text(
        en="Please say which principles apply from now on.",
        de="Bitte sagen Sie, welche Prinzipien ab jetzt gelten.",
    ),
    "stop": Text(
        en="Please say what we deliberately no longer allow.",
        de="Bitte sagen Sie, was wir bewusst nicht mehr zulassen.",
    ),
}
REASON = Text(
    en="Doing nothing is allowed, but needs its reason: what would have to change for us to act?",
    de="Nichts zu tun ist erlaubt, braucht aber einen Grund: Was müsste sich ändern, damit wir handeln?",
)
IN_THE_PAST = Text(en="This day has already passed.", de="Dieser Tag ist schon vorbei.")
NOT_OF_100 = Text(
    en="A target is a number of 0 to 100 customers.", de="Ein Ziel ist eine Zahl von 0 bis 100."
)
TOO_EARLY = Text(
    en="Measuring again makes sense only after the measure is due.",
    de="Nachmessen lohnt sich erst, wenn die Maßnahme fällig war.",
)
NO_MAIN = Text(
    en="Say the main cause first; further ones stand beside it.",
    de="Sagen Sie zuerst die wichtigste Ursache; weitere stehen daneben.",
)
NO_OBSERVATION = Text(
    en="Please say in one sentence what you saw that speaks for this cause, or choose that it is not known yet.",
    de="Bitte sagen Sie in einem Satz, welche Beobachtung für diese Ursache spricht, oder wählen Sie, dass sie noch nicht bekannt ist.",
)


def problems(draft: MeasureDraft, as_of: date) -> tuple[Problem, ...]:
    """Everything that keeps the draft from being a decision, all at once; nothing if it is one."""
    about_cause = cause_problems(draft.cause) if draft.cause else ()
    if draft.choice == "do nothing":
        return about_cause if draft.reason.strip() else (Problem("reason", REASON), *about_cause)
    found = [
        Problem(field, text) for field, text in NEEDED_TO_ACT.items() if not _given(getattr(draft, field))
    ]
    if draft.due and draft.due < as_of:
        found.append(Problem("due", IN_THE_PAST))
    if draft.target is not None and not 0 <= draft.target <= 100:
        found.append(Problem("target", NOT_OF_100))
    if draft.due and draft.measure_again and draft.measure_again <= draft.due:
        found.append(Problem("measure_again", TOO_EARLY))
    return (*found, *about_cause)


def cause_problems(draft: CauseDraft) -> tuple[Problem, ...]:
    """What keeps a cause from being one: it is an observation, not a guess; not to know it yet is allowed."""
    if draft.main is None:
        return (Problem("cause", NO_MAIN),) if draft.further else ()
    return () if draft.observation.strip() else (Problem("observation", NO_OBSERVATION),)


def _given(value: str | date | None) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
