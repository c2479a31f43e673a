"""The guided import: a file is looked at, understood, corrected by a person, tried out, and brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.collect.propose import Proposal, propose
from leitstern.collect.readers.peek import Peek, peek

if TYPE_CHECKING:
    from leitstern.app.intake.uploads import Upload

HERE = "Europe/Berlin"  # of a company that has no taxonomy yet, until somebody says otherwise


def understand(upload: Upload, time_zone: str = HERE) -> tuple[Proposal, Peek]:
    """What the columns of the one file seem to mean, and its first rows. Raises InvalidInput."""
    file = upload.files[0]
    seen = peek(file)
    proposal = propose(
        file.name, seen.columns, seen.rows, current_taxonomy(), time_zone=time_zone, how=seen.how
    )
    return proposal, seen
