"""Who works with the program, what they may see, and what is logged of their work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Max
from django.utils.formats import date_format

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.common import audit
from leitstern.app.common.actors import Capability
from leitstern.app.common.audit_words import VERBS
from leitstern.app.common.models import AuditEntry
from leitstern.app.reports.works_council import watching
from leitstern.app.reports.works_council.data import SECONDS_A_DAY
from leitstern.app.reports.works_council.setting import Section
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.reports.works_council.setting import Writer

WHOLE = Text(
    en="Checked when this pack was printed: the chain of entries is whole.",
    de="Beim Druck dieser Unterlagen geprüft: Die Kette der Einträge ist vollständig.",
)
BROKEN = Text(
    en="Checked when this pack was printed: the chain of entries is broken. Somebody changed the log outside the program.",
    de="Beim Druck dieser Unterlagen geprüft: Die Kette der Einträge ist unterbrochen. Jemand hat das Protokoll außerhalb "
    "des Programms verändert.",
)


def roles_with(capability: Capability) -> str:
    """The roles that may, by name."""
    return ", ".join(str(role.label) for role in Role if capability in CAPABILITIES[role])


def who(write: Writer) -> Section:
    """Roles, how many people hold each, and what each may do."""
    people = dict(
        Person.objects.filter(is_active=True)
        .values_list("role")
        .annotate(n=Count("id"))
        .values_list("role", "n")
    )
    roles = write.table(
        ("Roles", "Rollen"),
        [("Role", "Rolle"), ("People at present", "Personen zurzeit")],
        ((str(role.label), people.get(role, 0)) for role in Role),
    )
    may = write.table(
        ("Who may what", "Wer was darf"),
        [("Permission", "Berechtigung"), ("Roles", "Rollen")],
        ((str(one.label), roles_with(one)) for one in Capability),
    )
    return Section(
        write.say("Who sees what", "Wer was sieht"), (watching.ROLES.to(write.language),), tables=(roles, may)
    )


def watched(write: Writer) -> Section:
    """What is stored of the employees who use the program; not anonymous, and said so."""
    filled = {
        "readers": roles_with(Capability.READ_AUDIT),
        "people": roles_with(Capability.MANAGE_PEOPLE),
        "days": settings.SESSION_COOKIE_AGE // SECONDS_A_DAY,
    }
    table = write.table(
        ("What is stored of users", "Was über Nutzende gespeichert wird"),
        [("What", "Was"), ("What for", "Wofür"), ("Who sees it", "Wer es sieht"), ("How long", "Wie lange")],
        ([cell.fill(**filled) for cell in row] for row in watching.WATCHED),
    )
    return Section(
        write.say("Who works with the program", "Wer mit dem Programm arbeitet"),
        write.all(watching.USERS),
        write.all(watching.USERS_NEVER),
        (table,),
    )


def log(write: Writer) -> Section:
    """What was logged so far, counted by deed and never by person."""
    state = WHOLE if audit.first_broken() is None else BROKEN
    entries = (
        AuditEntry.objects.order_by().values("verb").annotate(n=Count("id"), last=Max("at")).order_by("verb")
    )
    table = write.table(
        ("What was logged so far", "Was bisher protokolliert wurde"),
        [("Deed", "Vorgang"), ("Entries", "Einträge"), ("Last", "Zuletzt")],
        (
            (
                str(VERBS.get(each["verb"], each["verb"])),
                each["n"],
                date_format(each["last"], "SHORT_DATE_FORMAT"),
            )
            for each in entries
        ),
    )
    return Section(write.say("Log", "Protokoll"), write.all((watching.LOG, state)), tables=(table,))
