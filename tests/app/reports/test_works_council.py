"""The pack for the works council cannot drift from the program: every field, role and threshold in it is the real one."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.bridge.models import Measure, NotedGap
from leitstern.app.common import audit
from leitstern.app.common.actors import COMMAND_LINE, Capability
from leitstern.app.common.audit_words import VERBS
from leitstern.app.common.models import AuditEntry, Finding, Job
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.evidence.actions import claim
from leitstern.app.inside.instruments import current_version
from leitstern.app.inside.queries import current_instrument
from leitstern.app.intake.models import Dropped, Import, Inbox, QuarantineEntry, Snapshot
from leitstern.app.leadership.models import Decision
from leitstern.app.portfolio.models import Holder
from leitstern.app.programme.models import Expectation, Hurdle, HurdleEdition, Programme, StepMove, Task
from leitstern.app.reports.works_council import records, wording
from leitstern.app.reports.works_council.content import sections
from leitstern.app.reports.works_council.described import EVERYWHERE, About, fields_of
from leitstern.app.reports.works_council.evaluations import evaluations
from leitstern.app.reports.works_council.pack import works_council_content, works_council_pack
from leitstern.app.reports.works_council.records import AREAS, stored
from leitstern.app.reports.works_council.records import words as about
from leitstern.app.reports.works_council.waves import UNTIL_CLOSED, UNTIL_FORGOTTEN, UNTIL_HANDED_IN
from leitstern.app.watch.models import Alarm
from leitstern.app.waves.actions import close
from leitstern.app.waves.keeping import forget
from leitstern.app.waves.models import (
    Answer,
    Comment,
    Draft,
    Invited,
    Letter,
    Token,
    Wave,
    WaveState,
)
from leitstern.app.workshop.models import KeptVotes
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
# Records of the program that say nothing about employees, or about who works with it: lines of imports about customers,
# which versions belong together, and results kept until their inputs change.
ABOUT_NOBODY = {QuarantineEntry, Snapshot, Finding, NotedGap, Inbox, Dropped}
# Names of fields that hold who did, answers for, decided or judged something, by number, name or office.
WHO = re.compile(r"actor|owner|person|assessor|who|holder|office|closer|reviewer|author|.*_by")
# Records whose name or role somebody else's field points to.
SOMEBODY = {Person, Holder}
DESCRIBED = {model: described for _area, of in AREAS for model, described in of.items()}


@pytest.fixture(autouse=True)
def a_home(home: object, db: None) -> None:
    """An empty installation is enough: the pack is about what could be stored."""


def said(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text)


def everything(language: str) -> str:
    return str(works_council_content(language, PRINTED))


def every_record() -> set[type[models.Model]]:
    """Of every area of the project, also of one that comes tomorrow."""
    ours = [each for each in apps.get_app_configs() if each.name.startswith("leitstern.")]
    return {model for each in ours for model in each.get_models()}


def naming(model: type[models.Model]) -> list[str]:
    """Names of its fields that hold somebody; `replayed_by` is an import, `expects_by` a day."""
    return [
        field.name
        for field in fields_of(model)
        if field.related_model in SOMEBODY
        or (
            WHO.fullmatch(field.name)
            and not isinstance(field, models.DateField)
            and field.related_model is not Import
        )
    ]


def test_every_record_of_every_area_is_described() -> None:
    assert {model.__name__ for model in every_record() - ABOUT_NOBODY - set(DESCRIBED)} == set()
    assert set(DESCRIBED) <= every_record()


def test_what_is_left_out_names_nobody() -> None:
    assert {model.__name__ for model in ABOUT_NOBODY if naming(model)} == set()
    found = {model for model in every_record() if naming(model)}
    assert {Measure, TaxonomyVersion, Import, Job, AuditEntry} <= found
    assert {Programme, Expectation, StepMove, Hurdle, HurdleEdition, Task, Alarm, Decision} <= found


def test_whoever_is_named_finds_that_said() -> None:
    """A field with a number, a name or an office is said to be about somebody."""
    hidden = {
        f"{model.__name__}.{name}"
        for model, described in DESCRIBED.items()
        for name in naming(model)
        if about(described, name).about is About.NOBODY
    }
    assert hidden == set()


def test_nobody_keeps_when_somebody_signed_in(admin: Person) -> None:
    assert "last_login" not in {field.name for field in fields_of(Person)}
    browser = Client()
    browser.force_login(admin)
    assert browser.get(reverse("accounts:me")).status_code == 200


@pytest.mark.parametrize("model", DESCRIBED, ids=lambda model: model._meta.label)
def test_every_field_is_described_and_no_other(model: type[models.Model]) -> None:
    there = {field.name for field in fields_of(model)}
    described = DESCRIBED[model].fields
    assert there - set(described) - set(EVERYWHERE) == set()
    assert set(described) - there == set()


def test_a_field_that_nobody_described_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = models.CharField(name="shoe_size")
    monkeypatch.setattr(records, "fields_of", lambda model: [*fields_of(model), secret])
    with pytest.raises(KeyError, match="shoe_size"):
        stored(Answer, DESCRIBED[Answer])


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_field_stands_in_the_pdf(language: str) -> None:
    text = said(works_council_pack(language, PRINTED)).replace("- ", "").replace(" ", "")
    for model, described in DESCRIBED.items():
        assert described.name.to(language).replace(" ", "") in text
        for field in fields_of(model):
            assert field.name in text, field


def test_answers_lead_to_nobody() -> None:
    """What is stored with an answer or a comment has no reference to a person, an invitation or a moment."""
    for model in (Answer, Comment, KeptVotes):
        for field in fields_of(model):
            assert not isinstance(field, models.DateField | models.TimeField), field
            assert field.related_model not in {Invited, *apps.get_app_config("accounts").get_models()}, field
            assert field.name not in {"actor", "created"}
        for _name, words in stored(model, DESCRIBED[model]):
            assert words.about in {About.NOBODY, About.ANSWER}


def test_what_goes_when_a_wave_is_closed_is_gone() -> None:
    taxonomy = TaxonomyVersion.objects.create(content="", actor="x")
    wave = Wave.objects.create(
        name="June",
        instrument=current_version(),
        taxonomy=taxonomy,
        state=WaveState.RUNNING,
        closes=PRINTED.date(),
        actor="x",
    )
    person = Invited.objects.create(wave=wave, level="staff", address="a@example.org")
    Letter.objects.create(invited=person, kind="invitation")
    Token.objects.create(wave=wave, level="staff", digest="d")
    Draft.objects.create(wave=wave, key="k")
    Answer.objects.create(wave=wave, level="staff", answers={})
    close(COMMAND_LINE, wave)
    going = {UNTIL_CLOSED, UNTIL_HANDED_IN}
    for model in (Invited, Letter, Token, Draft, Answer, Wave):
        assert model._default_manager.exists() == (DESCRIBED[model].kept not in going), model
    forget(COMMAND_LINE, wave)
    assert DESCRIBED[Answer].kept == DESCRIBED[Comment].kept == UNTIL_FORGOTTEN
    assert not Answer.objects.exists()
    assert Wave.objects.exists()


@pytest.mark.parametrize("language", ["de", "en"])
def test_roles_and_thresholds_are_those_of_the_program(language: str) -> None:
    with translation.override(language):
        parts = {section.title: section for section in sections(language)}
        who = parts["Wer was sieht" if language == "de" else "Who sees what"]
        may = {row[0]: row[1] for row in who.tables[1].rows}
        assert len(may) == len(Capability)
        for capability in Capability:
            assert may[str(capability.label)].split(", ") == [
                str(role.label) for role in Role if capability in CAPABILITIES[role]
            ]
    text = everything(language)
    for number in (FEWEST, FEWEST_COMMENTS):
        assert re.search(rf"\b{number} (Personen|people)", text)
    assert {each.fewest for each in evaluations()} >= {FEWEST, FEWEST_COMMENTS}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_question_stands_in_it(language: str) -> None:
    text = everything(language)
    instrument = current_instrument()
    assert instrument.name.to(language) in text
    assert all(repr(item.text.to(language))[1:-1] in text for item in instrument.items)


def test_questions_do_not_ask_for_protected_characteristics() -> None:
    """What the pack says about the questions the program brings."""
    asked = " ".join(f"{item.text.en} {item.text.de}" for item in current_instrument().items)
    words = r"\b(age|old are you|gender|sex|religion|origin|ethnic|disab|union|Alter|Geschlecht|Religion|Herkunft|Gewerkschaft)\b"
    assert re.search(words, asked) is None


def test_the_log_is_counted_and_its_chain_checked() -> None:
    claim(COMMAND_LINE, "k1", 1)
    claim(COMMAND_LINE, "k2", 1)
    assert "claimed a level" in everything("en")
    with translation.override("de"):
        german = str(VERBS["claim level"])
    assert german in everything("de")
    assert "claim level" not in everything("de")
    assert "chain of entries is whole." in everything("en")
    AuditEntry.objects.filter(verb="claim level").update(actor="nobody")
    assert audit.first_broken() is not None
    assert "chain of entries is broken." in everything("en")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_pdf_is_tagged_and_says_its_language_and_title(language: str) -> None:
    document = PdfReader(BytesIO(works_council_pack(language, PRINTED)))
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"])[:2] == language
    assert document.metadata
    assert document.metadata.title == wording.TITLE.to(language)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    kinds = list(tags(root["/StructTreeRoot"]))
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 13
    assert {"/Table", "/TH", "/TD", "/L", "/LI"} <= set(kinds)


def tags(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from tags(child)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield str(node["/S"])
        children = node.get("/K")
        if hasattr(children, "get_object"):
            yield from tags(children)


def test_the_auditor_reads_it_and_takes_it_along(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.AUDITOR)
    page = browser.get(reverse("reports:works-council")).content.decode()
    assert wording.NEVER[0].en in page
    for asked, language in (("de", "de"), ("en", "en"), ("", "en")):
        answer = browser.get(reverse("reports:works-council-pdf"), {"lang": asked} if asked else {})
        assert answer["Content-Type"] == "application/pdf"
        assert f"-{language}.pdf" in answer["Content-Disposition"]
    assert as_role(Role.SERVICE).get(reverse("reports:works-council")).status_code == 403
