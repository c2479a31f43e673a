"""Who does something: every action takes an explicit actor, on the command line too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Capability(StrEnum):
    """What somebody may do. Roles are sets of these (`accounts.roles`)."""

    SEE_GAP = "see_gap"
    SEE_OUTSIDE = "see_outside"
    SEE_CUSTOMERS = "see_customers"
    SEE_IMPORTS = "see_imports"
    IMPORT = "import"
    RECORD_BELIEFS = "record_beliefs"
    RUN_GUESS = "run_guess"
    DECIDE = "decide"
    EDIT_TAXONOMY = "edit_taxonomy"
    MANAGE_PEOPLE = "manage_people"
    READ_AUDIT = "read_audit"


class Actor(Protocol):
    """A person, the command line, or the worker."""

    @property
    def actor_id(self) -> str:
        """Stable id for the audit log, such as `person:7`."""
        ...

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What this actor may do."""
        ...


@dataclass(frozen=True, slots=True)
class InternalActor:
    """Somebody who has the files of the installation anyway."""

    actor_id: str
    capabilities: frozenset[Capability] = frozenset(Capability)


COMMAND_LINE = InternalActor("command line")
WORKER = InternalActor("worker")
