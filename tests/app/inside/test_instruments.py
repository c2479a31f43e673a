"""Instruments: the program's own are there, others come in with a licence, and no version ever changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, models, transaction
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside import instruments as kept
from leitstern.app.inside.models import InstrumentVersion
from leitstern.app.inside.queries import current_instrument, instrument
from leitstern.collect.instrument_file import write_instrument
from leitstern.collect.instruments import shipped
from leitstern.collect.problems import InvalidFile
from leitstern.core.errors import Conflict, Damaged, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.instrument import Axis, Dimension, Item
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person

pytestmark = pytest.mark.django_db

PULSE = """\
format: 1
slug: pulse
version: 1
name: Pulse
licence: {name: Ours, text: All ours.}
scale: {low: 1, high: 5, low_label: never, high_label: always}
dimensions: [{slug: mood, name: Mood, question: How is it?}]
items: [{slug: mood-1, dimension: mood, text: Fine.}]
"""
GOOD = Text(en="We laugh.", de="Wir lachen.")


def pulse(text: str = PULSE) -> InstrumentVersion:
    return kept.bring_in(COMMAND_LINE, text.encode(), "pulse.yaml")


def test_what_ships_is_there_without_an_import_and_ours_is_asked() -> None:
    assert [version.slug for version in kept.instrument_versions()] == sorted(each.slug for each in shipped())
    assert current_instrument() == shipped()[0]
    assert all(version.shipped for version in kept.instrument_versions())


def test_shipping_again_adds_nothing() -> None:
    kept.keep_shipped()
    assert InstrumentVersion.objects.count() == len(shipped())


def test_an_instrument_is_brought_in_and_read_back() -> None:
    brought = pulse()
    assert instrument(brought.pk).items[0].text.en == "Fine."
    assert kept.named_version("pulse").pk == kept.named_version("pulse", 1).pk == brought.pk
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.verb, entry.subject) == (
        "bring in instrument",
        f"inside.instrumentversion:{brought.pk}",
    )


def test_the_same_version_comes_in_once_and_another_content_needs_another_number() -> None:
    pulse()
    with pytest.raises(Conflict, match="already"):
        pulse()
    with pytest.raises(Conflict, match="raise `version`"):
        pulse(PULSE.replace("Fine.", "Great."))
    newer = pulse(PULSE.replace("Fine.", "Great.").replace("version: 1", "version: 2"))
    assert kept.named_version("pulse") == newer


def test_without_licence_nothing_is_kept() -> None:
    with pytest.raises(InvalidFile, match="under which licence"):
        pulse(PULSE.replace("licence: {name: Ours, text: All ours.}\n", ""))
    assert not InstrumentVersion.objects.filter(slug="pulse").exists()


def test_a_version_never_changes() -> None:
    brought = pulse()
    brought.content = PULSE.replace("Fine.", "Great.")
    with pytest.raises(Conflict, match="never changes"):
        brought.save()
    with pytest.raises(Conflict):
        brought.save(update_fields=["content"])
    assert instrument(brought.pk).items[0].text.en == "Fine."
    with pytest.raises(IntegrityError), transaction.atomic():
        InstrumentVersion.objects.create(slug="pulse", version=1, content="")


def test_a_change_behind_the_programs_back_is_noticed() -> None:
    brought = pulse()
    changed = brought.content.replace("Fine.", "Great.")
    InstrumentVersion.objects.filter(pk=brought.pk).update(content=changed)
    with pytest.raises(Damaged, match="is not what was brought in"):
        instrument(brought.pk)


def test_whatever_refers_to_a_version_protects_it() -> None:
    references = [
        field for field in InstrumentVersion._meta.get_fields() if isinstance(field, models.ForeignObjectRel)
    ]
    assert all(field.on_delete is models.PROTECT for field in references)


def test_a_version_of_ones_own_can_be_taken_out_but_not_one_of_the_program() -> None:
    kept.remove_instrument(COMMAND_LINE, pulse())
    with pytest.raises(NotFound):
        kept.named_version("pulse")
    with pytest.raises(Conflict, match="stays"):
        kept.remove_instrument(COMMAND_LINE, kept.current_version())


def test_own_questions_make_a_copy_and_leave_the_original_alone() -> None:
    ours = kept.current_version()
    humour = Dimension("own-humour", Text("Humour", "Humor"), Text("Who laughs?", "Wer lacht?"), Axis.CULTURE)
    item = Item("own-humour-own-1", "own-humour", GOOD)
    copy = kept.copy_with_own(COMMAND_LINE, ours, [humour], [item])
    again = kept.copy_with_own(COMMAND_LINE, copy, [], [Item("k1-own-1", "k1", GOOD)])
    assert (copy.slug, copy.version, again.version) == ("leitstern-own", 1, 2)
    assert len(instrument(copy.pk).items) == 67
    assert [d.slug for d in instrument(again.pk).of(Axis.CULTURE)][-1] == "own-humour"
    assert current_instrument() == shipped()[0]

    kept.choose(COMMAND_LINE, again)
    assert current_instrument().items[-1].text == GOOD
    kept.choose(COMMAND_LINE, kept.named_version("leitstern"))
    assert current_instrument() == shipped()[0]


def test_a_copy_with_mistakes_or_without_anything_new_is_refused() -> None:
    ours = kept.current_version()
    with pytest.raises(InvalidInput, match="no dimension “k99”"):
        kept.copy_with_own(COMMAND_LINE, ours, [], [Item("x", "k99", GOOD)])
    with pytest.raises(InvalidInput, match="Nothing was added"):
        kept.copy_with_own(COMMAND_LINE, ours)
    assert not InstrumentVersion.objects.filter(slug="leitstern-own").exists()


def test_a_pack_without_axes_cannot_place_a_company() -> None:
    with pytest.raises(Conflict, match="cannot place"):
        kept.choose(COMMAND_LINE, kept.named_version("dora-westrum"))


def test_only_those_who_ask_the_staff_change_instruments(executive: Person) -> None:
    with pytest.raises(NotAllowed):
        kept.bring_in(executive, PULSE.encode(), "pulse.yaml")


def test_the_list_and_one_instrument_are_shown(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.EXECUTIVE)
    page = browser.get(reverse("inside:instruments")).content.decode()
    assert "Leitstern: culture and technology" in page
    assert "Bring one in" not in page
    ours = kept.current_version()
    one = browser.get(reverse("inside:instrument", args=[ours.pk])).content.decode()
    for dimension in shipped()[0].dimensions:
        assert dimension.anchors[4].text.en.split("’")[0][:40].replace("'", "&#x27;") in one
    assert "60% have no complete contact history" in one
    assert "Creative Commons" in one
    westrum = kept.named_version("dora-westrum")
    assert "dora.dev" in browser.get(reverse("inside:instrument", args=[westrum.pk])).content.decode()


def test_files_and_lists_can_be_taken_along(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.EXECUTIVE)
    ours = kept.current_version()
    file = browser.get(reverse("inside:instrument-file", args=[ours.pk]))
    assert file.content.decode() == write_instrument(shipped()[0])
    assert "leitstern-1.yaml" in file["Content-Disposition"]
    items = browser.get(reverse("inside:instrument", args=[ours.pk]) + "?format=csv").content.decode()
    assert len(items.splitlines()) == 67
    listed = browser.get(reverse("inside:instruments") + "?format=csv").content.decode()
    assert "dora-westrum,1" in listed


def test_a_file_is_brought_in_on_the_page_and_mistakes_are_said(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    address = reverse("inside:instruments")
    good = SimpleUploadedFile("pulse.yaml", PULSE.encode())
    assert browser.post(address, {"file": good}, follow=True).context["instrument"].slug == "pulse"
    bad = SimpleUploadedFile("pulse.yaml", PULSE.replace("licence", "license").encode())
    answer = browser.post(address, {"file": bad})
    assert "Did you mean “licence”?" in answer.content.decode()
    assert "under which licence" in answer.content.decode()


def test_own_questions_are_added_on_the_page(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    address = reverse("inside:instrument", args=[kept.current_version().pk])
    answer = browser.post(address, {"dimension": "", "questions": "We laugh."})
    assert set(answer.context["form"].errors) == {"name", "question"}
    assert "questions" in browser.post(address, {"dimension": "k5"}).context["form"].errors

    added = {
        "dimension": "",
        "name": "Humour",
        "question": "Who laughs here?",
        "axis": "culture",
        "questions": "We laugh.\n\n  We joke with customers. ",
        "reverse": "Laughing is frowned upon.",
    }
    copy = browser.post(address, added, follow=True).context["instrument"]
    assert copy.dimensions[-1].slug == "own-humour"
    own = copy.items_of("own-humour")
    assert [(item.text.en, item.reverse) for item in own] == [
        ("We laugh.", False),
        ("We joke with customers.", False),
        ("Laughing is frowned upon.", True),
    ]

    version = kept.named_version("leitstern-own")
    browser.post(reverse("inside:choose-instrument", args=[version.pk]))
    assert kept.current_version() == version
    assert "is asked" in browser.get(reverse("inside:instrument", args=[version.pk])).content.decode()


def test_programs_read_and_bring_in(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.LEAD)
    listed = browser.get("/api/v1/inside/instruments").json()
    (asked,) = [each for each in listed if each["asked"]]
    assert (asked["slug"], len(listed)) == ("leitstern", len(shipped()))
    one = browser.get(f"/api/v1/inside/instruments/{asked['id']}").json()
    assert len(one["dimensions"]) == 22
    assert one["dimensions"][0]["anchors"][2]["proof"] == ["document", "observation"]
    assert sum(item["reverse"] for d in one["dimensions"] for item in d["items"]) == 22
    browser.defaults["HTTP_X_CSRFTOKEN"] = "x"
    wrong = browser.post("/api/v1/inside/instruments", {"content": "{"}, content_type="application/json")
    assert wrong.status_code == 422
    right = browser.post("/api/v1/inside/instruments", {"content": PULSE}, content_type="application/json")
    assert (right.status_code, right.json()["slug"]) == (201, "pulse")
