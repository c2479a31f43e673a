"""The illusion: leaders see a culture that neither evidence nor customers see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from leitstern.core.inside.org_types import OrgType
    from leitstern.core.texts import Text

State = Literal["illusion", "none", "self-image only", "cannot tell"]


@dataclass(frozen=True, slots=True)
class Illusion:
    """What comparing leaders' self-image with evidence and customers says.

    `believed` and `shown` are types, None where that side does not see both axes. `probability` is that of leaders
    seeing culture higher than it shows. `causes` are the two questions to ask in case of an illusion; `proofs` the
    three things to bring where there is only a self-image.
    """

    state: State
    believed: OrgType | None
    shown: OrgType | None
    probability: float | None
    sentence: Text
    causes: tuple[Text, ...] = ()
    proofs: tuple[Text, ...] = ()
