"""Every published figure that the product knows of, by its short name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.claims.digitalisation import DIGITALISATION
from leitstern.core.bridge.claims.experience import EXPERIENCE
from leitstern.core.bridge.claims.experience_gap import EXPERIENCE_GAP
from leitstern.core.bridge.claims.studies import STUDIES
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.claims.claim import Claim

CLAIMS: dict[str, Claim] = {
    each.slug: each for each in (*EXPERIENCE_GAP, *DIGITALISATION, *EXPERIENCE, *STUDIES)
}
TITLES: dict[str, Text] = {
    slug: Text("{said}: {name}", "{said}: {name}").fill(said=each.said, name=each.name)
    for slug, each in CLAIMS.items()
}
