"""What to do about the gaps of an application or a capability: extend what is there, add something special, or replace it.

Source: Bingemer, "Technologie ist nicht die Antwort": most of it can be had by adapting what is there; sometimes a special
solution for a clearly bounded purpose; the complete replacement of central systems should be the exception.
"""

from __future__ import annotations

from enum import StrEnum


class Option(StrEnum):
    """What can be done; nothing where technology is not what is missing."""

    NOTHING = "nothing"
    UNDECIDED = "undecided"
    UPGRADE = "upgrade"
    POINT = "point"
    REPLACE = "replace"
