"""Opening a round of guessing, guessing, revealing, keeping."""

from __future__ import annotations

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.actions import record_room
from leitstern.app.inside.models import Group
from leitstern.app.surveys.models import GuessAnswer, GuessRound, GuessState
from leitstern.app.surveys.queries import shown_guesses
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

UNKNOWN = Text(
    en="There is no such touchpoint or statement in the taxonomy. No round was opened.",
    de="Diesen Kontaktpunkt oder diese Aussage gibt es in der Taxonomie nicht. Es wurde keine Schätzrunde geöffnet.",
)
OUT_OF_RANGE = Text(
    en="A guess is a whole number from 0 to 100. Nothing was kept.",
    de="Eine Schätzung ist eine ganze Zahl von 0 bis 100. Es wurde nichts gespeichert.",
)
CLOSED = Text(
    en="This round has been revealed; guesses are no longer taken.",
    de="Diese Schätzrunde ist aufgelöst; Schätzungen werden nicht mehr angenommen.",
)
TOO_FEW = Text(
    en="Fewer than five people guessed: their guesses are neither shown nor kept.",
    de="Es haben weniger als fünf Personen geschätzt: Ihre Schätzungen werden weder gezeigt noch übernommen.",
)
NOT_REVEALED = Text(
    en="The room is still guessing. Show reality first; then its guesses can be kept.",
    de="Der Raum schätzt noch. Zeigen Sie zuerst die Wirklichkeit; dann lassen sich die Schätzungen übernehmen.",
)
ALREADY_KEPT = Text(
    en="These guesses have been kept as a belief already.",
    de="Diese Schätzungen wurden schon als Einschätzung übernommen.",
)


@action("open guess", Capability.RUN_GUESS)
def open_round(actor: Actor, touchpoint: str, facet: str) -> GuessRound:
    """Ask a room about one statement at one touchpoint."""
    taxonomy = require_taxonomy()
    known = touchpoint in {t.slug for t in taxonomy.touchpoints} and facet in {
        f.slug for f in taxonomy.facets
    }
    if not known:
        raise InvalidInput(UNKNOWN)
    return GuessRound.objects.create(touchpoint=touchpoint, facet=facet, actor=actor.actor_id)


def guess(round_: GuessRound, value: int) -> None:
    """Take one anonymous guess. No actor and no audit entry: nothing may point to who guessed what."""
    if not 0 <= value <= 100:
        raise InvalidInput(OUT_OF_RANGE)
    if round_.state != GuessState.OPEN:
        raise Conflict(CLOSED)
    GuessAnswer.objects.create(round=round_, value=value)


@action("reveal guess", Capability.RUN_GUESS)
def reveal(actor: Actor, round_: GuessRound) -> GuessRound:
    """Show guess, promise and reality; from now on no more guesses are taken."""
    round_.state = GuessState.REVEALED
    round_.save(update_fields=["state"])
    return round_


@action("keep guess as belief", Capability.RUN_GUESS)
def keep_as_belief(actor: Actor, round_: GuessRound, group: Group, name: str) -> GuessRound:
    """Let the room's guesses count as what this group believes, once they are revealed."""
    if round_.state != GuessState.REVEALED:
        raise Conflict(NOT_REVEALED)
    if round_.kept_as:
        raise Conflict(ALREADY_KEPT)
    guesses = shown_guesses(round_)
    if not guesses:
        raise Conflict(TOO_FEW)
    record_room(actor, name, round_.touchpoint, round_.facet, group, guesses)
    round_.kept_as = group
    round_.save(update_fields=["kept_as"])
    return round_
