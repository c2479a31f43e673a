"""Values without a term wait until somebody says what they mean; what is stored counts once its import is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.taxonomy.conftest import bring

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.queries import require_taxonomy, require_version
from leitstern.app.intake.again import NOT_HELD, OTHERS_NOW, queue_again, read_again, why_not
from leitstern.app.intake.models import ImportState
from leitstern.app.outside.queries import customers_at
from leitstern.app.outside.reading import require_published
from leitstern.app.taxonomy import deciding
from leitstern.app.taxonomy.again import stale
from leitstern.app.taxonomy.deciding import Chosen, WrongDecision
from leitstern.app.taxonomy.models import Decision, Outcome
from leitstern.app.taxonomy.waiting import waiting
from leitstern.core.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from django.test import Client
    from tests.app.intake.calls import Calls

WAITING = reverse("taxonomy:waiting")


def chosen(value: str, outcome: Outcome, term: str = "", stage: str = "") -> Chosen:
    return Chosen("touchpoint", value, outcome, term, stage, "service" if stage else "")


def values() -> list[tuple[str, int]]:
    return [(each.value, each.entries) for each in waiting(require_taxonomy())]


def test_from_waiting_to_counting(calls: Calls, lead_client: Client) -> None:
    run = bring(calls, *["Anruff"] * 3, "anruff ", "Chat", "Fax", "call")
    assert values() == [("Anruff", 8), ("Chat", 2), ("Fax", 2)]  # a contact and an answer each
    [first, *_] = waiting(require_taxonomy())
    assert ([each.slug for each in first.alike], first.places) == (["call"], (("calls", "what"),))

    page = " ".join(lead_client.get(WAITING).content.decode().split())
    assert "3 values wait for a decision; 12 entries came in with them" in page
    assert "1 Anruf" in page  # the proposal has the number of its key
    sent = {
        "kind": ["touchpoint"] * 3,
        "value": ["Anruff", "Chat", "Fax"],
        "means-0": "=call",
        "means-1": "new",
    }
    refused = lead_client.post(WAITING, sent | {"means-2": "out"})
    assert refused.status_code == 422
    assert "A new touchpoint needs a stage and a department: “Chat”." in refused.content.decode()
    where = {"stage": "help", "department": "service", "means-2": "out"}
    assert "What is left out needs its reason." in lead_client.post(WAITING, sent | where).content.decode()
    assert values()[0] == ("Anruff", 8)
    assert lead_client.post(WAITING, sent | where | {"why": "Not ours."}).status_code == 302

    assert values() == []
    taxonomy = require_taxonomy()
    assert taxonomy.resolve("touchpoint", "ANRUFF") == 1
    assert taxonomy.name("touchpoint", taxonomy.resolve("touchpoint", "chat")).de == "Chat"
    assert {each.outcome for each in Decision.objects.all()} == {"synonym", "new", "left_out"}
    assert require_version().reason == "Not ours."

    [old] = stale(taxonomy)
    assert (old.run, old.entries, old.hindrance) == (run, 10, None)
    assert customers_at(require_published())[1][0] == 1
    again = read_again(COMMAND_LINE, run)
    run.refresh_from_db()
    assert (run.state, again.state) == (ImportState.PURGED, ImportState.DONE)
    assert customers_at(require_published())[1][0] == 5
    assert stale(require_taxonomy()) == []


def test_a_decision_is_taken_back(calls: Calls, lead_client: Client) -> None:
    bring(calls, "Klingeln", "Chat", "Fax")
    made = deciding.decide(
        COMMAND_LINE,
        [
            chosen("Klingeln", Outcome.SYNONYM, "call"),
            chosen("Chat", Outcome.NEW, stage="help"),
            chosen("Fax", Outcome.LEFT_OUT),
        ],
        "Tidying up.",
    )
    with pytest.raises(Conflict, match="“Fax” no longer waits"):
        deciding.decide(COMMAND_LINE, [chosen("Fax", Outcome.LEFT_OUT)], "Again.")
    for each in made:
        assert lead_client.post(reverse("taxonomy:take-back", args=[each.pk])).status_code == 302
    assert len(values()) == 3
    taxonomy = require_taxonomy()
    assert taxonomy.resolve("touchpoint", "Klingeln") == 0
    assert [each.slug for each in taxonomy.retired] == ["chat"]
    made[0].refresh_from_db()
    with pytest.raises(Conflict, match="taken back already"):
        deciding.take_back(COMMAND_LINE, made[0])


def test_all_or_none_and_every_mistake(calls: Calls) -> None:
    bring(calls, "Klingeln", "Chat")
    before = require_version()
    wrong = [chosen("Klingeln", Outcome.SYNONYM, "nowhere"), chosen("Chat", Outcome.NEW, stage="nowhere")]
    with pytest.raises(WrongDecision, match=r"which term “Klingeln” stands.*department: “Chat”"):
        deciding.decide(COMMAND_LINE, wrong, "")
    with pytest.raises(InvalidInput, match="Nothing was decided"):
        deciding.decide(COMMAND_LINE, [], "")
    assert (require_version(), Decision.objects.count()) == (before, 0)


def test_an_import_whose_files_are_gone_cannot_be_read_again(calls: Calls, lead_client: Client) -> None:
    run = bring(calls, "visit")
    [old] = stale(require_taxonomy())
    assert (old.entries, why_not(run)) == (2, None)
    calls.write("K-1,2026-03-03 10:00,call,1,Anders")
    assert why_not(run) == OTHERS_NOW
    calls.file.unlink()
    assert why_not(run) == NOT_HELD
    with pytest.raises(Conflict, match="cannot be read again"):
        queue_again(COMMAND_LINE, run)
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    page = lead_client.post(reverse("taxonomy:read-again", args=[run.pk]), follow=True).content.decode()
    assert "cannot be read again" in page


def test_what_went_into_another_term_waits_to_be_read_again(calls: Calls, lead_client: Client) -> None:
    run = bring(calls, "call", "call", "Chat")
    merge = reverse("taxonomy:merge", args=["touchpoint", "call"])
    lead_client.post(merge, {"into": "visit", "keep": "1", "why": "The same."})
    [old] = stale(require_taxonomy())
    assert (old.run, old.entries) == (run, 2)
    csv = lead_client.get(f"{WAITING}?format=csv").content.decode()
    assert "touchpoint,Chat,2," in csv
