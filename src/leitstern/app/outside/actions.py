"""Reading a person's history is an action: it has a purpose and leaves a trace."""

from __future__ import annotations

from django.db import transaction

from leitstern.app.common import audit
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.outside.queries import story
from leitstern.app.outside.reading import Published
from leitstern.collect.identify import entity_of
from leitstern.core.errors import NotFound
from leitstern.core.outside.timeline import TimelineEvent
from leitstern.core.texts import Text

NOBODY = Text(
    en="We know no customer with this number. Check the kind of number and its spelling as in the files.",
    de="Wir kennen niemanden mit dieser Nummer. Prüfen Sie die Art der Nummer und die Schreibweise wie in den Dateien.",
)


def find_customer(actor: Actor, state: Published, kind: str, identifier: str) -> int:
    """The id of the customer with this number. Raises NotFound if nothing is known of them."""
    require(actor, Capability.SEE_CUSTOMERS)
    entity = entity_of(current_home(), kind, identifier)
    if not story(state, [entity]):
        raise NotFound(NOBODY)
    return entity


def read_story(actor: Actor, state: Published, entity: int, purpose: str) -> tuple[TimelineEvent, ...]:
    """Everything this customer lived with us, for a purpose that is written down. Raises NotFound."""
    require(actor, Capability.SEE_CUSTOMERS)
    events = story(state, [entity])
    if not events:
        raise NotFound(NOBODY)
    with transaction.atomic():
        audit.record(actor, "read customer", f"entity:{entity:x}", purpose=purpose)
    return events
