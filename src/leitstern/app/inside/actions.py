"""How beliefs come in, and how they can be taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.models import Belief, BeliefCollection
from leitstern.app.inside.releasing import hold_rest, release_waiting
from leitstern.collect.belief_sheet import BeliefRow, read_belief_sheet
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.texts import Text

NOTHING_FILLED = Text(
    en="The sheet has no guesses yet. Nothing was kept; fill in the column of guesses and hand it in again.",
    de="Der Bogen enthält noch keine Schätzungen. Es wurde nichts gespeichert; füllen Sie die Spalte mit den "
    "Schätzungen aus und geben Sie ihn noch einmal ab.",
)
TOO_FEW = Text(
    en="Fewer than five people guessed. Nothing was kept.",
    de="Es haben weniger als fünf Personen geschätzt. Es wurde nichts gespeichert.",
)
NO_SUCH = Text(en="These beliefs are not here any more.", de="Diese Einschätzungen gibt es nicht mehr.")


@action("record beliefs", Capability.RECORD_BELIEFS)
def record_sheet(actor: Actor, name: str, file: Path) -> BeliefCollection:
    """Keep all guesses of a filled belief sheet, or none."""
    kept = _keep(actor, name, read_belief_sheet(file, require_taxonomy()))
    release_waiting(kept)
    return kept


@action("record a room's guesses", Capability.RUN_GUESS)
def record_room(
    actor: Actor, name: str, touchpoint: str, facet: str, group: str, guesses: Sequence[int]
) -> BeliefCollection:
    """Keep what a room of at least five guessed as the belief of a group.

    The room saw its own mean, so its guesses are a release of their own: with sheets that wait they would give those
    away.
    """
    if len(guesses) < FEWEST:
        raise InvalidInput(TOO_FEW)
    kept = _keep(actor, name, [BeliefRow(touchpoint, facet, group, guess, None) for guess in guesses])
    kept.beliefs.update(release=kept.pk)
    return kept


@action("remove beliefs", Capability.RECORD_BELIEFS)
def remove(actor: Actor, collection_id: int) -> BeliefCollection:
    """Take one collection of guesses out again, for good."""
    collection = or_not_found(BeliefCollection.objects.filter(pk=collection_id).first(), NO_SUCH)
    hold_rest(collection)
    BeliefCollection.objects.filter(pk=collection_id).delete()
    return collection


def _keep(actor: Actor, name: str, rows: Sequence[BeliefRow]) -> BeliefCollection:
    if not rows:
        raise InvalidInput(NOTHING_FILLED)
    collection = BeliefCollection.objects.create(name=name[:200], actor=actor.actor_id)
    Belief.objects.bulk_create(
        Belief(
            collection=collection,
            touchpoint=row.touchpoint,
            facet=row.facet,
            group=row.group,
            guess=row.guess,
            seen_data=row.seen_data,
        )
        for row in rows
    )
    return collection
