"""From a backup to a home that may be opened: who was erased since is erased again, nobody is signed in any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from leitstern.app.accounts.models import OneTimeLink
from leitstern.app.common import audit
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.models import Job, JobState
from leitstern.app.intake.erasing import erase_again
from leitstern.app.safekeeping.erasures import erased, note
from leitstern.core.errors import WrongFormat
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.common.actors import Actor

STOPPED = Text(
    en="This work was under way when the backup was made. Begin it anew if it is still wanted.",
    de="Diese Arbeit lief, als die Sicherung entstand. Beginnen Sie sie neu, falls sie noch gewünscht ist.",
)
NEWER = Text(
    en="The backup was made by a newer version of Leitstern. Restore it with that version or a later one.",
    de="Die Sicherung stammt von einer neueren Leitstern-Version. Stellen Sie sie mit dieser oder einer späteren wieder her.",
)


def refuse_newer() -> None:
    """Raise WrongFormat if the database has been changed by a program that knows more than this one."""
    known = set(MigrationLoader(connection).disk_migrations)
    ours = {app for app, _name in known}
    there = MigrationRecorder(connection).applied_migrations()
    if any(app in ours and (app, name) not in known for app, name in there):
        raise WrongFormat(NEWER)


def after_restore(actor: Actor, listed: Iterable[int]) -> int:
    """What a restored home needs before anybody may use it. Returns how many customers were erased again.

    Sessions and links that let somebody in are ended, work that was under way has failed; both were of that day.
    """
    require(actor, Capability.LOOK_AFTER)
    with transaction.atomic():
        Session.objects.all().delete()
        now = timezone.now()
        OneTimeLink.objects.filter(used=None, expires__gt=now).update(expires=now)
        open_states = (JobState.WAITING, JobState.RUNNING)
        Job.objects.filter(state__in=open_states).update(
            state=JobState.FAILED, finished=now, error={"en": STOPPED.en, "de": STOPPED.de}
        )
    everybody = set(listed)
    missing = sorted(everybody - erased())
    erase_again(actor, missing)
    note(current_home().path, everybody | erased())
    audit.record(actor, "restore backup", "", erased_again=len(missing))
    return len(missing)
