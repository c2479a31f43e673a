"""The area's long work, and what it does when a customer is erased, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig

BACKUP_JOB, TRIAL_JOB, TAKE_JOB = "backup", "try backup", "take along"


class SafekeepingConfig(AppConfig):
    name = "leitstern.app.safekeeping"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.forgetting import FORGETS

        here = "leitstern.app.safekeeping"
        jobs.handles(BACKUP_JOB, f"{here}.backing.work", f"{here}.backing.again")
        jobs.handles(TRIAL_JOB, f"{here}.backing.work_trial", f"{here}.backing.again")
        jobs.handles(TAKE_JOB, f"{here}.taking.work", f"{here}.backing.again")
        jobs.tends(f"{here}.taking.remove_expired")
        if (mine := f"{here}.erasures.remember") not in FORGETS:
            FORGETS.append(mine)
