"""The example company and its twin at the smallest size at which every planted truth shows, each founded once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import override_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.plugin import DjangoDbBlocker

    from leitstern.app.outside.reading import Published
    from leitstern.app.outside.trends import Period
    from leitstern.core.gap.findings import GapReport
    from leitstern.core.outside.handoffs import Handoff
    from leitstern.core.outside.milestones import MilestoneRecord
    from leitstern.core.outside.repeats import Repeats
    from leitstern.core.stats.estimate import Measured

UNTIL = date(2026, 6, 30)
EIGHT_MONTHS_AGO = date(2025, 11, 1)
CUSTOMERS = 6_000  # of fewer, only a handful pay off a mortgage


@dataclass(frozen=True, slots=True)
class Company:
    """What the application found about a company."""

    report: GapReport
    document: dict[str, Any]
    departments: dict[int, str]  # slugs by code
    milestones: dict[str, MilestoneRecord]
    handoffs: tuple[Handoff, ...]
    repeats: dict[str, Repeats]
    repeats_of_calls: tuple[
        Measured, Measured
    ]  # share of calls for help, before the last eight months and in them
    trend: tuple[Period, ...]  # of satisfaction with calls for help


@pytest.fixture(scope="session")
def planted(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Company:
    """Lindenberg, with everything that is wrong and right there."""
    with founded(tmp_path_factory.mktemp("planted"), django_db_blocker, planted=True) as state:
        return company(state)


@pytest.fixture(scope="session")
def twin(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Company:
    """The same company, where promise, belief and lived experience agree everywhere."""
    with founded(tmp_path_factory.mktemp("twin"), django_db_blocker, planted=False) as state:
        return company(state)


@contextmanager
def founded(folder: Path, blocker: DjangoDbBlocker, *, planted: bool) -> Iterator[Published]:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.actions import record_sheet
    from leitstern.app.intake.actions import import_files
    from leitstern.app.outside.reading import require_published
    from leitstern.collect.example.write import write_example
    from leitstern.store.home import Home

    home = Home.create(folder / "home")
    files = write_example(
        folder / "files", customers=CUSTOMERS, contacts=15 * CUSTOMERS, until=UNTIL, planted=planted
    )
    with blocker.unblock(), override_settings(HOME=home.path), transaction.atomic():
        import_files(COMMAND_LINE, files.mapping, files.folder)
        record_sheet(COMMAND_LINE, "Lindenberg", files.beliefs)
        yield require_published()
        transaction.set_rollback(True)


def company(state: Published) -> Company:
    from leitstern.app.gap.queries import gap_document, gap_report
    from leitstern.app.outside.periods import repeats_around
    from leitstern.app.outside.queries import all_handoffs, all_repeats, milestones
    from leitstern.app.outside.trends import trend

    names = {t.code: t.slug for t in state.taxonomy.touchpoints}
    call_help = next(code for code, slug in names.items() if slug == "call_help")
    before, lately = repeats_around(state, call_help, EIGHT_MONTHS_AGO)
    assert before
    assert lately
    return Company(
        report=gap_report(state),
        document=gap_document(state, "en"),
        departments={d.code: d.slug for d in state.taxonomy.departments},
        milestones={milestone.slug: record for milestone, record in milestones(state)},
        handoffs=all_handoffs(state),
        repeats={names[found.touchpoint]: found for found in all_repeats(state)},
        repeats_of_calls=(before.of_contacts, lately.of_contacts),
        trend=trend(state, call_help, "satisfied"),
    )
