"""Answers on paper: entered sheet by sheet, into a group, without anybody's name.

A wave is held by link or on paper, never both: whoever enters sheets knows what they say, and could otherwise subtract
them from what is published and be left with the answers of the few who came by link.
"""

from __future__ import annotations

from collections.abc import Mapping

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.waves.actions import in_state
from leitstern.app.waves.answering import LONGEST_COMMENT, NOTHING, TOO_LONG, checked, store
from leitstern.app.waves.models import Wave, WaveState
from leitstern.app.waves.queries import answered, instrument_of, invited, marks
from leitstern.collect.masking import masked
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text

Place = tuple[View, str]

NO_PLACE = Text(
    en="Nobody of this department and level is on the roster. The sheet was not kept.",
    de="Aus diesem Bereich und dieser Ebene steht niemand auf der Liste. Der Bogen wurde nicht übernommen.",
)
BY_LINK = Text(
    en="People answer this wave by link, so no sheets are taken. The sheet was not kept.",
    de="Diese Welle wird über Links beantwortet, deshalb werden keine Bögen angenommen. Der Bogen wurde nicht übernommen.",
)
TOO_MANY = Text(
    en="From this group as many have answered as are on the roster. The sheet was not kept.",
    de="Aus dieser Gruppe haben schon so viele geantwortet, wie auf der Liste stehen. Der Bogen wurde nicht übernommen.",
)


@action("enter sheet", Capability.RUN_WAVES)
def enter_sheet(
    actor: Actor, wave: Wave, place: Place, answers: Mapping[str, object], comment: str = ""
) -> Wave:
    """Keep one sheet. Raises InvalidInput for an empty one, Conflict in a wave by link or for more than people.

    Sheets are entered until the wave is published, since paper comes later than links. What a sheet says is looked at
    first, so that an empty one tells nothing about who has answered.
    """
    wave = in_state(wave, WaveState.RUNNING, WaveState.CLOSED)
    given = checked(instrument_of(wave), answers)
    if not given:
        raise InvalidInput(NOTHING)
    comment = comment.strip()
    if len(comment) > LONGEST_COMMENT:
        raise InvalidInput(TOO_LONG.fill(most=LONGEST_COMMENT, given=len(comment)))
    if marks(wave):
        raise Conflict(BY_LINK)
    asked = invited(wave)[place]
    if not asked:
        raise InvalidInput(NO_PLACE)
    if answered(wave)[place] >= asked:
        raise Conflict(TOO_MANY)
    store(wave, place[0], place[1], given, masked(comment) if comment else "")
    return wave
