"""The seven steps by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.early_steps import EARLY
from leitstern.core.bridge.programme.late_steps import LATE

if TYPE_CHECKING:
    from leitstern.core.bridge.programme.guide import Guide
    from leitstern.core.inside.steps import Step

GUIDES: dict[Step, Guide] = {each.step: each for each in (*EARLY, *LATE)}
