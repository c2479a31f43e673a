"""Rounds of guessing, and what may be shown of them."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from leitstern.app.common.lookups import or_not_found
from leitstern.app.surveys.models import GuessRound, GuessState
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.texts import Text


def rounds() -> QuerySet[GuessRound]:
    """All rounds, newest first, with the number of guesses."""
    return GuessRound.objects.annotate(n=Count("answers")).order_by("-id")  # groups forget their order


def round_by_id(round_id: int) -> GuessRound:
    """One round. Raises NotFound."""
    return or_not_found(
        rounds().filter(pk=round_id).first(),
        Text(en="There is no such round.", de="Diese Schätzrunde gibt es nicht."),
    )


def round_by_token(token: str) -> GuessRound:
    """The round behind a room's link. Raises NotFound."""
    return or_not_found(
        GuessRound.objects.filter(token=token).first(),
        Text(
            en="This link does not lead to a round of guessing. Please scan the code on the screen again.",
            de="Dieser Link führt zu keiner Schätzrunde. Bitte scannen Sie den Code auf der Leinwand noch einmal.",
        ),
    )


def shown_guesses(round_: GuessRound) -> tuple[int, ...]:
    """The guesses in order of size; nothing before the reveal, and nothing while fewer than five people guessed.

    Whoever looked before and after each phone would otherwise know what each person guessed.
    """
    if round_.state != GuessState.REVEALED:
        return ()
    values = tuple(sorted(answer.value for answer in round_.answers.all()))
    return values if len(values) >= FEWEST else ()
