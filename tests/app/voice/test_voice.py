"""What systems say to customers: brought in, drawn, judged by two who do not see each other, and told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests.core.known import known
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.voice import keeping, queries
from leitstern.app.voice.documents import rules_document
from leitstern.app.voice.models import Rating, Utterance
from leitstern.app.voice.reading import rules_in
from leitstern.collect.problems import InvalidFile
from leitstern.collect.table_lines import Table
from leitstern.collect.voice_file import COLUMNS, texts_of
from leitstern.core.bridge.voice.beginning import begin_with
from leitstern.core.bridge.voice.rules import Answer
from leitstern.core.bridge.voice.valid import problems
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_django import DjangoAssertNumQueries

    from leitstern.collect.voice_file import VoiceRow
    from leitstern.store.home import Home

TODAY = date(2026, 3, 31)
POINTS = {"chat": Text("Chat", "Chat"), "call": Text("Call", "Anruf")}
ENGLISH = tuple(each.title.en for each in COLUMNS)


def rows(*texts: str, system: str = "Robo", day: str = "2026-03-02") -> tuple[VoiceRow, ...]:
    table = Table(ENGLISH, tuple((str(at), (system, "chat", day, "de", t)) for at, t in enumerate(texts, 1)))
    return texts_of("texts.csv", table, {"robo_one": "Robo"}, POINTS, TODAY)


def mistakes(*line: str, titles: Sequence[str] = ENGLISH) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        texts_of("texts.csv", Table(tuple(titles), (("2", line),)), {}, POINTS, TODAY)
    return [each.text.en for each in caught.value.problems]


@pytest.fixture
def ruled(home: Home, lead: Person) -> Person:
    """Lena has entered the rules to begin with."""
    keeping.enter_rules(lead, begin_with("en"), "To begin with.")
    return lead


def yes(rater: Person, number: int | None = None) -> None:
    """Say yes to everything that is asked about the next text."""
    text = queries.text_by_id(number) if number else queries.waiting(rater.actor_id).next
    assert text
    keeping.rate(
        rater, text, {each.key: Answer.YES for each in queries.statements_left(rater.actor_id, text)}
    )


def browser_of(role: Role) -> Client:
    """A browser in which the company's own person with this role is signed in."""
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(person_with(role))
    return browser


def person_with(role: Role) -> Person:
    return Person.objects.filter(role=role, is_active=True).first() or make(role)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_rules_to_begin_with_can_be_kept(language: str) -> None:
    assert problems(begin_with(language)) == ()


def test_personal_data_never_comes_in() -> None:
    [row] = rows("Guten Tag, Frau Müller. Wir schreiben an erika@example.org.")
    assert row.text == "Guten Tag, Frau [name]. Wir schreiben an [e-mail]."
    assert (row.system, row.name, row.application) == ("robo_one", "Robo", "robo_one")
    assert rows("Hallo.", system="Frau Holle 2")[0].system == "frau_holle_2"


def test_every_mistake_is_named() -> None:
    assert mistakes("", "shop", "2026-04-01", "fr", "") == [
        "“shop” is not known here.",
        "“fr” is not known here.",
        "The cell is empty.",
        "This day has not come yet.",
        "The cell is empty.",
    ]
    assert mistakes("x", "chat", "2026-03-01", "de", "y" * 4_001) == [
        "That is 4001 characters; 4000 are the most."
    ]
    assert mistakes(*"12345", "Anna", titles=(*ENGLISH, "Mitarbeiter"))[0].startswith(
        "This column looks like"
    )


def test_of_what_chance_does_not_draw_no_word_is_kept(ruled: Person) -> None:
    sample = keeping.bring(ruled, "a.csv", rows(*(f"Text {at}." for at in range(70)), "Text 1."))
    assert sample.received == 71
    assert Utterance.objects.count() == 71
    assert Utterance.objects.exclude(text="").count() == 50
    assert len(queries.drawn_texts(20)) == 20
    [found] = queries.heard().systems
    assert (found.whole.said, found.whole.drawn, found.whole.judged) == (71, 20, 0)
    with pytest.raises(Conflict):
        keeping.bring(ruled, "again.csv", rows(*(f"Text {at}." for at in range(70))))


def test_a_file_is_taken_back_and_counts_again(ruled: Person) -> None:
    sample = keeping.bring(ruled, "a.csv", rows("Eins.", "Zwei."))
    keeping.withdraw(ruled, sample)
    assert queries.heard().systems == ()
    with pytest.raises(Conflict):
        keeping.withdraw(ruled, sample)
    again = keeping.bring(ruled, "b.csv", rows("Zwei.", "Drei."))
    with pytest.raises(Conflict):
        keeping.reinstate(ruled, sample)
    keeping.withdraw(ruled, again)
    assert len(queries.drawn_texts(20)) == 0
    keeping.reinstate(ruled, sample)
    assert {each.text for each in queries.drawn_texts(20)} == {"Eins.", "Zwei."}


def test_nobody_judges_twice_nor_half(ruled: Person) -> None:
    keeping.bring(ruled, "a.csv", rows("Eins."))
    [text] = queries.drawn_texts(20)
    with pytest.raises(InvalidInput):
        keeping.rate(ruled, text, {})
    yes(ruled)
    with pytest.raises(Conflict):
        keeping.rate(ruled, text, {})
    assert Rating.objects.count() == 4
    with pytest.raises(NotAllowed):
        keeping.rate(make(Role.EXECUTIVE), text, {})


def test_a_new_statement_asks_for_itself_only(ruled: Person) -> None:
    keeping.bring(ruled, "a.csv", rows("Eins."))
    yes(ruled)
    rules = queries.rules_of(queries.newest())
    with pytest.raises(Conflict):
        keeping.enter_rules(ruled, rules, "The same.")
    other = replace(rules.statements[0], text="Nobody is offended.")
    keeping.enter_rules(ruled, replace(rules, statements=(*rules.statements, other)), "One more.")
    text = queries.waiting(ruled.actor_id).next
    assert text
    assert queries.statements_left(ruled.actor_id, text) == [other]
    assert not queries.heard().texts[0].raters


def test_rules_that_cannot_be_kept_are_refused(home: Home, lead: Person) -> None:
    rules = begin_with("en")
    with pytest.raises(InvalidInput, match="does not break it"):
        keeping.enter_rules(
            lead, replace(rules, rules=(replace(rules.rules[0], example="Guten Tag."),)), "Why."
        )
    with pytest.raises(InvalidInput, match="Say why"):
        keeping.enter_rules(lead, rules, " ")
    with pytest.raises(NotAllowed):
        keeping.enter_rules(make(Role.ANALYST), rules, "Why.")


def test_verdicts_are_seen_only_by_whoever_has_judged(ruled: Person) -> None:
    keeping.bring(ruled, "a.csv", rows("Eins."))
    other, third, reader = make(Role.ANALYST), make(Role.ADMIN), make(Role.EXECUTIVE)
    yes(ruled)
    yes(other)
    seen = {}
    for person in (ruled, third, reader):
        browser = browser_of(Role(person.role))
        [told] = browser.get("/api/v1/voice/texts").json()
        assert told["judged"]
        seen[person.role] = told["conforms"]
        page = browser.get("/voice/texts").content.decode()
        assert ("fits both" in page) == (told["conforms"] is not None)
        assert other.actor_id not in json.dumps(told)
        assert other.name not in page
    assert seen == {Role.LEAD: True, Role.ADMIN: None, Role.EXECUTIVE: True}


def test_the_planted_fault(company_inside: Home) -> None:
    [found] = queries.heard().systems
    conforms = known(found.whole.conforms)
    assert (found.whole.said, found.whole.drawn, found.whole.judged) == (42, 36, 36)
    assert conforms.high < 0.75
    assert known(found.agreement).low > 0.667
    assert found.rules[0].rule.endswith(("no times nobody keeps", "keine Zeiten, die niemand hält"))
    assert found.rules[0].times >= 6
    assert found.sides.only_brand + found.sides.neither > 10
    assert all(known(shares.conforms).n == 12 for _, shares in found.months)


def test_the_twin_promises_what_it_keeps(twin_inside: Home) -> None:
    [found] = queries.heard().systems
    assert known(found.whole.conforms).low > 0.8
    assert not any(each.times for each in found.rules)


def test_pages_ask_little_and_export(
    company_inside: Home, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(Role.LEAD)
    [found] = queries.heard().systems
    places = (
        "",
        f"/systems/{found.system}",
        "/texts",
        f"/texts?system={found.system}",
        "/judge",
        "/rules",
        "/files",
    )
    for place in places:
        with django_assert_max_num_queries(25):
            assert browser.get(f"/voice{place}").status_code == 200
    assert browser.get("/voice/systems/nothing").status_code == 404
    assert "conforms" in browser.get("/voice?format=csv").content.decode()
    assert browser.get("/voice/rules?format=csv").content.decode().count("\n") == 12
    assert browser.get("/voice/texts?format=csv").content.decode().count("\n") == 37


def test_judging_page_by_page(company_inside: Home) -> None:
    me, browser = person_with(Role.ADMIN), browser_of(Role.ADMIN)
    waiting = queries.waiting(me.actor_id)
    assert (waiting.left, waiting.of) == (36, 36)
    assert waiting.next
    number = waiting.next.number
    assert browser.post(f"/voice/texts/{number}/judge", {}).status_code == 422
    answers = {each.key: "2" for each in queries.statements_left(me.actor_id, waiting.next)}
    assert browser.post(f"/voice/texts/{number}/judge", answers).status_code == 302
    assert queries.waiting(me.actor_id).left == 35
    assert "data-keys" in browser.get("/voice/judge").content.decode()


def test_a_version_by_page(company_inside: Home) -> None:
    browser = browser_of(Role.LEAD)
    form = {
        "why": "Fewer.",
        "per_month": 10,
        "rules-TOTAL_FORMS": 1,
        "rules-INITIAL_FORMS": 0,
        "rules-0-name": "No hurry",
        "rules-0-kind": "forbidden",
        "rules-0-language": "en",
        "rules-0-words": "hurry, now or never",
        "rules-0-address": "sie",
        "rules-0-reason": "Nobody likes it.",
        "rules-0-example": "Please hurry up!",
        "statements-TOTAL_FORMS": 2,
        "statements-INITIAL_FORMS": 0,
        "statements-0-text": "It sounds like us.",
        "statements-0-side": "brand",
        "statements-1-text": "It helps.",
        "statements-1-side": "customer",
    }
    assert browser.post("/voice/rules", form | {"rules-0-example": "Take your time."}).status_code == 422
    assert browser.post("/voice/rules", form).status_code == 302
    rules = queries.rules_of(queries.newest())
    assert rules.rules[0].words == ("hurry", "now or never")
    assert rules.per_month == 10


def test_programs_bring_in_and_judge(small_company: Home) -> None:
    browser, json_type = browser_of(Role.LEAD), "application/json"
    one = {
        "system": "Robo",
        "touchpoint": "chat",
        "day": "2026-01-05",
        "language": "en",
        "text": "On Friday.",
    }
    keeping.enter_rules(COMMAND_LINE, begin_with("en"), "To begin with.")
    made = browser.post("/api/v1/voice/texts", {"texts": [one]}, content_type=json_type)
    assert made.status_code == 201
    asked = browser.get("/api/v1/voice/next").json()
    assert asked["said"] == "On Friday."
    answers = {"answers": {each["key"]: "partly" for each in asked["statements"]}}
    address = f"/api/v1/voice/texts/{asked['text']}/answers"
    told = browser.post(address, answers, content_type=json_type)
    assert (told.status_code, told.json()["left"]) == (201, 0)
    [system] = browser.get("/api/v1/voice").json()
    assert system["whole"]["conforms"]["missing"] == "too-few-raters"
    assert browser.delete(f"/api/v1/voice/samples/{made.json()['sample']}").json()["withdrawn"]


def test_rules_as_a_file(home: Home, lead: Person) -> None:
    keeping.enter_rules(lead, begin_with("de"), "To begin with.")
    printed = rules_document(queries.newest()).model_dump_json()
    assert rules_in(printed) == begin_with("de")
    with pytest.raises(InvalidInput, match="Nothing was kept"):
        rules_in("{}")
