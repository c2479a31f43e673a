"""The printed sheet: tagged, in both languages, for a group or to be ticked, and nothing that tells people apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import translation

from leitstern.app.reports.paper_sheet import sheet_content
from leitstern.app.waves import actions, queries
from leitstern.app.waves.paper import groups
from leitstern.collect.roster import Person, Roster
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.accounts.models import Person as Lead
    from leitstern.app.waves.models import Wave
    from leitstern.store.home import Home


@pytest.fixture
def wave(small_company: Home, lead: Lead) -> Wave:
    """Seven executives are asked on paper."""
    wave = actions.prepare(lead, "Spring", date(2090, 4, 30))
    return actions.hand_in_roster(lead, wave, Roster([Person("", "", View.EXECUTIVES)] * 7))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_is_a_tagged_pdf_in_both_languages(wave: Wave, lead_client: Client, language: str) -> None:
    answer = lead_client.get(reverse("reports:wave-sheet", args=[wave.pk]), {"lang": language})
    assert answer["Content-Type"] == "application/pdf"
    pdf = answer.content
    assert pdf.startswith(b"%PDF")
    assert b"StructTreeRoot" in pdf
    assert b"/Lang" in pdf


def test_programs_get_the_same_sheet(wave: Wave, lead_client: Client) -> None:
    address = f"/api/v1/reports/waves/{wave.pk}/sheet.pdf"
    answer = lead_client.get(address, {"lang": "de", "place": "executives:"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF")
    assert lead_client.get("/api/v1/reports/waves/999/sheet.pdf").status_code == 404


def test_every_statement_stands_on_it_with_the_number_of_the_table(wave: Wave) -> None:
    with translation.override("de"):
        content = sheet_content(wave, None)
    instrument = queries.instrument_of(wave)
    listed = [tuple(item) for part in content["blocks"] for item in part["items"]]
    assert listed == [(str(at), item.text.de) for at, item in enumerate(instrument.items, start=1)]
    assert content["levels"] == ["Geschäftsleitung", "Führungskräfte", "Mitarbeitende"]
    told = " ".join(content["told"])
    assert "freiwillig" in told
    assert "weniger als 5 Personen" in told
    assert "30.04.2090" in told
    assert "730 Tage nach der Veröffentlichung" in told


def test_sheets_of_a_group_are_all_the_same(wave: Wave) -> None:
    ((key, name),) = groups(wave)
    assert key == "executives:"
    first, second = (sheet_content(wave, name) for _ in range(2))
    assert first == second
    assert first["group"] == name.en
