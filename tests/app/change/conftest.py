"""A bank that explains a change: an initiative, its brief, and who reads it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from leitstern.app.change.briefing import keep_brief, publish
from leitstern.app.change.models import Language
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.change.brief import BriefDraft, Chosen, ForRole, RoleKey
from leitstern.core.bridge.portfolio.drafts import InitiativeDraft
from leitstern.core.bridge.portfolio.terms import Aim, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.change.models import Brief, Version
    from leitstern.app.portfolio.models import Initiative

ADVICE, HOTLINE = RoleKey("service", "Beratung am Telefon"), RoleKey("it", "Betrieb")


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    """The example company's taxonomy."""
    adopt(COMMAND_LINE, taxonomy())


@pytest.fixture
def initiative() -> Initiative:
    """It names two roles, one of which no brief mentions otherwise."""
    return keep_initiative(
        COMMAND_LINE,
        InitiativeDraft(
            "Eine Akte",
            kind=Kind.DATA,
            aim=Aim.EXPERIENCE,
            units=("service", "it"),
            roles=("Beratung am Telefon", "Betrieb"),
            owner="Leitung Kundenservice",
            begins=date(2026, 3, 1),
        ),
    )


def draft(**change: Any) -> BriefDraft:
    """All four answers, for both roles, with something changed."""
    said: dict[str, Any] = {
        "why": "Kundinnen und Kunden erzählen ihre Geschichte heute dreimal. Das soll aufhören.",
        "speaker": "Vorständin Kunden",
        "valid_from": date(2026, 3, 1),
        "principles": (Chosen("once", "Wir fragen nichts zweimal."),),
        "stops": (Chosen("lists", "Kundenlisten als Tabelle"),),
        "roles": (
            ForRole(ADVICE, "Sie sehen vor dem Gespräch, was der Mensch am Telefon schon erzählt hat."),
            ForRole(
                HOTLINE, "Ihr Team hält die Verbindung der Akten am Laufen und meldet Lücken am selben Tag."
            ),
        ),
    }
    return BriefDraft(**(said | change))


@pytest.fixture
def keep(initiative: Initiative) -> Callable[..., Brief]:
    """Keep a draft with something changed."""

    def kept(language: Language = Language.GERMAN, **change: Any) -> Brief:
        return keep_brief(COMMAND_LINE, initiative, language, draft(**change))

    return kept


@pytest.fixture
def published(keep: Callable[..., Brief]) -> Version:
    """The first version."""
    return publish(COMMAND_LINE, keep())


@pytest.fixture
def today() -> date:
    """The day it is."""
    return timezone.localdate()
