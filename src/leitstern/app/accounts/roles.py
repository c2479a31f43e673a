"""Roles as sets of capabilities. `docs/reference/roles.md` shows the same table; a test compares."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.actors import Capability as May


class Role(models.TextChoices):
    """What somebody does here."""

    ADMIN = "admin", _("Administration")
    LEAD = "lead", _("Head of customer experience")
    EXECUTIVE = "executive", _("Executive")
    ANALYST = "analyst", _("Analyst")
    SERVICE = "service", _("Service")
    OWNER = "owner", _("Touchpoint owner")
    AUDITOR = "auditor", _("Auditor")


_READ = frozenset({May.SEE_GAP, May.SEE_OUTSIDE})

CAPABILITIES: dict[str, frozenset[May]] = {
    Role.ADMIN: frozenset(May),
    Role.LEAD: frozenset(May) - {May.KEEP_AGREEMENT, May.LOOK_AFTER, May.MANAGE_PEOPLE, May.READ_AUDIT},
    Role.EXECUTIVE: _READ | {May.DECIDE, May.RUN_GUESS, May.SEE_INSIDE},
    Role.ANALYST: _READ
    | {May.SEE_IMPORTS, May.IMPORT, May.RECORD_BELIEFS}
    | {May.SEE_INSIDE, May.RUN_WORKSHOP, May.GIVE_EVIDENCE, May.KEEP_REGISTERS},
    Role.SERVICE: _READ | {May.SEE_CUSTOMERS, May.ENTER_CONTACTS},
    Role.OWNER: _READ | {May.DECIDE, May.SEE_INSIDE, May.GIVE_EVIDENCE},
    Role.AUDITOR: frozenset(
        {May.SEE_GAP, May.SEE_IMPORTS, May.READ_AUDIT, May.SEE_INSIDE, May.REVIEW_EVIDENCE}
    ),
}
