"""What people say about names no column can: where everything took place, and what an unknown value means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.company.taxonomy import Kind

NEW = "+"  # instead of a slug: a new term of that very name


@dataclass(frozen=True)
class Said:
    """`place` is the touchpoint of a file without a column of touchpoints: a slug, `NEW`, or empty while nobody said.

    `terms` gives the slug, or `NEW`, for values of a column of terms that the taxonomy does not know.
    """

    place: str = ""
    terms: Mapping[tuple[Kind, str], str] = field(default_factory=dict)


NOTHING_SAID = Said()
