"""The right to be forgotten: after it, no file of the home holds a byte of the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake.actions import import_files
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.intake.models import QuarantineEntry
from leitstern.app.outside.queries import story
from leitstern.app.outside.reading import require_published
from leitstern.app.outside.voices import voices
from leitstern.collect.identify import entity_of
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import NotAllowed

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

ANNA, BERND = "K-CANARY-4711", "K-2"
SAID = "Kanarienvogel im Wartezimmer – drei Stunden lang"
MAPPING = """
version: 1
taxonomy: taxonomy.yaml
time_zone: Europe/Berlin
sources:
  - name: calls
    file: calls.csv
    customer: {column: customer, kind: customer_no}
    contacts: [{touchpoint: call, at: at, props: {note: note}}]
    feedback: [{touchpoint: call, kind: csat, scale: [1, 5], good_from: 4, value: score, at: at, comment: [said]}]
"""
TAXONOMY = """
version: 1
company: Probe
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}]
channels: [{slug: phone, name: Telefon, digital: false}]
stages: [{slug: help, name: Hilfe}]
touchpoints: [{slug: call, name: Anruf, stage: help, department: service, channel: phone}]
"""


@pytest.fixture
def calls(home: Home, db: None, tmp_path: Path) -> Path:
    """Two customers' calls, brought in; one of Anna's rows waits in quarantine."""
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "taxonomy.yaml").write_text(TAXONOMY)
    (folder / "mapping.yaml").write_text(MAPPING)
    rows = ["customer,at,score,said,note", f"{ANNA},2026-03-02 10:00,1,{SAID},canary-note"]
    rows += [f"{BERND},2026-03-0{day} 11:00,5,Alles gut,plain" for day in range(1, 8)]
    rows += [f"{ANNA},not a date,2,{SAID},canary-note"]
    (folder / "calls.csv").write_text("\n".join(rows) + "\n")
    import_files(COMMAND_LINE, folder / "mapping.yaml", folder)
    return folder


def bytes_of(home: Home) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(home.path.rglob("*")) if file.is_file())


def test_nothing_is_left_of_an_erased_customer(home: Home, calls: Path) -> None:
    state = require_published()
    here = state.taxonomy.lookup(Touchpoint).slug("call")
    assert here
    assert voices(state, here.code, good=False)[0].comment == SAID  # and now it is cached as a finding
    entity = entity_of(home, "customer_no", ANNA)
    assert story(state, [entity])
    assert QuarantineEntry.objects.count() == 1

    erase_customer(COMMAND_LINE, "customer_no", ANNA)

    after = require_published()
    assert not story(after, [entity])
    assert story(after, [entity_of(home, "customer_no", BERND)])
    assert not voices(after, here.code, good=False)
    assert not QuarantineEntry.objects.exists()
    left = bytes_of(home)
    assert b"canary-note" not in left
    assert b"Kanarienvogel" not in left
    assert ANNA.encode() not in left


def test_what_was_erased_does_not_come_back_with_the_same_file(home: Home, calls: Path) -> None:
    erase_customer(COMMAND_LINE, "customer_no", ANNA)
    again = import_files(COMMAND_LINE, calls / "mapping.yaml", calls)
    assert again.sources["calls"]["contacts"] == 0
    assert not story(require_published(), [entity_of(home, "customer_no", ANNA)])


def test_only_those_whose_role_says_so_may_erase(home: Home, calls: Path, executive: Person) -> None:
    with pytest.raises(NotAllowed):
        erase_customer(executive, "customer_no", ANNA)
    assert story(require_published(), [entity_of(home, "customer_no", ANNA)])


def test_the_page_erases_only_who_is_named_again(home: Home, calls: Path, lead_client: Client) -> None:
    token = f"{entity_of(home, 'customer_no', ANNA):x}"
    address = reverse("outside:erase", args=[token])
    wrong = {"kind": "customer_no", "identifier": BERND, "purpose": "rights"}
    lead_client.post(address, wrong)
    assert story(require_published(), [entity_of(home, "customer_no", ANNA)])
    lead_client.post(address, wrong | {"identifier": ANNA})
    assert not story(require_published(), [entity_of(home, "customer_no", ANNA)])
    assert story(require_published(), [entity_of(home, "customer_no", BERND)])
