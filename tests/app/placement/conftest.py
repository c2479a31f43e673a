"""An organisation that claims much, proves little, and was looked at by somebody independent."""

from __future__ import annotations

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import Seen, assess, claim, prove
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY


@pytest.fixture
def looked_at(db: None) -> None:
    """Claims of level 3 with one document each; an assessor who sees little culture and much technology."""
    for dimension in (*CULTURE[:4], *TECHNOLOGY[:4]):
        claim(COMMAND_LINE, dimension, 3)
        prove(COMMAND_LINE, dimension, "document", "A paper", timezone.localdate())
    seen = {slug: Seen(0) for slug in CULTURE} | {slug: Seen(4) for slug in TECHNOLOGY}
    assess(COMMAND_LINE, "Audit Ltd", seen)
