"""What the board reads about the change itself: expectations against results, the programme, and how far it still is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.portfolio.models import Approval
from leitstern.app.portfolio.outcomes import judged_expectations
from leitstern.app.programme.looking import plan_view
from leitstern.app.programme.queries import programme, standing_at
from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.bridge.programme.standing import sentence
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPECTED = Text(
    en="Expectations frozen at approval: {n}; reached {kept}, not reached {short}, cannot tell {unclear}, waiting for a result {waiting}.",
    de="Bei der Genehmigung festgehaltene Erwartungen: {n}; erreicht {kept}, nicht erreicht {short}, nicht zu sagen {unclear}, noch ohne Ergebnis {waiting}.",
)
PROGRAMME = Text(en="Programme “{title}”: {sentence}", de="Programm „{title}“: {sentence}")


def change_lines() -> tuple[Text, ...]:
    """Sentences for the board report; none of what is not there."""
    return tuple(_lines())


def _lines() -> Iterator[Text]:
    standing = Approval.objects.filter(withdrawn=None, initiative__withdrawn=None)
    counts = judged_expectations(standing.prefetch_related("results"))
    if n := sum(counts.values()):
        yield EXPECTED.fill(
            n=n,
            kept=counts[Verdict.KEPT],
            short=counts[Verdict.SHORT],
            unclear=counts[Verdict.UNCLEAR],
            waiting=counts[Verdict.WAITING],
        )
    row = programme()
    if row is None or row.ended:
        return
    today = timezone.localdate()
    yield PROGRAMME.fill(title=row.title, sentence=sentence(standing_at(row, today)))
    plan = plan_view(row, today)
    if plan:
        yield plan.sentence
