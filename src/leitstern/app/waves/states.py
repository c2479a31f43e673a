"""The states a wave goes through, in words, and the guard of everything that is only possible in some of them."""

from __future__ import annotations

from leitstern.app.waves.models import Wave, WaveState
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

NOT_NOW = Text(
    en="The wave is “{state}”; this is not possible any more, or not yet. Nothing was changed.",
    de="Die Welle ist „{state}“; das geht nicht mehr oder noch nicht. Es wurde nichts geändert.",
)
STATES = {
    WaveState.DRAFT: Text(en="in preparation", de="in Vorbereitung"),
    WaveState.RUNNING: Text(en="running", de="laufend"),
    WaveState.CLOSED: Text(en="closed", de="geschlossen"),
    WaveState.PUBLISHING: Text(en="being published", de="in Veröffentlichung"),
    WaveState.PUBLISHED: Text(en="published", de="veröffentlicht"),
}


def in_state(wave: Wave, *states: WaveState) -> Wave:
    """The wave as it is stored now. Raises Conflict if it is in none of these states."""
    current = Wave.objects.select_for_update().select_related("instrument", "taxonomy").get(pk=wave.pk)
    if current.state not in states:
        raise Conflict(NOT_NOW.fill(state=STATES[WaveState(current.state)]))
    return current
