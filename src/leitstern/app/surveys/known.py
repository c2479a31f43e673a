"""What rooms know of the touchpoints of their own company, and what may be shown of it. Other areas read here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.surveys.models import GuessState, KnowledgeRound
from leitstern.core.gap.invented import INVENTED
from leitstern.core.gap.knowledge import NOTHING, Knowledge, Marked, knowledge
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from leitstern.core.stats.estimate import Measured

YEAR = timedelta(days=365)
NO_SUCH = Text(en="There is no such test.", de="Diesen Test gibt es nicht.")
NO_LINK = Text(
    en="This link does not lead to a test. Please scan the code on the screen again.",
    de="Dieser Link führt zu keinem Test. Bitte scannen Sie den Code auf der Leinwand noch einmal.",
)
NO_ROOM = Missing(
    "no-room",
    Text(
        en="not measured yet: no room of five or more has been asked in the last twelve months",
        de="noch nicht gemessen: in den letzten zwölf Monaten wurde kein Raum ab fünf Personen gefragt",
    ),
)


def asked() -> QuerySet[KnowledgeRound]:
    """All tests, newest first, with the number of answers."""
    return KnowledgeRound.objects.annotate(n=Count("answers")).order_by("-id")


def asked_by_id(round_id: int) -> KnowledgeRound:
    """One test. Raises NotFound."""
    return or_not_found(asked().filter(pk=round_id).first(), NO_SUCH)


def asked_by_token(token: str) -> KnowledgeRound:
    """The test behind a room's link. Raises NotFound."""
    return or_not_found(KnowledgeRound.objects.filter(token=token).first(), NO_LINK)


def known_in(round_: KnowledgeRound) -> Knowledge:
    """What a room knows; nothing before it is revealed, and nothing of fewer than five people."""
    if round_.state != GuessState.REVEALED:
        return NOTHING
    return knowledge(_marked(round_), round_.real, timezone.localdate(round_.created))


def known_beyond_guessing() -> Measured:
    """The index over everybody who answered in the last twelve months, in rooms of at least five."""
    since = timezone.now() - YEAR
    rounds = [
        each
        for each in KnowledgeRound.objects.filter(state=GuessState.REVEALED, created__gte=since)
        .prefetch_related("answers")
        .order_by("-id")
        if len(each.answers.all()) >= FEWEST
    ]
    if not rounds:
        return NO_ROOM
    # What was invented for one room may have come into the register since: every answer keeps the names of its day.
    marked = [
        Marked(_named(each, one.shown), _named(each, one.ticked)) for each in rounds for one in _marked(each)
    ]
    real = {name for each in rounds for name in _named(each, each.real)}
    return knowledge(marked, real, timezone.localdate(rounds[0].created)).index


def names() -> dict[str, Text]:
    """What everything is called that can stand on a phone."""
    taxonomy = current_taxonomy()
    points = {each.slug: each.name for each in taxonomy.touchpoints} if taxonomy else {}
    return INVENTED | points


def _named(round_: KnowledgeRound, names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{round_.pk} {name}" for name in names)


def _marked(round_: KnowledgeRound) -> list[Marked]:
    return [Marked(frozenset(each.shown), frozenset(each.ticked)) for each in round_.answers.all()]
