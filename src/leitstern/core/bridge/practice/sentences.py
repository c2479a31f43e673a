"""What lived practice tells in a sentence: the relapses first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.compliance import TOO_FEW
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.practice.compliance import Course
    from leitstern.core.bridge.practice.stopping import Relapse

USED = Text(
    en="{what} has ended, and was used {often} {lately}.",
    de="{what} ist beendet und wurde {lately} {often} genutzt.",
)
LATELY = Text(en="in the last {n} months counted", de="in den letzten {n} gezählten Monaten")
ONE_MONTH = Text(en="in the one month counted", de="in dem einen gezählten Monat")
OFTEN = Text(en="{n} times", de="{n}-mal")
ONCE = Text(en="once", de="einmal")
FALLS = Text(
    en="{what} is kept in {now} of 100 cases; before, it was {then}.",
    de="{what} wird in {now} von 100 Fällen eingehalten; davor waren es {then}.",
)
RISES = Text(
    en="{what} is kept in {now} of 100 cases, up from {then}.",
    de="{what} wird in {now} von 100 Fällen eingehalten, davor waren es erst {then}.",
)
KEPT = Text(en="{what} is kept in {now} of 100 cases.", de="{what} wird in {now} von 100 Fällen eingehalten.")
UNCOUNTED = Text(en="{what} is not counted yet.", de="{what} wird noch nicht gezählt.")
HIDDEN = Text(
    en="{what} is counted, but so few people do this work that it is not shown.",
    de="{what} wird gezählt, aber so wenige Personen haben daran Teil, dass es nicht gezeigt wird.",
)
NAMED = Text(en="“{name}”", de="„{name}“")
IT = Text(en="It", de="Es")  # where it has been named already


def used_again(relapse: Relapse, name: str = "") -> Text:
    """That something is used of late although it ended."""
    often = ONCE if relapse.recent == 1 else OFTEN.fill(n=relapse.recent)
    lately = ONE_MONTH if relapse.recent_months == 1 else LATELY.fill(n=relapse.recent_months)
    return USED.fill(what=_what(name), often=often, lately=lately)


def how_kept(course: Course, name: str = "") -> Text:
    """How far a principle is kept, and whether that changed clearly."""
    if not isinstance(course.recent, Estimate):
        return (HIDDEN if course.recent is TOO_FEW else UNCOUNTED).fill(what=_what(name))
    now = round(100 * course.recent.value)
    then = round(100 * course.before.value) if isinstance(course.before, Estimate) else None
    words = FALLS if course.falls else RISES if course.rises else KEPT
    return words.fill(what=_what(name), now=now, then=then)


def _what(name: str) -> Text:
    return NAMED.fill(name=name) if name else IT
