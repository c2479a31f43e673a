"""Who does something: every action takes an explicit actor, on the command line too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capability(models.TextChoices):
    """What somebody may do. Roles are sets of these (`accounts.roles`)."""

    SEE_GAP = "see_gap", _("see gaps and measures")
    SEE_OUTSIDE = "see_outside", _("see journeys, promises and scores")
    SEE_CUSTOMERS = "see_customers", _("read one customer's story")
    ENTER_CONTACTS = "enter_contacts", _("enter contacts, and do what was agreed in them")
    ERASE_CUSTOMERS = "erase_customers", _("forget a customer for good")
    SEE_IMPORTS = "see_imports", _("see imports and quarantine")
    IMPORT = "import", _("bring data in and take it out again")
    RECORD_BELIEFS = "record_beliefs", _("hand in belief sheets")
    RUN_GUESS = "run_guess", _("let a room guess")
    SEE_INSIDE = "see_inside", _("see where the organisation stands")
    RUN_WORKSHOP = "run_workshop", _("lead a workshop")
    RUN_WAVES = "run_waves", _("ask the staff in waves")
    GIVE_EVIDENCE = "give_evidence", _("claim levels and bring proof")
    REVIEW_EVIDENCE = "review_evidence", _("review claimed levels")
    KEEP_AGREEMENT = "keep_agreement", _("enter what was agreed with the works council")
    EDIT_ASSUMPTIONS = "edit_assumptions", _("change assumptions")
    KEEP_REGISTERS = "keep_registers", _("keep the registers of organisation, technology and key figures")
    STEER = "steer", _("set goals and lead the programme")
    DECIDE = "decide", _("decide what is done")
    EDIT_TAXONOMY = "edit_taxonomy", _("change the taxonomy")
    MANAGE_PEOPLE = "manage_people", _("look after people and roles")
    LOOK_AFTER = "look_after", _("make backups, and take everything along")
    READ_AUDIT = "read_audit", _("read the audit log")


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
