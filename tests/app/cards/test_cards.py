"""Knowledge cards: drafted by one, ruled on by another, standing beside what their sources say today."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.cards import drafting
from leitstern.app.cards.models import Card, Ruling, Source
from leitstern.app.cards.queries import cards, line, trained
from leitstern.app.cards.sources import read
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.incentives.keeping import define
from leitstern.app.incentives.register import figure_by_slug
from leitstern.app.leadership import deciding
from leitstern.app.leadership.freezing import Shown
from leitstern.app.structure.models import Staffing, Unit
from leitstern.cli.main import app
from leitstern.core.bridge.cards.standing import Standing
from leitstern.core.bridge.cards.terms import CardDraft, Kind, State
from leitstern.core.bridge.leadership.drafts import QuestionDraft
from leitstern.core.bridge.leadership.terms import Circle, Proof
from leitstern.core.errors import Conflict, InvalidInput, LeitsternError, NotAllowed
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from leitstern.store.home import Home

LIVED = "branch_advice:satisfied"


def who(role: Role) -> Person:
    return Person.objects.filter(role=role).earliest("pk")


def browser(role: Role) -> Client:
    client = Client()
    client.force_login(who(role))
    return client


def soon() -> CardDraft:
    return CardDraft("In the branch they feel at home.", timezone.localdate() + timedelta(days=90))


def planted(confirmed: bool = True) -> dict[str, Card]:
    """Those of the example, by what their first source is about."""
    return {each.row.sources.earliest("pk").reference: each.row for each in cards()}


def test_what_was_planted_is_found(company_inside: Home) -> None:
    by = {each.row.sources.earliest("pk").reference: each for each in cards()}
    holds, moved, waits = (by[each] for each in (LIVED, "call_help:satisfied", "loan_decision:in_time"))
    assert (holds.state, holds.standing, holds.unused) == (State.CONFIRMED, Standing.HOLDS, True)
    assert (moved.state, moved.standing) == (State.CONFIRMED, Standing.MOVED)
    assert [each.standing for each in moved.sources] == [Standing.MOVED, Standing.HOLDS, Standing.UNTOLD]
    assert (waits.state, waits.unused) == (State.WAITING, False)
    page = " ".join(browser(Role.EXECUTIVE).get("/cards").content.decode().split())
    assert "one has moved" in page
    assert "Nobody has used them for 180 days" in page
    drafting_state, deciding_state = trained()
    assert drafting_state.total
    assert deciding_state.total
    assert (drafting_state.total.there.low, drafting_state.total.needed) == (7, 12)
    Unit.objects.filter(slug="service").update(size=4)
    assert trained()[0].total is None  # of few people nothing is told


def test_where_nothing_was_planted_nothing_has_moved(twin_inside: Home) -> None:
    assert {each.standing for each in cards()} == {Standing.HOLDS}


def test_one_drafts_and_another_rules(company_inside: Home) -> None:
    analyst, lead, executive = who(Role.ANALYST), who(Role.LEAD), who(Role.EXECUTIVE)
    with pytest.raises(NotAllowed):
        drafting.draft_card(executive, soon())
    with pytest.raises(WrongDraft):
        drafting.draft_card(analyst, CardDraft(" ", timezone.localdate()))
    card = drafting.draft_card(lead, soon())
    drafting.link(lead, card, Kind.CLAIM, "it-overruns")
    with pytest.raises(Conflict, match="at least two"):
        drafting.confirm(executive, card)
    drafting.link(lead, card, Kind.FIGURE, "first_contact_resolution")
    with pytest.raises(Conflict, match="comes from customers"):
        drafting.confirm(executive, card)
    with pytest.raises(Conflict, match="linked already"):
        drafting.link(lead, card, Kind.CLAIM, "it-overruns")
    drafting.link(analyst, card, Kind.LIVED, LIVED)
    with pytest.raises(Conflict, match="Somebody else"):
        drafting.confirm(lead, card)
    with pytest.raises(InvalidInput):
        drafting.send_back(executive, card, " ")
    drafting.send_back(executive, card, "The claim is about something else.")
    assert line(Card.objects.get(pk=card.pk)).state is State.SENT_BACK
    drafting.unlink(analyst, card.sources.get(kind=Kind.CLAIM))
    drafting.reword_card(analyst, card, CardDraft("In the branch, advice is good.", soon().until))
    assert line(Card.objects.get(pk=card.pk)).state is State.WAITING
    drafting.confirm(executive, card)
    for change in (
        lambda: drafting.link(analyst, card, Kind.DECISION, "1"),
        lambda: drafting.reword_card(analyst, card, soon()),
        lambda: drafting.send_back(executive, card, "No."),
    ):
        with pytest.raises(Conflict, match="is confirmed"):
            change()
    drafting.withdraw(analyst, card)
    assert card.pk not in {each.row.pk for each in cards()}
    drafting.reinstate(analyst, card)
    assert line(Card.objects.get(pk=card.pk)).state is State.CONFIRMED
    Card.objects.filter(pk=card.pk).update(until=timezone.localdate() - timedelta(days=1))
    assert line(Card.objects.get(pk=card.pk)).state is State.EXPIRED
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"draft card", "reword card", "link source", "unlink source", "confirm card"} <= verbs
    page = browser(Role.ANALYST).get(f"/cards/{card.pk}").content.decode()
    assert "The claim is about something else." in page
    assert "In the branch they feel at home." in page  # what it said before
    assert "No longer linked" in page


def test_every_kind_of_source_is_read_or_says_why_not(company_inside: Home) -> None:
    for kind, reference in (
        (Kind.LIVED, LIVED),
        (Kind.VIEW, "/journeys?touchpoint=call_help"),
        (Kind.FIGURE, "first_contact_resolution"),
    ):
        assert isinstance(read(kind, reference).number, Estimate), kind
    explained = read(Kind.REASON, "call_help:satisfied:repeats").number
    assert isinstance(explained, Estimate | Missing)
    for kind, reference in (
        (Kind.LIVED, "moon:satisfied"),
        (Kind.VIEW, "/journeys"),
        (Kind.VIEW, "https://example.org/journeys?touchpoint=call_help"),
        (Kind.VIEW, "/people"),
        (Kind.WORDS, "moon:late"),
        (Kind.WORDS, "call_help:…"),
        (Kind.REASON, "moon:satisfied:repeats"),
        (Kind.FIGURE, "moon"),
        (Kind.FIGURE, "return_rate"),  # without values yet
        (Kind.CLAIM, "moon"),
        (Kind.DECISION, "moon"),
        (Kind.OUTSIDE, "Somebody"),
    ):
        with pytest.raises(LeitsternError):
            read(kind, reference)
    rare = read(Kind.WORDS, "call_help:quixotically")
    assert isinstance(rare.number, Missing)


def test_what_can_no_longer_be_told_says_why(company_inside: Home) -> None:
    analyst = who(Role.ANALYST)
    moved = planted()["call_help:satisfied"]
    define(analyst, figure_by_slug("first_contact_resolution"), "Only calls count.", timezone.localdate())
    Source.objects.filter(card=moved, kind=Kind.FIGURE).update(
        as_of=timezone.localdate() - timedelta(days=900)
    )
    Source.objects.filter(card=moved, kind=Kind.LIVED).update(reference="moon:satisfied")
    define(
        analyst,
        figure_by_slug("first_contact_resolution"),
        "Only chats.",
        timezone.localdate() - timedelta(days=400),
    )
    found = line(Card.objects.get(pk=moved.pk))
    assert {each.standing for each in found.sources} == {Standing.UNTOLD}
    assert "counted in another way" in found.sources[1].today.en
    assert found.standing is Standing.UNTOLD


def test_a_card_is_evidence_of_customers_in_the_decision_log(company_inside: Home) -> None:
    executive, today = who(Role.EXECUTIVE), timezone.localdate()
    by = planted()
    question = QuestionDraft("Do we advise more in branches?", Circle.BOARD, today)
    decision = deciding.ask(executive, question)
    waiting = Shown(Proof.CARD, reference=str(by["loan_decision:in_time"].pk))
    with pytest.raises(Conflict, match="confirmed and valid"):
        deciding.put_on_the_table(executive, decision, waiting)
    client = browser(Role.EXECUTIVE)
    card = by[LIVED]
    table = f"/leadership/decisions/{decision.pk}/table"
    assert client.post(table, {"which": f"card:{card.pk}"}).status_code == 302
    proof = decision.proofs.get()
    assert "still hold: 2" in proof.said_en
    found = line(Card.objects.get(pk=card.pk))
    assert ([each.pk for each in found.decisions], found.unused) == ([decision.pk], False)
    page = client.get(f"/leadership/decisions/{decision.pk}").content.decode()
    assert f"/cards/{card.pk}" in page


def test_pages_programs_and_the_terminal(company_inside: Home) -> None:
    analyst, executive = browser(Role.ANALYST), browser(Role.EXECUTIVE)
    until = f"{soon().until}"
    made = analyst.post("/cards/new", {"sentence": "They want a person.", "until": until})
    page = made["Location"]
    assert analyst.post("/cards/new", {"sentence": "x", "until": "2020-01-01"}).status_code == 422
    for name, fields in (
        ("known", {"which": f"lived:{LIVED}"}),
        ("view", {"address": "http://localhost:8000/journeys?touchpoint=call_help"}),
        ("outside", {"name": "A study, 2025", "said": "People prefer people."}),
    ):
        assert analyst.post(f"{page}/link/{name}", fields).status_code == 302, name
    assert (
        analyst.post(f"{page}/link/words", {"touchpoint": "call_help", "words": "quixotically"}).status_code
        == 422
    )
    assert analyst.post(f"{page}/link/moon", {}).status_code == 404
    assert analyst.post(f"{page}/confirm").status_code == 403
    assert executive.post(f"{page}/send-back", {"reason": ""}).status_code == 422
    assert executive.post(f"{page}/confirm").status_code == 302
    with CaptureQueriesContext(connection) as asked:
        assert executive.get("/cards").status_code == 200
    assert len(asked) <= 25
    csv = executive.get("/cards?format=csv").content.decode()
    assert "They want a person." in csv
    number = int(page.rsplit("/", 1)[1])
    api = executive.get(f"/api/v1/cards/{number}").json()
    assert (api["state"], len(api["sources"])) == ("confirmed", 3)
    back = analyst.post(
        "/api/v1/cards",
        json.dumps({"sentence": "One more.", "until": until}),
        content_type="application/json",
    )
    assert back.status_code == 201

    def run(*words: str) -> dict[str, object] | str:
        done = CliRunner().invoke(app, ["--home", str(company_inside.path), "cards", *words])
        assert done.exit_code == 0, done.output
        told: dict[str, object] = json.loads(done.stdout) if done.stdout.startswith("{") else {}
        return told or done.stdout

    drafted = run("draft", "From here.", "--until", until)
    assert isinstance(drafted, dict)
    mine = str(drafted["id"])
    run("link", mine, "lived", LIVED)
    linked = run("link", mine, "outside", "A study", "--says", "It is so.")
    assert isinstance(linked, dict)
    assert linked["state"] == "waiting"
    with pytest.raises(Conflict):
        drafting.confirm(COMMAND_LINE, Card.objects.get(pk=mine))
    assert Ruling.objects.filter(card_id=mine).count() == 0
    assert "They want a person." in str(run("list"))
    withdrawn = run("withdraw", mine)
    assert isinstance(withdrawn, dict)
    assert withdrawn["state"] == "withdrawn"
    assert Staffing.objects.filter(skill="card_drafting").exists()
