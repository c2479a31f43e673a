"""The example company with 600 customers: founded once by the ordinary import, then copied for every test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leitstern.app.common.models import Finding
    from leitstern.store.home import Home

COMPANIES = count(1)
UNTIL = date(2026, 6, 30)
CUSTOMERS = 600
OUTSIDE = (
    *("/", "/journeys", "/heard", "/customers"),
    *(f"/touchpoints/{slug}" for slug in ("payoff", "call_help", "claim_settled", "offer_letter")),
    *(f"/api/v1/outside/{asked}" for asked in ("flows", "variants", "handoffs", "repeats", "promises")),
    *(f"/api/v1/outside/{asked}" for asked in ("scores", "milestones", "heard", "people", "breaks")),
    *(f"/api/v1/outside/breaks?by={period}" for period in ("month", "map-month")),
)
FURTHER = (
    *("/value", "/maps", "/maps/claim", "/window", "/taxonomy", "/competitors"),
    *(f"/journeys/{tab}" for tab in ("channels", "funnel", "graph", "steps", "handoffs")),
    *(f"/journeys/{tab}" for tab in ("variants", "waits", "loops", "cohorts")),
    *("/answers/scores", "/answers/scores?by=touchpoint&b-who=loyal_for_decades", "/answers/comments"),
)
# Found by `Published.find`: under the published snapshot and everything else it depends on. Others go by numbers that
# a test's own acts may reach anew, or by rows that a test may change without a trace.
OF_CONTACTS = (
    *("answers: ", "journeys: ", "what customers get", "what the company gets", "fits of maps", "traits"),
    *("voices", "bad of all comments", "carried by terms", "newest answers", "lived as a whole"),
)


@dataclass(frozen=True, slots=True)
class Founded:
    """A home folder and the rows that belong to it, to be copied, never changed."""

    home: Path
    kept: dict[
        str, str
    ]  # by database table, the one of this session's that keeps its rows: copied there, not by Python

    def copy_to(self, home: Path) -> None:
        """A home of one's own, with its rows in the database."""
        shutil.copytree(self.home, home)
        with connection.cursor() as cursor:
            for table, kept in self.kept.items():
                cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "{kept}"')


def found(path: Path) -> Founded:
    """Lindenberg as its customers live it, with its leaders' beliefs and what its pages find in that."""

    def bring(home: Home) -> None:
        _lindenberg(home)
        _look_outside()

    return _brought(path, bring)


def found_with_inside(outside: Founded, path: Path) -> Founded:
    """The same with its staff waves, evidence and workshop, and its own people; free text is German."""
    return grown(outside, path, lambda: _look_inside(planted=True))[0]


def found_twin(path: Path) -> Founded:
    """The company where promise, belief and what is lived agree, outside and inside."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.actions import record_sheet
    from leitstern.app.intake.actions import import_files
    from leitstern.collect.example.write import write_example

    def bring(home: Home) -> None:
        files = write_example(
            home.staging / "files", customers=CUSTOMERS, contacts=15 * CUSTOMERS, until=UNTIL, planted=False
        )
        import_files(COMMAND_LINE, files.mapping, files.folder)
        record_sheet(COMMAND_LINE, "Twin", files.beliefs)
        _look_inside(planted=False)

    return _brought(path, bring)


def grown[T](company: Founded, path: Path, bring: Callable[[], T]) -> tuple[Founded, T]:
    """The same company with what `bring` adds, and what it gave."""
    with override_settings(HOME=path), transaction.atomic():
        from_the_start = _rows()
        company.copy_to(path)
        given = bring()
        rows = _new(from_the_start)
        transaction.set_rollback(True)
    return Founded(path, _kept(rows)), given


def _lindenberg(home: Home) -> None:
    from leitstern.app.project.example import found_company

    found_company(home, customers=CUSTOMERS, until=UNTIL, say=lambda _line: None)


def further_findings(company: Founded, path: Path) -> list[Finding]:
    """What visitors of more pages would find in the company's contacts."""
    return grown(company, path, lambda: _of_contacts(_found_at(FURTHER)))[1]


def keep_findings(found: list[Finding]) -> None:
    """Store these beside what is there already."""
    from leitstern.app.common.models import Finding

    new = [Finding(name=each.name, key=each.key, content=each.content) for each in found]
    Finding.objects.bulk_create(new, ignore_conflicts=True)


def _look_outside() -> None:
    """Find what pages and programs ask of the outside; nothing else of the visit is kept."""
    from leitstern.app.common.models import Finding

    found = _found_at(OUTSIDE)
    Finding.objects.all().delete()
    Finding.objects.bulk_create(found)


def _of_contacts(found: list[Finding]) -> list[Finding]:
    """Those that rest on what is published and on nothing else."""
    return [each for each in found if each.name.startswith(OF_CONTACTS)]


def _found_at(addresses: tuple[str, ...]) -> list[Finding]:
    """All findings there are when somebody has visited these; nothing of the visit stays."""
    from leitstern.app.accounts.models import Person
    from leitstern.app.accounts.roles import Role
    from leitstern.app.common.models import Finding
    from tests.people import make

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    stored = {**settings.STORAGES, "staticfiles": plain}
    with override_settings(STORAGES=stored, STATIC_ROOT=settings.HOME), transaction.atomic():
        browser = Client()
        browser.force_login(Person.objects.filter(role=Role.ADMIN).first() or make(Role.ADMIN))
        for address in addresses:
            answer = browser.get(address)
            assert answer.status_code == 200, address
        found = list(Finding.objects.order_by("id"))
        transaction.set_rollback(True)
    return found


def _look_inside(*, planted: bool) -> None:
    from leitstern.app.project.example_inside import found_inside
    from leitstern.collect.example.inside_truths import PLANTED_INSIDE, TWIN_INSIDE

    found_inside(
        until=timezone.localdate(),
        language="de",
        say=lambda _line: None,
        inside=PLANTED_INSIDE if planted else TWIN_INSIDE,
    )


def _brought(path: Path, bring: Callable[[Home], None]) -> Founded:
    """What `bring` brings into an empty folder; the database stays as it was."""
    from leitstern.store.home import Home

    home = Home.create(path)
    with override_settings(HOME=home.path), transaction.atomic():
        from_the_start = _rows()  # what migrations bring is in every database
        bring(home)
        rows = _new(from_the_start)
        transaction.set_rollback(True)
    return Founded(home.path, _kept(rows))


def _kept(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, str]:
    number, kept = next(COMPANIES), {}
    with connection.cursor() as cursor:
        for table, new in rows.items():
            kept[table] = f"company_{number}_{table}"
            cursor.execute(f'CREATE TEMPORARY TABLE "{kept[table]}" AS SELECT * FROM "{table}" WHERE 1 = 0')
            places = ", ".join(["%s"] * len(new[0]))
            cursor.executemany(f'INSERT INTO "{kept[table]}" VALUES ({places})', new)
    return kept


def _new(from_the_start: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: new
        for table, there in _rows().items()
        if (new := [row for row in there if row not in from_the_start.get(table, ())])
    }


def _rows() -> dict[str, list[tuple[Any, ...]]]:
    ours = [
        m._meta.db_table
        for m in apps.get_models(include_auto_created=True)
        if m.__module__.startswith("leitstern.")
    ]
    read = {}
    with connection.cursor() as cursor:
        for table in ours:
            cursor.execute(f'SELECT * FROM "{table}"')
            if rows := cursor.fetchall():
                read[table] = rows
    return read
